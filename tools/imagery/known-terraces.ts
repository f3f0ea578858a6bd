import { join } from 'node:path';
import { listFolder } from '../io/files';
import { readJsonIfThere } from '../io/tile-files';
import { createHeightField, type HeightField } from '../terrain/height-field';
import type { FactPlace } from '../terrain/sketch/facts';
import { SKETCH_BOX_DEG, sketchDistanceM, sketchGrid } from '../terrain/sketch/sketch-grid';

const SCENE = 'scenes/northwest';

/** Terraces fill the country around a known place about this far. */
const REACH_M = 4_500;

const POSTS_PER_DEG = 90;

/** Places of the scene that are terraces, sorted: their positions decide where some are painted. */
export async function knownTerraces(rootDir: string): Promise<readonly FactPlace[]> {
  const places: FactPlace[] = [];
  for (const province of await listFolder(join(rootDir, SCENE))) {
    const folder = join(rootDir, SCENE, province.name, 'places');
    for (const file of await listFolder(folder)) {
      const place = await readJsonIfThere(join(folder, file.name));
      const position = terracesPosition(place);
      if (position) places.push(position);
    }
  }
  return places;
}

/** How near known terraces are, 0..1, on a coarse grid. */
export function knownTerracesMask(places: readonly FactPlace[]): HeightField {
  const { cols, rows } = sketchGrid(POSTS_PER_DEG);
  const near = new Float32Array(cols * rows);
  for (let i = 0; i < near.length; i++) {
    const lonDeg = SKETCH_BOX_DEG.westDeg + (i % cols) / POSTS_PER_DEG;
    const latDeg = SKETCH_BOX_DEG.northDeg - Math.floor(i / cols) / POSTS_PER_DEG;
    for (const place of places) {
      const far = sketchDistanceM(lonDeg, latDeg, place[0], place[1]) / REACH_M;
      near[i] = Math.max(near[i]!, Math.exp(-(far ** 4)));
    }
  }
  return createHeightField(SKETCH_BOX_DEG, cols, rows, near);
}

function terracesPosition(place: unknown): FactPlace | undefined {
  const { kind, position } = (place ?? {}) as {
    kind?: unknown;
    position?: { lonDeg?: unknown; latDeg?: unknown };
  };
  const { lonDeg, latDeg } = position ?? {};
  if (kind !== 'terraces' || typeof lonDeg !== 'number' || typeof latDeg !== 'number') {
    return undefined;
  }
  return [lonDeg, latDeg];
}
