/** One line of the text with its place on the image, in image pixels. */
export interface Line {
  readonly element: HTMLElement;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly band: string;
}

export function linesIn(list: HTMLElement): Line[] {
  return [...list.querySelectorAll<HTMLElement>("[data-box]")].map((element) => {
    const [x = 0, y = 0, width = 0, height = 0] = (element.dataset.box ?? "").split(",").map(Number);
    return { element, x, y, width, height, band: element.dataset.band ?? "" };
  });
}

/** The text's lines: one is chosen at a time, by pointer or by arrow keys. */
export class Lines {
  readonly all: Line[];
  onChosen: (index: number) => void = () => {};
  private chosen = -1;

  constructor(private readonly list: HTMLElement) {
    this.all = linesIn(list);
    this.all.forEach((line, index) => line.element.addEventListener("click", () => this.take(index)));
    list.addEventListener("keydown", (event) => this.move(event));
  }

  choose(index: number): void {
    const line = this.all[index];
    if (!line) {
      return;
    }

    this.all[this.chosen]?.element.setAttribute("aria-selected", "false");
    this.chosen = index;
    line.element.setAttribute("aria-selected", "true");
    this.list.setAttribute("aria-activedescendant", line.element.id);
    line.element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  private take(index: number): void {
    this.choose(index);
    this.onChosen(index);
  }

  private move(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }

    const last = this.all.length - 1;
    // Columns run from the right: the next one stands to the left.
    const vertical = getComputedStyle(this.list).writingMode.startsWith("vertical");
    const target =
      event.key === "ArrowDown" || (vertical && event.key === "ArrowLeft") ? Math.min(this.chosen + 1, last)
      : event.key === "ArrowUp" || (vertical && event.key === "ArrowRight") ? Math.max(this.chosen - 1, 0)
      : event.key === "Home" ? 0
      : event.key === "End" ? last
      : undefined;
    if (target !== undefined) {
      event.preventDefault();
      this.take(target);
    }
  }
}
