const pollMilliseconds = 5000;

/**
 * Keeps what is shown of batches up to date: the server says which have changed and each is fetched anew. Where the
 * stream cannot be had, all are fetched every few seconds.
 */
export function watchBatches(board: HTMLElement, refresh: (element: Element) => void): void {
  const note = document.getElementById("live");
  const address = board.dataset.batchBoard;
  let polling: number | undefined;

  const say = (text: string | undefined): void => {
    if (note && text && note.textContent !== text) {
      note.textContent = text;
    }
  };
  const refreshAll = (): void => {
    const all = board.querySelector("[data-batch-all]");
    (all ? [all] : [...board.querySelectorAll("[data-batch]")]).forEach(refresh);
  };
  const poll = (): void => {
    polling ??= window.setInterval(refreshAll, pollMilliseconds);
    say(note?.dataset.poll);
  };
  const stopPolling = (): void => {
    window.clearInterval(polling);
    polling = undefined;
    say(note?.dataset.live);
  };

  if (!address || !("EventSource" in window)) {
    poll();
    return;
  }

  const stream = new EventSource(address);
  stream.addEventListener("open", () => {
    stopPolling();
    refreshAll();
  });
  stream.addEventListener("changed", (event) => {
    const { batchId } = JSON.parse((event as MessageEvent<string>).data) as { batchId: string | null };
    if (batchId === null) {
      refreshAll();
      return;
    }

    const shown = board.querySelector(`[data-batch="${CSS.escape(batchId)}"]`);
    if (shown) {
      refresh(shown);
    }
  });
  stream.addEventListener("error", poll);
  window.addEventListener("pagehide", () => stream.close());
}
