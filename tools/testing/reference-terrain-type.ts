/** A terrain tile set of the reference elevation model and heights read from the model itself. */
export interface ReferenceTerrain {
  /** Folder of the tile set as the test server serves it. */
  readonly url: string;
  readonly level: number;
  readonly points: readonly {
    readonly lonDeg: number;
    readonly latDeg: number;
    readonly heightOrthometricM: number;
  }[];
}
