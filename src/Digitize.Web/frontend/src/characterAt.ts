/** One character as it was read: its text, how sure, and what else it could be. */
export type ReadGlyph = readonly [text: string, confidence: number, others: readonly string[]];

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

export interface Placed {
  /** In UTF-16 units of the field's text. */
  readonly from: number;
  readonly to: number;
  /** Undefined where the person wrote something else. */
  readonly glyph: ReadGlyph | undefined;
}

/** The characters of a field, each with what was read there: those before the first and after the last difference are as read. */
export function characters(text: string, read: readonly ReadGlyph[]): Placed[] {
  const parts = [...graphemes.segment(text)].map((part) => part.segment);
  let start = 0;
  while (start < parts.length && start < read.length && parts[start] === read[start]?.[0]) {
    start++;
  }

  let end = 0;
  while (
    end < parts.length - start && end < read.length - start
    && parts[parts.length - 1 - end] === read[read.length - 1 - end]?.[0]
  ) {
    end++;
  }

  let from = 0;
  return parts.map((part, place) => {
    const glyph = place < start ? read[place] : place >= parts.length - end ? read[read.length - parts.length + place] : undefined;
    const placed = { from, to: from + part.length, glyph };
    from += part.length;
    return placed;
  });
}
