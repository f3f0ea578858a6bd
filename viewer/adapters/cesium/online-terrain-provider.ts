import {
  BoundingSphere,
  Cartesian3,
  Credit,
  Ellipsoid,
  Event,
  GeographicTilingScheme,
  OrientedBoundingBox,
  QuantizedMeshTerrainData,
  type Rectangle,
  type Request,
  type TerrainProvider,
  TileAvailability,
} from 'cesium';
import type { Ecef } from '#core/geo/ellipsoid';
import { levelGeometricErrorM } from '#core/tiles/geographic-tiling';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import type { OnlineTerrain } from '../online-terrain-port';

/** A skirt hides a crack to a neighbour of another level: so many times the level's error deep. */
const SKIRT_ERRORS = 5;

/** From this many vertices on, indices take four bytes each. */
const WIDE_INDICES_FROM = 65_536;

/** Hands the meshes of an online terrain to Cesium, with skirts where levels meet. */
export class OnlineTerrainProvider implements TerrainProvider {
  readonly errorEvent = new Event();
  readonly hasWaterMask = false;
  readonly hasVertexNormals = true;
  readonly tilingScheme = new GeographicTilingScheme();
  readonly availability: TileAvailability;
  readonly credit: Credit;
  readonly #terrain: OnlineTerrain;

  constructor(terrain: OnlineTerrain) {
    this.#terrain = terrain;
    this.credit = new Credit(terrain.credit, false);
    this.availability = new TileAvailability(this.tilingScheme, terrain.maxLevel);
    for (let level = 0; level <= terrain.maxLevel; level++) {
      const lastX = this.tilingScheme.getNumberOfXTilesAtLevel(level) - 1;
      const lastY = this.tilingScheme.getNumberOfYTilesAtLevel(level) - 1;
      this.availability.addAvailableTileRange(level, 0, 0, lastX, lastY);
    }
    // What is missing is said by the terrain's `lost`; without a listener Cesium writes errors.
    this.errorEvent.addEventListener(() => undefined);
  }

  requestTileGeometry(
    x: number,
    y: number,
    level: number,
    _request?: Request,
  ): Promise<QuantizedMeshTerrainData> | undefined {
    const mesh = this.#terrain.requestMesh({ z: level, x, y, scheme: 'xyz' });
    return mesh?.then((made) =>
      terrainData(made, level, this.tilingScheme.tileXYToRectangle(x, y, level)),
    );
  }

  getLevelMaximumGeometricError(level: number): number {
    return levelGeometricErrorM(level);
  }

  getTileDataAvailable(_x: number, _y: number, level: number): boolean {
    return level <= this.#terrain.maxLevel;
  }

  loadTileDataAvailability(): undefined {
    return undefined;
  }
}

function terrainData(
  mesh: QuantizedMesh,
  level: number,
  rectangle: Rectangle,
): QuantizedMeshTerrainData {
  const { header, u, v, h, edges } = mesh;
  const { minHeightEllipsoidalM: low, maxHeightEllipsoidalM: high, boundingSphere } = header;
  const quantizedVertices = new Uint16Array(3 * u.length);
  quantizedVertices.set(u, 0);
  quantizedVertices.set(v, u.length);
  quantizedVertices.set(h, 2 * u.length);
  const isWide = u.length >= WIDE_INDICES_FROM;
  const skirtM = SKIRT_ERRORS * levelGeometricErrorM(level);
  return new QuantizedMeshTerrainData({
    quantizedVertices,
    indices: isWide ? mesh.indices : Uint16Array.from(mesh.indices),
    minimumHeight: low,
    maximumHeight: high,
    boundingSphere: new BoundingSphere(
      cartesianOf(boundingSphere.centerEcef),
      boundingSphere.radiusM,
    ),
    orientedBoundingBox: OrientedBoundingBox.fromRectangle(rectangle, low, high, Ellipsoid.WGS84),
    horizonOcclusionPoint: cartesianOf(header.horizonOcclusionPoint),
    westIndices: [...edges.west],
    southIndices: [...edges.south],
    eastIndices: [...edges.east],
    northIndices: [...edges.north],
    westSkirtHeight: skirtM,
    southSkirtHeight: skirtM,
    eastSkirtHeight: skirtM,
    northSkirtHeight: skirtM,
    ...(mesh.octNormals && { encodedNormals: mesh.octNormals }),
  });
}

function cartesianOf([x, y, z]: Ecef): Cartesian3 {
  return new Cartesian3(x, y, z);
}
