/** A label that wants to be drawn, in pixels of the view. */
export interface LabelBox {
  readonly id: string;
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Smaller goes first; equal ranks go by id, so the picture does not flicker. */
  readonly rank: number;
}

/**
 * Labels that can be drawn without one covering another: the more important first, each later one
 * gives way.
 *
 * @param boxes - in any order
 * @param gapPx - space kept between two labels
 * @returns ids of the labels to draw
 */
export function declutterLabels(boxes: readonly LabelBox[], gapPx: number): ReadonlySet<string> {
  const inOrder = [...boxes].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const drawn: LabelBox[] = [];
  for (const box of inOrder) {
    if (drawn.every((other) => isApart(box, other, gapPx))) drawn.push(box);
  }
  return new Set(drawn.map((box) => box.id));
}

function isApart(a: LabelBox, b: LabelBox, gapPx: number): boolean {
  return (
    a.leftPx >= b.leftPx + b.widthPx + gapPx ||
    b.leftPx >= a.leftPx + a.widthPx + gapPx ||
    a.topPx >= b.topPx + b.heightPx + gapPx ||
    b.topPx >= a.topPx + a.heightPx + gapPx
  );
}
