import { mix, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import type { Recipe } from '../recipe';
import {
  blendColour,
  bump,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
} from '../shade/surface';
import type { FieldContext } from './field-context';
import { FULL_TREES_M, forestObjects } from './forest-objects';
import { createHillField } from './hill-field';
import type { NearField, PlantedTuft } from './near-field';
import { RoadLine } from './road-line';
import type { WildLook } from './wild-ground';

/** What a recipe says of a mountain forest. */
export type ForestRecipe = Extract<Recipe['nearField'], { kind: 'forest' }>;

const PATH_M = 1.5;
/** Sky that the crowns leave to the ground below them. */
const UNDER_CROWNS = 0.42;

/** Old mossy forest on a walkers' path. */
export function createForestField(context: FieldContext, forest: ForestRecipe): NearField {
  const { noise, frame } = context;
  const path = new RoadLine(
    { id: 'path', widthM: PATH_M, surface: 'gravel', guard: 'none', line: forest.path },
    frame,
    context.dem,
  );
  const besidePath = (x: number, y: number): number =>
    path.near(x, y) ? Math.abs(path.hit.besideM) : Number.POSITIVE_INFINITY;
  const look = forestLook();
  const roots = (x: number, y: number): number => {
    const cell = noise.cells2(x / 1.6 + 0.4 * noise.gradient2(x / 2, y / 2), y / 1.1);
    return smoothStep(0.16, 0.03, cell.second - cell.nearest);
  };
  return createHillField(context, {
    detail: { detailRatio: 0.75, calmFromM: 12, calmToM: 200, canopyRatio: 0.6 },
    look,
    floorAlbedo: 0.09,
    form: (x, y, h, cellM) => {
      const lumps = cellM < 1 ? 0.45 * noise.fractal2(x / 5.5, y / 5.5, 3) : 0;
      const near = smoothStep(0.5, 2.6, besidePath(x, y));
      return path.cutInto(x, y, h) + near * lumps;
    },
    micro: (x, y) => {
      const share = smoothStep(0.2, 1.4, besidePath(x, y));
      return (
        (0.25 + 0.75 * share) * 0.1 * noise.fractal2(x / 1.2, y / 1.2, 4) +
        0.05 * (0.4 + 0.6 * share) * roots(x, y)
      );
    },
    paint: () => false,
    dress: (point, surface) => {
      if (point.distanceM > 160) return;
      const beside = besidePath(point.x, point.y);
      paintFloor(context, beside, roots(point.x, point.y), point, surface);
    },
    objects: (groundAt) => forestObjects(context, forest, besidePath, groundAt),
    plants: () => ({
      fromM: FULL_TREES_M,
      bambooRatio: 0.5,
      pineRatio: 0.12,
      treeLineM: 2950,
      isFree: () => true,
    }),
    tuftAt: (x, y, column, row) => forestTuft(context, besidePath(x, y), x, y, column, row),
  });
}

/** Litter, moss, roots, and the trodden earth of the path. */
function paintFloor(
  { noise }: FieldContext,
  besideM: number,
  root: number,
  point: SurfacePoint,
  surface: Surface,
): void {
  const { x, y, distanceM, footprintM: fp } = point;
  const { albedo } = surface;
  const far = smoothStep(160, 90, distanceM);
  const [r, g, b] = [albedo[0]!, albedo[1]!, albedo[2]!];
  const leaf = noise.cells2(x * 7 + noise.gradient2(x * 2, y * 2), y * 9);
  const hue = hashCell(leaf.id, 4, 2);
  const fine = fp < 0.06 ? 1 - fp / 0.06 : 0;
  const k = mix(1, 0.55 + 0.9 * hashCell(leaf.id, 7, 2), fine);
  setColour(albedo, mix(0.085, 0.15, hue) * k, mix(0.06, 0.085, hue) * k, 0.036 * k);
  const shade = smoothStep(0.04, 0.2, leaf.second - leaf.nearest);
  scaleColour(albedo, mix(1, 0.6 + 0.4 * shade, fine));
  const moss = smoothStep(-0.08, 0.22, noise.fractal2(x / 2.6, y / 2.6, 4) + 0.25 * root);
  const tone = 1 + 0.4 * noise.fractal2(x * 3, y * 3, 3);
  blendColour(albedo, 0.075 * tone, 0.1 * tone, 0.02 * tone, 0.85 * moss);
  blendColour(albedo, 0.085, 0.066, 0.046, 0.6 * root * (1 - 0.6 * moss));
  const path = smoothStep(0.95, 0.35, besideM + 0.35 * noise.fractal2(x / 0.9, y / 0.9, 3));
  const mud = 1 + 0.35 * noise.fractal2(x * 1.4, y * 1.4, 4);
  blendColour(albedo, 0.135 * mud, 0.1 * mud, 0.066 * mud, 0.88 * path);
  for (const [c, own] of [r, g, b].entries()) albedo[c] = mix(own, albedo[c]!, far);
  if (fp < 0.02) bump(noise, surface, point, 13, 0.3 * far, 3);
  surface.openness *= mix(1, UNDER_CROWNS, far);
}

function forestTuft(
  { noise }: FieldContext,
  besideM: number,
  x: number,
  y: number,
  column: number,
  row: number,
): PlantedTuft | undefined {
  const patch = noise.gradient2(x / 3.2, y / 3.2) + 0.4 * noise.gradient2(x / 0.9, y / 0.9);
  const chance = hashCell(column, row, 326);
  if (besideM < 0.75 || (patch < 0.12 && chance > 0.05)) return undefined;
  return {
    kind: noise.gradient2(x / 9 + 5, y / 9) > 0 ? 'bamboo' : 'grass',
    heightM: 0.12 + 0.22 * hashCell(column, row, 320),
    ripeness: 0.12,
    densityRatio: 0.8,
  };
}

function forestLook(): WildLook {
  return {
    rock: { colour: [0.16, 0.155, 0.145], lichenRatio: 0.4, mossRatio: 0.95 },
    rockFromSlope: 0.5,
    stoninessRatio: -0.3,
    grass: [0.075, 0.095, 0.03],
    forest: () => 0.95,
    fields: () => 0,
  };
}
