import { Changes, type Unsent } from "./changes";
import { characters, type ReadGlyph } from "./characterAt";
import { linesIn } from "./lines";
import { openScan } from "./scan";

/** Below this a character is doubtful; the page's bands begin here too. */
const sure = 0.9;
const idleMilliseconds = 2000;
const retryMilliseconds = 10_000;

interface Entry {
  readonly line: number;
  readonly element: HTMLElement;
  readonly field: HTMLTextAreaElement;
  readonly state: HTMLElement;
  readonly read: readonly ReadGlyph[];
  /** Number of the line's newest change that this person has seen, and what it says. */
  base: number;
  saved: string;
  idle: number | undefined;
}

interface Theirs {
  readonly revisionId: string;
  readonly number: number;
  readonly text: string;
  readonly who: string;
}

class Workbench {
  private readonly entries: Entry[];
  private readonly conflicts = new Set<number>();
  private readonly page: string;
  private revision: string;
  private sending: Promise<void> = Promise.resolve();

  constructor(private readonly root: HTMLElement, private readonly changes: Changes) {
    this.page = root.dataset.page ?? "";
    this.revision = root.dataset.revision ?? "";
    this.entries = [...root.querySelectorAll<HTMLElement>("[data-line]")].map((element) => {
      const field = element.querySelector("textarea")!;
      return {
        line: Number(element.dataset.line), element, field, state: element.querySelector<HTMLElement>("[data-line-state]")!,
        read: JSON.parse(field.dataset.glyphs ?? "[]") as ReadGlyph[],
        base: Number(element.dataset.number), saved: field.value, idle: undefined,
      };
    });
    this.entries.forEach((entry) => this.listen(entry));
    window.addEventListener("online", () => void this.sendAll());
    window.setInterval(() => void this.sendAll(), retryMilliseconds);
    window.addEventListener("pagehide", () => this.leave());
  }

  /** Takes up what an earlier visit could not send. */
  async takeUp(): Promise<void> {
    for (const unsent of await this.changes.ofPage(this.page)) {
      const entry = this.entries[unsent.line - 1];
      if (entry) {
        entry.field.value = unsent.text;
        this.fit(entry);
      }
    }

    await this.sendAll();
  }

  async finish(): Promise<void> {
    await Promise.all(this.entries.map((entry) => this.keep(entry)));
    await this.sendAll();
    if (this.conflicts.size > 0 || (await this.changes.ofPage(this.page)).length > 0) {
      this.say(this.conflicts.size > 0 ? "conflict" : "waiting");
      this.entries[Math.min(...this.conflicts) - 1]?.field.focus();
      return;
    }

    const answer = await this.post("finish", { revisionId: this.revision }).catch(() => undefined);
    if (answer?.ok) {
      window.location.assign(this.root.dataset.next ?? "/");
    } else {
      this.say(answer ? "refused" : "waiting");
    }
  }

  private listen(entry: Entry): void {
    const { field } = entry;
    field.addEventListener("input", () => {
      this.fit(entry);
      void this.keep(entry);
      window.clearTimeout(entry.idle);
      entry.idle = window.setTimeout(() => void this.sendAll(), idleMilliseconds);
    });
    field.addEventListener("blur", () => {
      window.clearTimeout(entry.idle);
      void this.sendAll();
    });
    field.addEventListener("keydown", (event) => this.key(entry, event));
    this.fit(entry);
  }

  /** As high, or a column as wide, as the text needs. */
  private fit({ field }: Entry): void {
    const upright = field.classList.contains("upright");
    field.style[upright ? "width" : "height"] = "auto";
    field.style[upright ? "width" : "height"] = `${upright ? field.scrollWidth : field.scrollHeight}px`;
  }

  private async keep(entry: Entry): Promise<void> {
    const key = `${this.revision}/${entry.line}`;
    const text = entry.field.value.replace(/[\r\n]+/g, " ");
    if (text === entry.saved) {
      entry.state.textContent = "";
      const unsent = await this.changes.get(key);
      if (unsent) {
        await this.changes.remove(key, unsent.id);
      }

      return;
    }

    entry.state.textContent = this.root.dataset.saidSaving ?? "";
    await this.changes.put({
      key, page: this.page, revision: this.revision, line: entry.line, id: crypto.randomUUID(), base: entry.base, before: entry.saved, text,
    });
  }

  private sendAll(): Promise<void> {
    this.sending = this.sending.then(async () => {
      for (const unsent of await this.changes.ofPage(this.page)) {
        if (!this.conflicts.has(unsent.line) && !(await this.send(unsent))) {
          break;
        }
      }
    });
    return this.sending;
  }

