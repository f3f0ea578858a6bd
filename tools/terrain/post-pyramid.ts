import type { PostGrid } from './post-grid';

/** Where the heights of a level are: in shared memory, or in blocks of a file. Plain data. */
export type PostStore =
  | { readonly type: 'memory'; readonly heights: Float32Array }
  | { readonly type: 'file'; readonly file: string; readonly kinds: Uint8Array };

/** One resolution of a field of heights; plain data. */
export interface PostLevel {
  readonly cols: number;
  readonly rows: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
  readonly isRing: boolean;
  readonly store: PostStore;
}

/** A field of heights in halving resolutions, the finest first, all starting in the north-west. */
export interface PostPyramid {
  readonly westDeg: number;
  readonly northDeg: number;
  /** Up to a turn beyond the west. */
  readonly eastDeg: number;
  readonly southDeg: number;
  readonly isRing: boolean;
  readonly levels: readonly PostLevel[];
}

/** Coarsest level: below this many posts nothing is halved. */
const FEWEST_POSTS = 9;

/** Sizes of all levels over a grid; a ring is halved while its columns are even in number. */
export function levelSizes(grid: PostGrid): readonly Omit<PostLevel, 'store'>[] {
  let { cols, rows, stepLonDeg, stepLatDeg } = grid;
  const { isRing } = grid;
  const sizes = [{ cols, rows, stepLonDeg, stepLatDeg, isRing }];
  while (Math.min(cols, rows) > FEWEST_POSTS && !(isRing && cols % 2 === 1)) {
    cols = Math.floor((cols + 1) / 2);
    rows = Math.floor((rows + 1) / 2);
    stepLonDeg *= 2;
    stepLatDeg *= 2;
    sizes.push({ cols, rows, stepLonDeg, stepLatDeg, isRing });
  }
  return sizes;
}
