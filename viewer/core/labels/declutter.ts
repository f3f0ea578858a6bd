/** A pin with a name that wants to be drawn, in pixels of the view. */
export interface LabelledPin {
  readonly id: string;
  /** Middle of the pin. */
  readonly xPx: number;
  readonly yPx: number;
  /** Size of the name, which stands to the right of the pin, its middle as high as the pin's. */
  readonly labelWidthPx: number;
  readonly labelHeightPx: number;
  /** Smaller goes first; equal ranks go by id, so the picture does not flicker. */
  readonly rank: number;
}

/** What of a pin is drawn: with its name, without it, or nothing. */
export type PinDrawing = 'labelled' | 'bare' | 'hidden';

export interface DeclutterOptions {
  /** Edge of the square a pin takes. */
  readonly pinPx: number;
  /** From a pin's middle to the left edge of its name. */
  readonly labelOffsetPx: number;
  /** Space kept between two things drawn. */
  readonly gapPx: number;
}

interface Box {
  readonly leftPx: number;
  readonly topPx: number;
  readonly rightPx: number;
  readonly bottomPx: number;
}

/**
 * Decides which pins and names are drawn so that nothing covers anything else: the more important
 * first; a name that finds no room is left out, a pin that finds none waits until one is nearer.
 *
 * @param pins - in any order
 * @returns a drawing for every pin
 */
export function declutterPins(
  pins: readonly LabelledPin[],
  options: DeclutterOptions,
): ReadonlyMap<string, PinDrawing> {
  const inOrder = [...pins].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const taken: Box[] = [];
  const drawings = new Map<string, PinDrawing>();
  const isFree = (box: Box): boolean => taken.every((other) => isApart(box, other, options.gapPx));
  for (const pin of inOrder) {
    const halfPx = options.pinPx / 2;
    const bare = boxOf(pin, halfPx, halfPx, options.pinPx);
    const labelled = boxOf(
      pin,
      halfPx,
      options.labelOffsetPx + pin.labelWidthPx,
      Math.max(options.pinPx, pin.labelHeightPx),
    );
    if (isFree(labelled)) {
      taken.push(labelled);
      drawings.set(pin.id, 'labelled');
    } else if (isFree(bare)) {
      taken.push(bare);
      drawings.set(pin.id, 'bare');
    } else drawings.set(pin.id, 'hidden');
  }
  return drawings;
}

function boxOf(pin: LabelledPin, toLeftPx: number, toRightPx: number, heightPx: number): Box {
  return {
    leftPx: pin.xPx - toLeftPx,
    rightPx: pin.xPx + toRightPx,
    topPx: pin.yPx - heightPx / 2,
    bottomPx: pin.yPx + heightPx / 2,
  };
}

function isApart(a: Box, b: Box, gapPx: number): boolean {
  return (
    a.leftPx >= b.rightPx + gapPx ||
    b.leftPx >= a.rightPx + gapPx ||
    a.topPx >= b.bottomPx + gapPx ||
    b.topPx >= a.bottomPx + gapPx
  );
}
