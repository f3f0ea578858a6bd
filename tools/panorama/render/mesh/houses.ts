import {
  addQuad,
  addTriangle,
  addVertex,
  createMesh,
  MATERIAL,
  type Mesh,
  type Vec3,
} from './mesh';

/** Measures of a house, metres; the ridge runs along x. */
export interface HouseSize {
  readonly lengthM: number;
  readonly widthM: number;
  /** Eaves above the floor. */
  readonly wallM: number;
  /** Floor above the ground: 0 for houses of beaten earth, 1.8 on stilts. */
  readonly floorM: number;
  readonly roof: 'thatch' | 'tile';
}

/** A village house of wood under a steep roof, on stilts or on the ground. */
export function villageHouse(size: HouseSize): Mesh {
  const mesh = createMesh();
  const { lengthM, widthM, wallM, floorM } = size;
  const l = lengthM / 2;
  const w = widthM / 2;
  const eaves = floorM + wallM;
  const ridge = eaves + widthM * 0.42;
  const plank = MATERIAL.plank;
  for (const s of [-1, 1]) {
    addQuad(
      mesh,
      [
        [-l, s * w, floorM],
        [l, s * w, floorM],
        [l, s * w, eaves],
        [-l, s * w, eaves],
      ],
      plank,
    );
    addQuad(
      mesh,
      [
        [s * l, -w, floorM],
        [s * l, w, floorM],
        [s * l, w, eaves],
        [s * l, -w, eaves],
      ],
      plank,
    );
    const gable: Vec3[] = [
      [s * l, -w, eaves],
      [s * l, w, eaves],
      [s * l, 0, ridge],
    ];
    const [a, b, c] = gable.map((p) => addVertex(mesh, p, [s, 0, 0]));
    addTriangle(mesh, a!, b!, c!, plank);
    addOpening(mesh, -l * 0.35, -l * 0.12, s * (w + 0.03), floorM + 0.05, floorM + wallM * 0.8);
    addOpening(
      mesh,
      l * 0.25,
      l * 0.45,
      s * (w + 0.03),
      floorM + wallM * 0.35,
      floorM + wallM * 0.75,
    );
  }
  addQuad(
    mesh,
    [
      [-l, -w, floorM],
      [l, -w, floorM],
      [l, w, floorM],
      [-l, w, floorM],
    ],
    plank,
  );
  addRoof(mesh, size, eaves, ridge);
  if (floorM > 0.4) addStilts(mesh, l, w, floorM);
  return mesh;
}

function addOpening(mesh: Mesh, x0: number, x1: number, y: number, z0: number, z1: number): void {
  addQuad(
    mesh,
    [
      [x0, y, z0],
      [x1, y, z0],
      [x1, y, z1],
      [x0, y, z1],
    ],
    MATERIAL.dark,
  );
}

function addRoof(mesh: Mesh, size: HouseSize, eaves: number, ridge: number): void {
  const material = size.roof === 'thatch' ? MATERIAL.thatch : MATERIAL.tile;
  const l = size.lengthM / 2 + 0.9;
  const w = size.widthM / 2 + 1.1;
  const low = eaves - 0.42;
  const thick = size.roof === 'thatch' ? 0.28 : 0.09;
  for (const s of [-1, 1]) {
    addQuad(
      mesh,
      [
        [-l, s * w, low],
        [l, s * w, low],
        [l, 0, ridge + 0.15],
        [-l, 0, ridge + 0.15],
      ],
      material,
    );
    addQuad(
      mesh,
      [
        [-l, s * w, low],
        [l, s * w, low],
        [l, s * w, low - thick],
        [-l, s * w, low - thick],
      ],
      material,
    );
    addQuad(
      mesh,
      [
        [s * l, -w, low],
        [s * l, 0, ridge + 0.15],
        [s * l, 0, ridge + 0.15 - thick],
        [s * l, -w, low - thick],
      ],
      material,
    );
    addQuad(
      mesh,
      [
        [s * l, w, low],
        [s * l, 0, ridge + 0.15],
        [s * l, 0, ridge + 0.15 - thick],
        [s * l, w, low - thick],
      ],
      material,
    );
  }
}

function addStilts(mesh: Mesh, l: number, w: number, floorM: number): void {
  for (const x of [-l + 0.2, -l / 3, l / 3, l - 0.2]) {
    for (const y of [-w + 0.2, 0, w - 0.2]) {
      const r = 0.11;
      for (const s of [-1, 1]) {
        addQuad(
          mesh,
          [
            [x - r, y + s * r, -2],
            [x + r, y + s * r, -2],
            [x + r, y + s * r, floorM],
            [x - r, y + s * r, floorM],
          ],
          MATERIAL.wood,
        );
        addQuad(
          mesh,
          [
            [x + s * r, y - r, -2],
            [x + s * r, y + r, -2],
            [x + s * r, y + r, floorM],
            [x + s * r, y - r, floorM],
          ],
          MATERIAL.wood,
        );
      }
    }
  }
}
