import { addBox } from './house-parts';
import { lettering } from './lettering';
import { createMesh, MATERIAL, type Mesh, mergeMeshes } from './mesh';

/** A stone tablet with lines of text on one face (toward -y), on a plinth. */
export function tablet(
  lines: readonly string[],
  widthM: number,
  heightM: number,
  materials: { readonly slab: number; readonly text: number; readonly foot: number },
): Mesh {
  const mesh = createMesh();
  addBox(mesh, [-widthM / 2 - 0.25, -0.45, -0.5], [widthM / 2 + 0.25, 0.45, 0.35], materials.foot);
  addBox(mesh, [-widthM / 2, -0.14, 0.35], [widthM / 2, 0.14, 0.35 + heightM], materials.slab);
  const line = heightM / (lines.length + 0.6);
  return mergeMeshes([
    [mesh, 0, 0, 0],
    ...lines.map((text, i) => {
      const size = Math.min(line * 0.5, (widthM * 0.88) / (text.length * 0.92));
      const z = 0.35 + heightM - line * (i + 0.95);
      return [lettering(text, size, materials.text), 0, -0.143, z] as const;
    }),
  ]);
}

/** Lines of text on a board between two posts, read from -y; base at z = 0. */
export function signBoard(
  lines: readonly string[],
  widthM: number,
  board: number,
  text: number,
): Mesh {
  const mesh = createMesh();
  const line = widthM / 4.6;
  const height = line * (lines.length + 0.5);
  const foot = 0.75;
  for (const x of [-widthM * 0.36, widthM * 0.36]) {
    addBox(mesh, [x - 0.04, 0.02, -0.4], [x + 0.04, 0.09, foot + height + 0.08], MATERIAL.wood);
  }
  addBox(mesh, [-widthM / 2, -0.02, foot], [widthM / 2, 0.02, foot + height], board);
  return mergeMeshes([
    [mesh, 0, 0, 0],
    ...lines.map((words, i) => {
      const size = Math.min(line * 0.55, (widthM * 0.85) / (words.length * 0.92));
      return [lettering(words, size, text), 0, -0.0225, foot + height - line * (i + 0.95)] as const;
    }),
  ]);
}
