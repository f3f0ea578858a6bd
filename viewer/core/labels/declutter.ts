/** A pin with a name that wants to be drawn, in pixels of the view. */
export interface LabelledPin {
  readonly id: string;
  /** Middle of the pin. */
  readonly xPx: number;
  readonly yPx: number;
  /** Size of the name, which stands beside the pin, its middle as high as the pin's. */
  readonly labelWidthPx: number;
  readonly labelHeightPx: number;
  /** Smaller goes first; equal ranks go by id, so the picture does not flicker. */
  readonly rank: number;
}

/** What of a pin is drawn: with its name on one of three sides, without it, or nothing. */
export type PinDrawing = 'right' | 'left' | 'below' | 'bare' | 'hidden';

export interface DeclutterOptions {
  /** Edge of the square a pin takes. */
  readonly pinPx: number;
  /** From a pin's middle to the near edge of its name. */
  readonly labelOffsetPx: number;
  /** Left edge of what can be seen: a panel may cover what lies before it. */
  readonly leftPx: number;
  /** Right edge of what can be seen: a name that would be cut off there is not drawn there. */
  readonly widthPx: number;
  /** Draws every pin whatever covers it, and only lets names give way. */
  readonly keepsAllPins: boolean;
  /** Space kept between two things drawn. */
  readonly gapPx: number;
}

interface Box {
  readonly pinId: string;
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
  const halfPx = options.pinPx / 2;
  const taken: Box[] = options.keepsAllPins
    ? pins.map((pin) => boxOf(pin, halfPx, halfPx, options.pinPx))
    : [];
  const drawings = new Map<string, PinDrawing>();
  const isFree = (box: Box): boolean =>
    taken.every((other) => other.pinId === box.pinId || isApart(box, other, options.gapPx));
  for (const pin of inOrder) {
    const [drawing, box] = drawingOf(pin, options, isFree);
    drawings.set(pin.id, drawing);
    if (box) taken.push(box);
  }
  return drawings;
}

function drawingOf(
  pin: LabelledPin,
  options: DeclutterOptions,
  isFree: (box: Box) => boolean,
): [PinDrawing, Box | null] {
  if (pin.xPx < options.leftPx) return ['hidden', null];
  const halfPx = options.pinPx / 2;
  const reachPx = options.labelOffsetPx + pin.labelWidthPx;
  const heightPx = Math.max(options.pinPx, pin.labelHeightPx);
  const right = boxOf(pin, halfPx, reachPx, heightPx);
  if (right.rightPx <= options.widthPx && isFree(right)) return ['right', right];
  const left = boxOf(pin, reachPx, halfPx, heightPx);
  if (left.leftPx >= options.leftPx && isFree(left)) return ['left', left];
  const below = belowBox(pin, halfPx);
  const isWhole = below.leftPx >= options.leftPx && below.rightPx <= options.widthPx;
  if (isWhole && isFree(below)) return ['below', below];
  const bare = boxOf(pin, halfPx, halfPx, options.pinPx);
  return options.keepsAllPins || isFree(bare) ? ['bare', bare] : ['hidden', null];
}

function boxOf(pin: LabelledPin, toLeftPx: number, toRightPx: number, heightPx: number): Box {
  return {
    pinId: pin.id,
    leftPx: pin.xPx - toLeftPx,
    rightPx: pin.xPx + toRightPx,
    topPx: pin.yPx - heightPx / 2,
    bottomPx: pin.yPx + heightPx / 2,
  };
}

/** The pin and its name centred under it. */
function belowBox(pin: LabelledPin, halfPinPx: number): Box {
  const halfPx = Math.max(halfPinPx, pin.labelWidthPx / 2);
  return {
    pinId: pin.id,
    leftPx: pin.xPx - halfPx,
    rightPx: pin.xPx + halfPx,
    topPx: pin.yPx - halfPinPx,
    bottomPx: pin.yPx + halfPinPx + pin.labelHeightPx,
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
