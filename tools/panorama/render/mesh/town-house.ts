import { addBox } from './house-parts';
import { addQuad, createMesh, MATERIAL, type Mesh } from './mesh';

/** Measures of a town house, metres; its front looks toward -y. */
export interface TownHouseSize {
  readonly widthM: number;
  readonly depthM: number;
  readonly storeys: number;
  readonly roof: number;
}

/** A narrow plastered town house under a sheet or tile roof. */
export function townHouse({ widthM, depthM, storeys, roof }: TownHouseSize): Mesh {
  const mesh = createMesh();
  const w = widthM / 2;
  const d = depthM / 2;
  const top = storeys * 3.2;
  addBox(mesh, [-w, -d, -3], [w, d, top], MATERIAL.plaster);
  for (let storey = 0; storey < storeys; storey++) {
    const z = storey * 3.2;
    for (const y of [-d - 0.02, d]) {
      for (const x of widthM > 6 ? [-w * 0.5, w * 0.5] : [0]) {
        addBox(mesh, [x - 0.9, y, z + 0.9], [x + 0.9, y + 0.02, z + 2.5], MATERIAL.dark);
      }
    }
    if (storey > 0) {
      addBox(mesh, [-w, -d - 0.9, z - 0.12], [w, -d, z], MATERIAL.white);
      addBox(mesh, [-w, -d - 0.9, z], [w, -d - 0.84, z + 0.8], MATERIAL.plaster);
    }
  }
  const ridge = top + widthM * 0.24;
  for (const s of [-1, 1]) {
    addQuad(
      mesh,
      [
        [s * (w + 0.4), -d - 0.6, top],
        [s * (w + 0.4), d + 0.5, top],
        [0, d + 0.5, ridge],
        [0, -d - 0.6, ridge],
      ],
      roof,
    );
    const y = s > 0 ? d : -d;
    addQuad(
      mesh,
      [
        [-w, y, top],
        [w, y, top],
        [0, y, ridge],
        [0, y, ridge],
      ],
      MATERIAL.plaster,
    );
  }
  return mesh;
}