  /** False when the network or the server is away: the others wait too. */
  private async send(unsent: Unsent): Promise<boolean> {
    const entry = this.entries[unsent.line - 1];
    const answer = await this.post("lines", {
      id: unsent.id, revisionId: unsent.revision, line: unsent.line, base: unsent.base, text: unsent.text,
    }).catch(() => undefined);
    if (!answer || answer.status >= 500 || answer.redirected || answer.status === 401) {
      this.say(answer && answer.status < 500 ? "signedOut" : "waiting");
      if (entry) {
        entry.state.textContent = this.root.dataset.saidWaiting ?? "";
      }

      return false;
    }

    if (!entry) {
      return true;
    }

    if (answer.ok) {
      const { number } = (await answer.json()) as { number: number };
      entry.base = number;
      entry.saved = unsent.text;
      if (await this.changes.remove(unsent.key, unsent.id)) {
        entry.state.textContent = this.root.dataset.saidSaved ?? "";
      } else {
        await this.keep(entry);
      }

      this.say("saved");
    } else if (answer.status === 409) {
      this.disagree(entry, unsent, (await answer.json()) as Theirs);
    } else {
      this.say("refused");
      entry.state.textContent = this.root.dataset.saidRefused ?? "";
    }

    return true;
  }

  /** Shows base, theirs and mine for this line only; the person decides. */
  private disagree(entry: Entry, unsent: Unsent, theirs: Theirs): void {
    this.conflicts.add(entry.line);
    this.say("conflict");
    entry.state.textContent = this.root.dataset.saidConflict ?? "";
    const box = (document.querySelector<HTMLTemplateElement>("[data-conflict]")!.content.cloneNode(true) as DocumentFragment).firstElementChild!;
    for (const [name, text] of [["who", theirs.who], ["base", unsent.before], ["theirs", theirs.text], ["mine", unsent.text]] as const) {
      box.querySelector(`[data-${name}]`)!.textContent = text;
    }

    for (const button of box.querySelectorAll<HTMLElement>("[data-take]")) {
      button.addEventListener("click", () => {
        box.remove();
        // After what is being sent, and before anything else is: an old command must not go out again.
        this.sending = this.sending.then(async () => {
          const kept = await this.changes.get(unsent.key);
          if (kept) {
            await this.changes.remove(kept.key, kept.id);
          }

          this.revision = theirs.revisionId;
          entry.base = theirs.number;
          entry.saved = theirs.text;
          entry.field.value = button.dataset.take === "theirs" ? theirs.text : (kept ?? unsent).text;
          this.fit(entry);
          await this.keep(entry);
          this.conflicts.delete(entry.line);
          entry.field.focus();
        });
        void this.sendAll();
      });
    }

    entry.element.append(box);
  }

  /** The page is closing: what is not sent yet goes out on its own, and waits in the database in case it does not arrive. */
  private leave(): void {
    for (const entry of this.entries) {
      const text = entry.field.value.replace(/[\r\n]+/g, " ");
      if (text !== entry.saved && !this.conflicts.has(entry.line)) {
        const change = { id: crypto.randomUUID(), revisionId: this.revision, line: entry.line, base: entry.base, text };
        void this.changes.put({
          key: `${this.revision}/${entry.line}`, page: this.page, revision: this.revision, line: entry.line,
          id: change.id, base: entry.base, before: entry.saved, text,
        });
        void this.post("lines", change, true).catch(() => undefined);
      }
    }
  }

  private post(what: string, body: object, keepalive = false): Promise<Response> {
    return fetch(`${this.root.dataset.workbench}/${what}`, {
      method: "POST",
      keepalive,
      headers: { "Content-Type": "application/json", [this.root.dataset.tokenHeader ?? ""]: this.root.dataset.token ?? "" },
      body: JSON.stringify(body),
    });
  }

  private say(what: "saved" | "waiting" | "conflict" | "refused" | "signedOut"): void {
    const said = {
      saved: this.root.dataset.saidSaved, waiting: this.root.dataset.saidWaiting, conflict: this.root.dataset.saidConflict,
      refused: this.root.dataset.saidRefused, signedOut: this.root.dataset.saidSignedOut,
    }[what];
    const place = document.querySelector("[data-state]");
    if (place && place.textContent !== said) {
      place.textContent = said ?? "";
    }
  }

