import type { ClipLevelSize } from '../land/clipmap';
import type { ObjectSet } from '../mesh/mesh';
import type { Surface, SurfacePoint } from '../shade/surface';
import type { GridData } from './square-grid';
import type { WaterBody } from './water';

/** Height of the ground at a local point, metres above the sea. */
export type GroundAt = (x: number, y: number) => number;

/** One tree or shrub that is drawn as a sprite. */
export interface PlantedTree {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly heightM: number;
  readonly widthM: number;
  readonly sprite: SpriteKind;
  /** [0, 1): picks the drawing, the colour and the mirror image. */
  readonly look: number;
}

export type SpriteKind = 'broad' | 'bamboo' | 'pine' | 'shrub' | 'dwarf-bamboo' | 'plum' | 'peach';

/** A tuft of blades that is drawn stroke by stroke. */
export interface PlantedTuft {
  readonly heightM: number;
  readonly kind: 'rice' | 'grass' | 'stubble' | 'seedling' | 'bamboo' | 'tea' | 'buckwheat';
  /** Rice: 0 green to 1 straw. Others: dryness. */
  readonly ripeness: number;
  /** Blades over the usual number. */
  readonly densityRatio: number;
  /** Where it grows, if that is below the surface that the march sees (crop on the ground). */
  readonly footM?: number;
}

/** Colours the ground and bends its normal. One a thread: it may keep scratch space. */
export type GroundPainter = (point: SurfacePoint, surface: Surface) => void;

/** Grids that a near field computes once and all threads read. */
export interface NearShared {
  readonly macro?: GridData;
  readonly farmed?: GridData;
  readonly sky?: GridData;
}

/** The first kilometres round the viewer, and what the ground is like beyond. */
export interface NearField {
  /** Nested grids, finest first, for a full picture. */
  readonly clipSizes: readonly ClipLevelSize[];
  /** Length of a march step over its distance. */
  readonly stepRatio: number;
  /** Reflectance of the land or cloud below, for the light from underneath. */
  readonly floorAlbedo: number;
  /** Plants stand between these distances from the viewer. */
  readonly treeReachM: number;
  /** Water that stands over low ground. */
  readonly water?: WaterBody;
  /** Floor the viewer stands on where that is not the ground, above the sea. */
  readonly standM?: number;
  /** Full ground height for a grid of a spacing. */
  shape(x: number, y: number, cellM: number): number;
  /** Small forms on top of the grids, near by. */
  micro(x: number, y: number): number;
  /** Height of crowns on distant ground. */
  crown(x: number, y: number): number;
  createPainter(groundAt: GroundAt): GroundPainter;
  objects(groundAt: GroundAt): ObjectSet;
  trees(groundAt: GroundAt): readonly PlantedTree[];
  /** What grows in one small cell of ground; undefined where nothing does. */
  tuftAt(x: number, y: number, column: number, row: number, lod: number): PlantedTuft | undefined;
}
