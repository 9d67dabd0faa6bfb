/** Milliseconds that a line must stay chosen: arrow keys pass over many. */
const rest = 150;

let waiting: number | undefined;
let asked = 0;

/** Shows the characters of the line at `index` (from 0), as the line's own screen has them. */
export async function showCharacters(place: HTMLElement, index: number): Promise<void> {
  window.clearTimeout(waiting);
  const number = ++asked;
  await new Promise((resolve) => (waiting = window.setTimeout(resolve, rest)));
  const answer = await fetch(`${place.dataset.charactersOf}${index + 1}`);
  const screen = new DOMParser().parseFromString(await answer.text(), "text/html");
  const characters = screen.querySelector("[data-characters]");
  if (answer.ok && characters && number === asked) {
    place.replaceChildren(document.adoptNode(characters));
  }
}
