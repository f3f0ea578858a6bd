/** A binary tree of boxes over items. */
export interface BoxTree {
  /** Six numbers a node: low corner, high corner. */
  readonly boxes: Float32Array;
  /** Two numbers a node: first item and count, or right child and -1 - axis. */
  readonly links: Int32Array;
  /** Items in the order of the leaves. */
  readonly order: Int32Array;
}

const BINS = 12;
/** So few items are cut in the middle: the heuristic would cost more than it saves. */
const FEW = 24;

/**
 * Builds a tree by the binned surface-area heuristic.
 *
 * @param low - low corners of the items, three numbers each
 * @param high - high corners
 * @param leafSize - items a leaf may hold
 */
export function buildBoxTree(
  low: Float32Array,
  high: Float32Array,
  count: number,
  leafSize: number,
): BoxTree {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  const boxes: number[] = [];
  const links: number[] = [];
  const build = (start: number, end: number): number => {
    const node = links.length / 2;
    links.push(0, 0);
    const box = emptyBox();
    const centres = emptyBox();
    for (let k = start; k < end; k++) {
      growBox(box, low, high, order[k]!);
      growByCentre(centres, low, high, order[k]!);
    }
    boxes.push(...box);
    const axis = longestAxis(centres);
    const extent = centres[3 + axis]! - centres[axis]!;
    if (end - start <= leafSize || extent < 1e-9) {
      links[node * 2] = start;
      links[node * 2 + 1] = end - start;
      return node;
    }
    const bin = (item: number): number => {
      const centre = (low[item * 3 + axis]! + high[item * 3 + axis]!) / 2;
      return Math.min(BINS - 1, Math.floor(((centre - centres[axis]!) / extent) * BINS));
    };
    const cut = end - start <= FEW ? BINS / 2 : bestCut(order, start, end, low, high, bin);
    let middle = partition(order, start, end, (item) => bin(item) < cut);
    if (middle === start || middle === end) middle = (start + end) >> 1;
    build(start, middle);
    links[node * 2] = build(middle, end);
    links[node * 2 + 1] = -1 - axis;
    return node;
  };
  if (count > 0) build(0, count);
  return { boxes: Float32Array.from(boxes), links: Int32Array.from(links), order };
}

function bestCut(
  order: Int32Array,
  start: number,
  end: number,
  low: Float32Array,
  high: Float32Array,
  bin: (item: number) => number,
): number {
  const counts = new Int32Array(BINS);
  const bins = Array.from({ length: BINS }, emptyBox);
  for (let k = start; k < end; k++) {
    const b = bin(order[k]!);
    counts[b]!++;
    growBox(bins[b]!, low, high, order[k]!);
  }
  const rightCost = new Float64Array(BINS);
  let joined = emptyBox();
  let held = 0;
  for (let b = BINS - 1; b > 0; b--) {
    joinBox(joined, bins[b]!);
    held += counts[b]!;
    rightCost[b] = boxArea(joined) * held;
  }
  joined = emptyBox();
  held = 0;
  let best = Number.POSITIVE_INFINITY;
  let cut = 0;
  for (let b = 0; b < BINS - 1; b++) {
    joinBox(joined, bins[b]!);
    held += counts[b]!;
    const cost = boxArea(joined) * held + rightCost[b + 1]!;
    if (held > 0 && held < end - start && cost < best) {
      best = cost;
      cut = b + 1;
    }
  }
  return cut;
}

function partition(
  order: Int32Array,
  start: number,
  end: number,
  isLeft: (item: number) => boolean,
): number {
  let i = start;
  let j = end - 1;
  while (i <= j) {
    if (isLeft(order[i]!)) i++;
    else {
      const kept = order[i]!;
      order[i] = order[j]!;
      order[j] = kept;
      j--;
    }
  }
  return i;
}

function emptyBox(): number[] {
  return [1e30, 1e30, 1e30, -1e30, -1e30, -1e30];
}

function growBox(box: number[], low: Float32Array, high: Float32Array, item: number): void {
  for (let a = 0; a < 3; a++) {
    box[a] = Math.min(box[a]!, low[item * 3 + a]!);
    box[3 + a] = Math.max(box[3 + a]!, high[item * 3 + a]!);
  }
}

function growByCentre(box: number[], low: Float32Array, high: Float32Array, item: number): void {
  for (let a = 0; a < 3; a++) {
    const centre = (low[item * 3 + a]! + high[item * 3 + a]!) / 2;
    box[a] = Math.min(box[a]!, centre);
    box[3 + a] = Math.max(box[3 + a]!, centre);
  }
}

function joinBox(box: number[], other: readonly number[]): void {
  for (let a = 0; a < 3; a++) {
    box[a] = Math.min(box[a]!, other[a]!);
    box[3 + a] = Math.max(box[3 + a]!, other[3 + a]!);
  }
}

function boxArea(box: readonly number[]): number {
  const x = box[3]! - box[0]!;
  const y = box[4]! - box[1]!;
  const z = box[5]! - box[2]!;
  return x < 0 ? 0 : x * y + y * z + z * x;
}

function longestAxis(box: readonly number[]): number {
  let axis = 0;
  for (let a = 1; a < 3; a++) {
    if (box[3 + a]! - box[a]! > box[3 + axis]! - box[axis]!) axis = a;
  }
  return axis;
}
