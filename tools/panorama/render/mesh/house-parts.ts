import { addQuad, addTriangle, addVertex, type Mesh, type Vec3 } from './mesh';

/** Corners of the six faces of a box, as picks of [x, y, z] from its low (0) and high (1) corner. */
const BOX_FACES: readonly (readonly [string, string, string, string])[] = [
  ['000', '100', '101', '001'],
  ['110', '010', '011', '111'],
  ['010', '000', '001', '011'],
  ['100', '110', '111', '101'],
  ['001', '101', '111', '011'],
  ['010', '110', '100', '000'],
];

/** An upright box: low and high corner. */
export function addBox(mesh: Mesh, low: Vec3, high: Vec3, material: number): void {
  const corner = (picks: string): Vec3 => {
    const at = (axis: 0 | 1 | 2) => (picks[axis] === '0' ? low[axis] : high[axis]);
    return [at(0), at(1), at(2)];
  };
  for (const [a, b, c, d] of BOX_FACES) {
    addQuad(mesh, [corner(a), corner(b), corner(c), corner(d)], material);
  }
}

/** A roof over a rectangle round the origin; its ridge runs along x. */
export interface RoofSize {
  readonly lengthM: number;
  readonly widthM: number;
  readonly eavesM: number;
  readonly ridgeM: number;
  /** Length of the ridge: that of the roof for gables, less where the ends slope too. */
  readonly ridgeLengthM: number;
  readonly thickM: number;
  readonly material: number;
}

/** Adds a roof with its lower edges; gables stay open. */
export function addRoof(mesh: Mesh, roof: RoofSize): void {
  const l = roof.lengthM / 2;
  const w = roof.widthM / 2;
  const r = roof.ridgeLengthM / 2;
  const { eavesM: e, ridgeM: h, thickM: t, material } = roof;
  const isHipped = roof.ridgeLengthM < roof.lengthM - 0.01;
  for (const s of [-1, 1]) {
    addQuad(
      mesh,
      [
        [-l, s * w, e],
        [l, s * w, e],
        [r, 0, h],
        [-r, 0, h],
      ],
      material,
    );
    addQuad(
      mesh,
      [
        [-l, s * w, e],
        [l, s * w, e],
        [l, s * w, e - t],
        [-l, s * w, e - t],
      ],
      material,
    );
    addQuad(
      mesh,
      [
        [-l, s * w, e - t],
        [l, s * w, e - t],
        [r, 0, h - t],
        [-r, 0, h - t],
      ],
      material,
    );
    if (isHipped)
      addEnd(
        mesh,
        [
          [s * l, -w, e],
          [s * l, w, e],
          [s * r, 0, h],
        ],
        material,
      );
    const edge: readonly Vec3[] = isHipped
      ? [
          [s * l, -w, e],
          [s * l, w, e],
        ]
      : [
          [s * l, -w, e],
          [s * l, 0, h],
          [s * l, w, e],
        ];
    for (let i = 0; i + 1 < edge.length; i++) {
      const [p, q] = [edge[i]!, edge[i + 1]!];
      addQuad(mesh, [p, q, [q[0], q[1], q[2] - t], [p[0], p[1], p[2] - t]], material);
    }
  }
}

/** A triangle with its own normal. */
export function addEnd(mesh: Mesh, corners: readonly [Vec3, Vec3, Vec3], material: number): void {
  const [a, b, c] = corners;
  const u = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const v = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const n = [
    u[1]! * v[2]! - u[2]! * v[1]!,
    u[2]! * v[0]! - u[0]! * v[2]!,
    u[0]! * v[1]! - u[1]! * v[0]!,
  ];
  const scale = (n[2]! < 0 ? -1 : 1) / Math.hypot(n[0]!, n[1]!, n[2]!);
  const normal: Vec3 = [n[0]! * scale, n[1]! * scale, n[2]! * scale];
  const at = corners.map((p) => addVertex(mesh, p, normal));
  addTriangle(mesh, at[0]!, at[1]!, at[2]!, material);
}

/** The triangle of wall under a gable. */
export function addGable(
  mesh: Mesh,
  x: number,
  halfWidthM: number,
  eavesM: number,
  ridgeM: number,
  material: number,
): void {
  const normal: Vec3 = [Math.sign(x), 0, 0];
  const at = [
    [x, -halfWidthM, eavesM],
    [x, halfWidthM, eavesM],
    [x, 0, ridgeM],
  ].map(([px, py, pz]) => addVertex(mesh, [px!, py!, pz!], normal));
  addTriangle(mesh, at[0]!, at[1]!, at[2]!, material);
}