  private key(entry: Entry, event: KeyboardEvent): void {
    // An input method is at work: every key is its own.
    if (event.isComposing || event.keyCode === 229) {
      return;
    }

    const act =
      event.key === "Enter" && event.ctrlKey ? () => void this.finish()
      : event.key === "Enter" ? () => this.step(entry, event.shiftKey ? -1 : 1)
      : event.key === "F8" ? () => this.doubt(entry, event.shiftKey ? -1 : 1)
      : event.key === "F2" ? () => this.choose(entry)
      : event.key === "Escape" ? () => this.revert(entry)
      : undefined;
    if (act) {
      event.preventDefault();
      act();
    }
  }

  private step(entry: Entry, by: number): void {
    const next = this.entries[entry.line - 1 + by];
    if (next) {
      next.field.focus();
      next.field.setSelectionRange(0, 0);
      next.element.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else {
      entry.field.blur();
      entry.field.focus();
    }
  }

  private revert(entry: Entry): void {
    entry.field.value = entry.saved;
    this.fit(entry);
    void this.keep(entry);
  }

  /** The next, or the last, character that was read unsurely and that nobody has touched. */
  private doubt(entry: Entry, by: number): void {
    for (let at = entry.line - 1; at >= 0 && at < this.entries.length; at += by) {
      const candidate = this.entries[at]!;
      const caret = candidate !== entry ? (by > 0 ? -1 : Infinity) : candidate.field.selectionStart;
      const doubtful = characters(candidate.field.value, candidate.read)
        .filter(({ glyph, from }) => glyph && glyph[1] < sure && (by > 0 ? from > caret || (caret === 0 && from === 0 && candidate.field.selectionEnd === 0) : from < caret));
      const found = by > 0 ? doubtful[0] : doubtful[doubtful.length - 1];
      if (found) {
        candidate.field.focus();
        candidate.field.setSelectionRange(found.from, found.to);
        candidate.element.scrollIntoView({ block: "nearest", inline: "nearest" });
        return;
      }
    }
  }

  /** What else the character at the caret could be; 1 to 9 takes one. */
  private choose(entry: Entry): void {
    const { field } = entry;
    const dialog = document.querySelector<HTMLDialogElement>("[data-choices]")!;
    const at = characters(field.value, entry.read).find(({ from, to }) => field.selectionStart >= from && field.selectionStart < to);
    const others = at?.glyph?.[2].slice(0, 9) ?? [];
    const list = dialog.querySelector("ol")!;
    const take = (text: string | undefined): void => {
      dialog.close();
      field.focus();
      if (at && text !== undefined) {
        field.setRangeText(text, at.from, at.to, "end");
        field.dispatchEvent(new Event("input"));
      }
    };
    list.replaceChildren(...others.map((text) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet glyph";
      button.lang = field.lang;
      button.textContent = text;
      button.addEventListener("click", () => take(text));
      const item = document.createElement("li");
      item.append(button);
      return item;
    }));
    dialog.querySelector<HTMLElement>("[data-none]")!.hidden = others.length > 0;
    dialog.onkeydown = (event) => {
      const number = Number(event.key);
      if (number >= 1 && number <= others.length) {
        event.preventDefault();
        take(others[number - 1]);
      }
    };
    dialog.onclose = () => field.focus();
    dialog.showModal();
  }
}

async function start(root: HTMLElement): Promise<void> {
  const strip = root.querySelector<HTMLElement>("[data-strip]")!;
  const lines = linesIn(strip);
  const scan = openScan(root.querySelector<HTMLElement>("[data-viewer]")!, lines);
  lines.forEach((line, index) => {
    line.element.addEventListener("focusin", () => scan.choose(index, true));
  });
  scan.onChosen = (index) => {
    scan.choose(index, false);
    lines[index]?.element.querySelector("textarea")?.focus();
  };

  const workbench = new Workbench(root, await Changes.open());
  const help = document.querySelector<HTMLElement>("[data-help]");
  const toggleHelp = (): void => {
    const keys = document.getElementById("help")!;
    keys.hidden = !keys.hidden;
    help?.setAttribute("aria-expanded", String(!keys.hidden));
  };
  help?.addEventListener("click", toggleHelp);
  document.querySelector("[data-finish]")?.addEventListener("click", () => void workbench.finish());
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && !(event.target instanceof HTMLTextAreaElement)) {
      toggleHelp();
    }
  });
  await workbench.takeUp();
  root.dataset.ready = "";
}

const root = document.querySelector<HTMLElement>("[data-workbench]");
if (root) {
  void start(root);
}
