import type { ClipLevelSize } from '../land/clipmap';
import { cloudTop } from '../land/cloud-sea';
import { createEroder, type ReliefDetail } from '../land/relief';
import { smoothStep } from '../maths/curves';
import type { ObjectSet } from '../mesh/mesh';
import type { Surface, SurfacePoint } from '../shade/surface';
import { crownRelief, type FieldContext } from './field-context';
import type { GroundAt, NearField, PlantedTree, PlantedTuft } from './near-field';
import { createWildPainter, type WildLook } from './wild-ground';
import { plantWild, type WildPlanting } from './wild-plants';

/** Sizes that suit open hill country. */
export const HILL_CLIP_SIZES: readonly ClipLevelSize[] = [
  { cellM: 0.12, posts: 1024 },
  { cellM: 0.5, posts: 1500 },
  { cellM: 2, posts: 1600 },
  { cellM: 8, posts: 1400 },
  { cellM: 32, posts: 1400 },
  { cellM: 150, posts: 1800 },
];
const PLANTED_TO_M = 2700;
/** Over which a carved slope turns down. */
const BROW_M = 7;
/** Spacing that cloud tops are asked for, and the torn mist above them. */
const CLOUD_CELL_M = 20;
const CLOUD_RIM_M = 12;

/** What a place adds to hill country. */
export interface HillDesign {
  readonly detail: ReliefDetail;
  readonly look: WildLook;
  /** Reflectance of the land or cloud below; that of hills where absent. */
  readonly floorAlbedo?: number;
  /** @param h - height of the land that erosion left there */
  form(x: number, y: number, h: number, cellM: number): number;
  /** Small forms on the grids, metres. */
  micro(x: number, y: number): number;
  /**
   * Paints what is no wild ground.
   *
   * @returns false to leave the point to the wild painter
   */
  paint(point: SurfacePoint, surface: Surface, groundAt: GroundAt): boolean;
  /** Goes over painted wild ground. */
  dress?(point: SurfacePoint, surface: Surface): void;
  objects(groundAt: GroundAt): ObjectSet;
  plants(groundAt: GroundAt): Pick<WildPlanting, 'isFree'> & Partial<WildPlanting>;
  /** Planted by people: orchards, avenues. */
  garden?(groundAt: GroundAt): readonly PlantedTree[];
  tuftAt(x: number, y: number, column: number, row: number, lod: number): PlantedTuft | undefined;
}

/** Hill country with one place in it. */
export function createHillField(context: FieldContext, design: HillDesign): NearField {
  const { noise, dem } = context;
  const erode = createEroder(dem, noise, design.detail);
  const { look, micro } = design;
  return {
    clipSizes: HILL_CLIP_SIZES,
    stepRatio: 0.004,
    floorAlbedo: design.floorAlbedo ?? 0.13,
    treeReachM: PLANTED_TO_M,
    shape: (x, y, cellM) => design.form(x, y, erode(x, y, cellM), cellM),
    micro,
    crown: (x, y) => crownRelief(noise, x, y),
    createPainter: (groundAt) => {
      const wild = createWildPainter(noise, look, groundAt, micro, context.cellAt);
      return (point, surface) => {
        if (design.paint(point, surface, groundAt)) return;
        wild(point, surface);
        design.dress?.(point, surface);
      };
    },
    objects: design.objects,
    trees: (groundAt) =>
      aboveCloud(context, [
        ...plantWild(noise, groundAt, {
          centreX: context.viewerX,
          centreY: context.viewerY,
          fromM: 45,
          toM: PLANTED_TO_M,
          forest: look.forest,
          treeLineM: 2600,
          bambooRatio: 0.5,
          pineRatio: 0.5,
          ...design.plants(groundAt),
        }),
        ...(design.garden?.(groundAt) ?? []),
      ]),
    tuftAt: design.tuftAt,
  };
}

/** Leaves out what a sea of cloud hides. */
function aboveCloud(
  { recipe, noise }: FieldContext,
  trees: readonly PlantedTree[],
): readonly PlantedTree[] {
  const { cloudSea } = recipe.weather;
  if (!cloudSea) return trees;
  const sea = {
    topM: cloudSea.topHeightOrthometricM,
    thicknessM: cloudSea.thicknessM,
    windRad: 0.5,
  };
  return trees.filter(({ x, y, z, heightM }) => {
    return z + 0.7 * heightM > cloudTop(sea, noise, x, y, CLOUD_CELL_M, z) + CLOUD_RIM_M;
  });
}

/** A valley dug deeper than a coarse elevation model has it, on one side of the viewer. */
export interface Carving {
  readonly headingDeg: number;
  /** Either side of the heading. */
  readonly halfAngleDeg: number;
  readonly depthM: number;
  /** Where the ground starts to fall, where it is deepest, where it is the model's again. */
  readonly fromM: number;
  readonly deepestM: number;
  readonly toM: number;
}

/** How much a carving takes away at a point from its middle, metres. */
export function carvedM(carving: Carving, x: number, y: number): number {
  const r = Math.hypot(x, y);
  if (r <= carving.fromM || r >= carving.toM) return 0;
  const heading = (carving.headingDeg * Math.PI) / 180;
  const half = (carving.halfAngleDeg * Math.PI) / 180;
  const along = (x * Math.sin(heading) + y * Math.cos(heading)) / r;
  const lobe = smoothStep(Math.cos(half), Math.cos(half * 0.45), along);
  const t = Math.min(1, (r - carving.fromM) / (carving.deepestM - carving.fromM));
  const brow = smoothStep(0, BROW_M, r - carving.fromM);
  const fall = 1 - (1 - t) ** 1.9;
  const floor = 1 - smoothStep(carving.deepestM * 1.3, carving.toM, r);
  return carving.depthM * lobe * brow * fall * floor;
}
