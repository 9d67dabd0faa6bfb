import { Lines } from "./lines";
import { showCharacters } from "./characters";
import { openScan } from "./scan";

const reading = document.querySelector<HTMLElement>("[data-reading]");
if (reading) {
  const list = reading.querySelector<HTMLElement>("[data-lines]");
  const viewer = reading.querySelector<HTMLElement>("[data-viewer]");
  const lines = list ? new Lines(list) : undefined;
  const characters = document.querySelector<HTMLElement>("[data-characters-of]");
  const scan = viewer ? openScan(viewer, lines?.all ?? []) : undefined;

  if (lines && scan) {
    const show = (index: number): void => {
      if (characters) {
        void showCharacters(characters, index);
      }
    };
    lines.onChosen = (index) => {
      scan.choose(index, true);
      show(index);
    };
    scan.onChosen = (index) => {
      lines.choose(index);
      scan.choose(index, false);
      show(index);
    };
  }

  for (const button of reading.querySelectorAll<HTMLButtonElement>("[data-zoom]")) {
    button.addEventListener("click", () => scan?.zoom(button.dataset.zoom ?? "home"));
  }

  for (const box of reading.querySelectorAll<HTMLInputElement>("[data-show]")) {
    const show = (): void => {
      const name = box.dataset.show ?? "";
      reading.classList.toggle(`show-${name}`, box.checked);
    };
    box.addEventListener("change", show);
    show();

    // A single letter acts in the list alone: elsewhere it may be someone's dictation (WCAG 2.1.4).
    list?.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() === box.dataset.key && !event.ctrlKey && !event.altKey && !event.metaKey) {
        box.click();
      }
    });
  }
}
