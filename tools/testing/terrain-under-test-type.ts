/** The tiers of terrain that the globe can show. */
export type TerrainTierUnderTest = 'sketch' | 'surveyed' | 'online';

/** A terrain as the test server serves it, and heights read from what it was made of. */
export interface TerrainUnderTest {
  /** Folder of a tile set, or the address of height tiles with `{z}`, `{x}` and `{y}`. */
  readonly url: string;
  /** Level to sample: the deepest that has data of its own. */
  readonly level: number;
  readonly points: readonly {
    readonly lonDeg: number;
    readonly latDeg: number;
    readonly heightOrthometricM: number;
  }[];
}
