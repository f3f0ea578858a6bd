import { radFromDeg } from '#core/geo/angles';
import { type Ecef, ecefFromGeodetic } from '#core/geo/ellipsoid';
import { geographicTileBox } from '#core/tiles/geographic-tiling';
import { QUANTIZED_MAX, type QuantizedMesh } from '#core/tiles/quantized-mesh';
import type { TileId } from '#core/tiles/tile-id';
import type { GroundHeight } from '#core/tiles/tile-posts';

/** Places along a side: the 65 posts and one between every two. */
const SIDE_PLACES = 129;

/** How far a mesh is from the ground. */
export interface MeshError {
  /** Largest at any of the 65 x 65 posts, metres. */
  readonly maxAtPostsM: number;
  /** Largest at any of the 129 x 129 places, posts and between them. */
  readonly maxM: number;
  /** Sum of squares over all places. */
  readonly squaresM2: number;
  readonly places: number;
}

/**
 * Measures meshes of one tile against the ground: flat triangles between Earth-fixed vertices, as a
 * globe draws them, read at posts and between. Knows nothing of how a mesh was made.
 */
export class ErrorProbe {
  readonly #tile: TileId;
  readonly #groundM = new Float64Array(SIDE_PLACES ** 2);
  /** Normal of the ellipsoid at every place, and that normal times the place on the ellipsoid. */
  readonly #normals = new Float64Array(SIDE_PLACES ** 2 * 3);
  readonly #datumM = new Float64Array(SIDE_PLACES ** 2);

  constructor(tile: TileId, ground: GroundHeight) {
    this.#tile = tile;
    for (let y = 0; y < SIDE_PLACES; y++) {
      for (let x = 0; x < SIDE_PLACES; x++) {
        const at = y * SIDE_PLACES + x;
        const [lonDeg, latDeg] = this.#place(x / (SIDE_PLACES - 1), y / (SIDE_PLACES - 1));
        const [lonRad, latRad] = [radFromDeg(lonDeg), radFromDeg(latDeg)];
        const flat = ecefFromGeodetic({ lonRad, latRad, heightEllipsoidalM: 0 });
        const normal: Ecef = [
          Math.cos(latRad) * Math.cos(lonRad),
          Math.cos(latRad) * Math.sin(lonRad),
          Math.sin(latRad),
        ];
        this.#normals.set(normal, 3 * at);
        this.#datumM[at] = normal[0] * flat[0] + normal[1] * flat[1] + normal[2] * flat[2];
        this.#groundM[at] = ground(lonDeg, latDeg);
      }
    }
  }

  /** @throws RangeError if no triangle covers some place */
  measure(mesh: QuantizedMesh): MeshError {
    const vertices = this.#verticesEcef(mesh);
    const isMeasured = new Uint8Array(SIDE_PLACES ** 2);
    let [maxAtPostsM, maxM, squaresM2, places] = [0, 0, 0, 0];
    forEachPlace(mesh, (at, a, b, c, shareB, shareC) => {
      if (isMeasured[at] === 1) return;
      isMeasured[at] = 1;
      let heightM = -this.#datumM[at]!;
      for (let axis = 0; axis < 3; axis++) {
        const origin = vertices[3 * a + axis]!;
        const alongB = vertices[3 * b + axis]! - origin;
        const alongC = vertices[3 * c + axis]! - origin;
        heightM += this.#normals[3 * at + axis]! * (origin + shareB * alongB + shareC * alongC);
      }
      const offM = Math.abs(heightM - this.#groundM[at]!);
      maxM = Math.max(maxM, offM);
      const isPost = (at % SIDE_PLACES) % 2 === 0 && Math.floor(at / SIDE_PLACES) % 2 === 0;
      if (isPost) maxAtPostsM = Math.max(maxAtPostsM, offM);
      squaresM2 += offM * offM;
      places++;
    });
    if (places !== SIDE_PLACES ** 2) {
      throw new RangeError(`Expected a mesh over ${SIDE_PLACES ** 2} places, got ${places}.`);
    }
    return { maxAtPostsM, maxM, squaresM2, places };
  }

  /** Longitude and latitude of a share of the tile from the south-west. */
  #place(east: number, north: number): readonly [number, number] {
    const box = geographicTileBox(this.#tile);
    return [
      box.westDeg + east * (box.eastDeg - box.westDeg),
      box.southDeg + north * (box.northDeg - box.southDeg),
    ];
  }

  #verticesEcef(mesh: QuantizedMesh): Float64Array {
    const { minHeightEllipsoidalM: low, maxHeightEllipsoidalM: high } = mesh.header;
    const vertices = new Float64Array(mesh.u.length * 3);
    for (let i = 0; i < mesh.u.length; i++) {
      const [lonDeg, latDeg] = this.#place(mesh.u[i]! / QUANTIZED_MAX, mesh.v[i]! / QUANTIZED_MAX);
      const place = {
        lonRad: radFromDeg(lonDeg),
        latRad: radFromDeg(latDeg),
        heightEllipsoidalM: low + (mesh.h[i]! / QUANTIZED_MAX) * (high - low),
      };
      vertices.set(ecefFromGeodetic(place), 3 * i);
    }
    return vertices;
  }
}

type OnPlace = (
  at: number,
  a: number,
  b: number,
  c: number,
  shareB: number,
  shareC: number,
) => void;

/** Calls back with every place that a triangle covers; twice on a common side. */
function forEachPlace(mesh: QuantizedMesh, onPlace: OnPlace): void {
  const perPlace = QUANTIZED_MAX / (SIDE_PLACES - 1);
  const slack = 1e-9;
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const [a, b, c] = [mesh.indices[i]!, mesh.indices[i + 1]!, mesh.indices[i + 2]!];
    const [ax, ay] = [mesh.u[a]! / perPlace, mesh.v[a]! / perPlace];
    const [bx, by] = [mesh.u[b]! / perPlace - ax, mesh.v[b]! / perPlace - ay];
    const [cx, cy] = [mesh.u[c]! / perPlace - ax, mesh.v[c]! / perPlace - ay];
    const area = bx * cy - by * cx;
    const lastY = Math.floor(ay + Math.max(0, by, cy) + slack);
    const lastX = Math.floor(ax + Math.max(0, bx, cx) + slack);
    for (let y = Math.ceil(ay + Math.min(0, by, cy) - slack); y <= lastY; y++) {
      for (let x = Math.ceil(ax + Math.min(0, bx, cx) - slack); x <= lastX; x++) {
        const shareB = ((x - ax) * cy - (y - ay) * cx) / area;
        const shareC = (bx * (y - ay) - by * (x - ax)) / area;
        if (shareB < -slack || shareC < -slack || shareB + shareC > 1 + slack) continue;
        onPlace(y * SIDE_PLACES + x, a, b, c, shareB, shareC);
      }
    }
  }
}
