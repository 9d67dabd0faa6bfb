/** What a person typed on one line and the server does not have yet. */
export interface Unsent {
  /** The reading's id and the line's number: a line has one at most. */
  readonly key: string;
  readonly page: string;
  readonly revision: string;
  readonly line: number;
  /** Made anew whenever the text changes; sent twice, the server keeps it once. */
  readonly id: string;
  /** Number of the change that the person saw, and what the line said then. */
  readonly base: number;
  readonly before: string;
  readonly text: string;
}

const store = "unsent";

/** Changes not yet kept by the server, in the browser's own database: they outlive the page, the network and the server. */
export class Changes {
  private constructor(private readonly database: IDBDatabase) {}

  static async open(): Promise<Changes> {
    const opening = indexedDB.open("digitize", 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(store, { keyPath: "key" }).createIndex("page", "page");
    };
    return new Changes(await done(opening));
  }

  /** Begins at once; a page that is closed right after has written it. */
  put(change: Unsent): Promise<unknown> {
    return done(this.write().put(change));
  }

  get(key: string): Promise<Unsent | undefined> {
    return done(this.read().get(key) as IDBRequest<Unsent | undefined>);
  }

  ofPage(page: string): Promise<Unsent[]> {
    return done(this.read().index("page").getAll(page) as IDBRequest<Unsent[]>);
  }

  /** Unless the person has typed on since. */
  async remove(key: string, id: string): Promise<boolean> {
    const changes = this.write();
    const kept = await done(changes.get(key) as IDBRequest<Unsent | undefined>);
    if (kept && kept.id !== id) {
      return false;
    }

    await done(changes.delete(key));
    return true;
  }

  private write(): IDBObjectStore {
    return this.database.transaction(store, "readwrite", { durability: "strict" }).objectStore(store);
  }

  private read(): IDBObjectStore {
    return this.database.transaction(store).objectStore(store);
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
