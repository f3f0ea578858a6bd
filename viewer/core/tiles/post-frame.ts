import { radFromDeg } from '../geo/angles';
import { type Ecef, WGS84_FLATTENING, WGS84_SEMI_MAJOR_AXIS_M } from '../geo/ellipsoid';
import { tileSpanDeg } from './geographic-tiling';
import type { TilePosts } from './tile-posts';

const E2 = WGS84_FLATTENING * (2 - WGS84_FLATTENING);

/** Where the columns and rows of a tile's posts stand on the Earth, worked out once per tile. */
export class PostFrame {
  /** Metres between the posts of each row: the rows shrink towards the poles. */
  readonly colStepM: Float64Array;
  /** Metres between rows. */
  readonly rowStepM: number;
  readonly #posts: TilePosts;
  readonly #sinLon: Float64Array;
  readonly #cosLon: Float64Array;
  readonly #sinLat: Float64Array;
  readonly #cosLat: Float64Array;
  /** Radius of curvature across the meridian, per row. */
  readonly #primeVerticalM: Float64Array;

  constructor(posts: TilePosts) {
    const stepRad = radFromDeg(tileSpanDeg(posts.tile.z) / posts.segments);
    this.#posts = posts;
    this.#sinLon = posts.lonDeg.map((lonDeg) => Math.sin(radFromDeg(lonDeg)));
    this.#cosLon = posts.lonDeg.map((lonDeg) => Math.cos(radFromDeg(lonDeg)));
    this.#sinLat = posts.latDeg.map((latDeg) => Math.sin(radFromDeg(latDeg)));
    this.#cosLat = posts.latDeg.map((latDeg) => Math.cos(radFromDeg(latDeg)));
    this.#primeVerticalM = this.#sinLat.map(
      (sinLat) => WGS84_SEMI_MAJOR_AXIS_M / Math.sqrt(1 - E2 * sinLat * sinLat),
    );
    this.colStepM = this.#primeVerticalM.map((primeVerticalM, row) =>
      Math.max(1e-3, primeVerticalM * this.#cosLat[row]! * stepRad),
    );
    this.rowStepM = WGS84_SEMI_MAJOR_AXIS_M * stepRad;
  }

  /** Earth-fixed position over a post. */
  ecef(row: number, col: number, heightEllipsoidalM: number): Ecef {
    const primeVerticalM = this.#primeVerticalM[row]!;
    const ringM = (primeVerticalM + heightEllipsoidalM) * this.#cosLat[row]!;
    return [
      ringM * this.#cosLon[col]!,
      ringM * this.#sinLon[col]!,
      (primeVerticalM * (1 - E2) + heightEllipsoidalM) * this.#sinLat[row]!,
    ];
  }

  /**
   * Outward normal of the ground at a post, Earth-fixed; the same in every tile that has the post
   * and its four neighbours.
   */
  normal(row: number, col: number): Ecef {
    const { sidePosts, heightsEllipsoidalM: heights } = this.#posts;
    const post = row * sidePosts + col;
    const east = (heights[post + 1]! - heights[post - 1]!) / (2 * this.colStepM[row]!);
    const north = (heights[post - sidePosts]! - heights[post + sidePosts]!) / (2 * this.rowStepM);
    const up = 1 / Math.sqrt(east * east + north * north + 1);
    const [e, n] = [-east * up, -north * up];
    const outward = this.#cosLat[row]! * up - this.#sinLat[row]! * n;
    return [
      this.#cosLon[col]! * outward - this.#sinLon[col]! * e,
      this.#sinLon[col]! * outward + this.#cosLon[col]! * e,
      this.#sinLat[row]! * up + this.#cosLat[row]! * n,
    ];
  }
}
