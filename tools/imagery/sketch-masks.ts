import { blurred } from '../terrain/blur';
import { createHeightField, type HeightField } from '../terrain/height-field';
import type { RegionFact, SketchFacts } from '../terrain/sketch/facts';
import { regionMask } from '../terrain/sketch/rasterise';
import { SKETCH_BOX_DEG, sketchGrid } from '../terrain/sketch/sketch-grid';
import type { LandMasks } from './paint-fields';

/** Resolution of the masks: their edges are soft anyway. */
const MASK_POSTS_PER_DEG = 180;

/** Width over which one kind of country passes into the next in the picture. */
const EDGE_M = { karst: 1_600, plain: 1_100, sea: 500 } as const;

/** Karst, plains and sea of the facts as the painter wants them. */
export function sketchMasks(facts: SketchFacts): LandMasks {
  const mask = (kind: RegionFact['kind'] & keyof typeof EDGE_M): HeightField => {
    const grid = sketchGrid(MASK_POSTS_PER_DEG);
    const soft = blurred(grid, regionMask(grid, facts.regions, kind), EDGE_M[kind]);
    return createHeightField(SKETCH_BOX_DEG, grid.cols, grid.rows, soft);
  };
  return { karst: mask('karst'), plain: mask('plain'), sea: mask('sea') };
}
