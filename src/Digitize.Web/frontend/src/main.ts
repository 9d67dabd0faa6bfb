import htmx from "htmx.org";
import { watchBatches } from "./batches";

const board = document.querySelector<HTMLElement>("[data-batch-board]");
if (board) {
  watchBatches(board, (element) => htmx.trigger(element, "changed", {}));
}
