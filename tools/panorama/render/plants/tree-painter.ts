import { REFRACTED_RADIUS_M } from '../light/air-medium';
import type { Daylight } from '../light/daylight';
import type { HazeView } from '../light/haze-view';
import { smoothStep } from '../maths/curves';
import { type SpriteLevel, spriteRange, TEXEL } from './sprite-art';
import { type Tile, tileColumn } from './tile';
import { TREE_AT, TREE_FLOATS } from './tree-list';

/** Leaf colours of broad-leaved trees, linear reflectance. */
const GREENS: readonly (readonly [number, number, number])[] = [
  [0.075, 0.115, 0.028],
  [0.06, 0.1, 0.025],
  [0.095, 0.13, 0.03],
  [0.055, 0.085, 0.03],
  [0.085, 0.11, 0.035],
  [0.12, 0.14, 0.035],
];
const BAMBOO_GREEN = [0.095, 0.125, 0.033] as const;
const PINE_GREEN = [0.045, 0.075, 0.032] as const;
/** Orchards in flower. */
const PLUM_WHITE = [1.02, 0.98, 0.94] as const;
const PEACH_PINK = [0.9, 0.4, 0.48] as const;
const BARK = [0.075, 0.0675, 0.056] as const;

/** What trees are painted with. */
export interface TreePainterSource {
  readonly trees: Float32Array;
  readonly sprites: readonly (readonly SpriteLevel[])[];
  readonly daylight: Daylight;
  readonly haze: HazeView;
  readonly eye: { readonly x: number; readonly y: number; readonly z: number };
}

/** Light of one tree, the same over its sprite. */
interface TreeLight {
  readonly right: number;
  readonly up: number;
  readonly toward: number;
  readonly visible: number;
  readonly through: number;
  readonly colour: readonly [number, number, number];
}

/** Paints planted trees over a strip, back to front. */
export function paintTrees(source: TreePainterSource, tile: Tile): void {
  const { trees } = source;
  const perRad = tile.allColumns / (2 * Math.PI);
  for (let t = 0; t < trees.length; t += TREE_FLOATS) {
    const r = trees[t + TREE_AT.distanceM]!;
    const u = tileColumn(tile, trees[t + TREE_AT.headingRad]!);
    const half = ((trees[t + TREE_AT.widthM]! * 1.25) / r) * perRad * 0.75 + 2;
    if (u + half < 0 || u - half > tile.columns) continue;
    paintTree(source, tile, t, r, u, perRad);
  }
}

function paintTree(
  source: TreePainterSource,
  tile: Tile,
  t: number,
  r: number,
  u: number,
  perRad: number,
): void {
  const { trees, eye, haze, sprites } = source;
  const x = trees[t]!;
  const y = trees[t + 1]!;
  const z = trees[t + TREE_AT.z]!;
  const heightM = trees[t + TREE_AT.heightM]!;
  const drop = (r * r) / (2 * REFRACTED_RADIUS_M);
  const low = Math.atan((z - eye.z - drop) / r);
  const high = Math.atan((z + heightM - eye.z - drop) / r);
  const bottom = tile.rows / 2 - low * perRad;
  const top = tile.rows / 2 - high * perRad;
  if (bottom < 0 || top > tile.rows || bottom - top < 0.25) return;
  const pitch = (low + high) / 2;
  const heading = trees[t + TREE_AT.headingRad]!;
  const width =
    (((trees[t + TREE_AT.widthM]! * 1.25) / r) * perRad) / Math.max(0.3, Math.cos(pitch));
  const light = treeLight(source, t, heading);
  haze.look(pitch, heading, r / Math.cos(pitch), x, y, z + heightM * 0.5);
  const levels = sprites[trees[t + TREE_AT.sprite]!]!;
  const shrink = Math.max(1, levels[0]!.width / Math.max(1, width));
  const level = levels[Math.min(levels.length - 1, Math.floor(Math.log2(shrink) + 0.35))]!;
  const hidesFrom = r - trees[t + TREE_AT.widthM]! * 0.5;
  const left = u - width / 2;
  const i0 = Math.max(0, Math.ceil(left - 0.5));
  const i1 = Math.min(tile.columns - 1, Math.floor(left + width - 0.5));
  const j0 = Math.max(0, Math.ceil(top - 0.5));
  const j1 = Math.min(tile.rows - 1, Math.floor(bottom - 0.5));
  const isMirrored = trees[t + TREE_AT.isMirrored]! > 0.5;
  for (let j = j0; j <= j1; j++) {
    const v = Math.min(
      level.height - 1,
      Math.floor(((j + 0.5 - top) / (bottom - top)) * level.height),
    );
    for (let i = i0; i <= i1; i++) {
      const p = j * tile.columns + i;
      if (tile.distance[p]! < hidesFrom) continue;
      let s = Math.min(level.width - 1, Math.floor(((i + 0.5 - left) / width) * level.width));
      if (isMirrored) s = level.width - 1 - s;
      const o = (v * level.width + s) * TEXEL;
      if (level.texels[o]! >= 0.03) paintTexel(source, tile, p, level.texels, o, light);
    }
  }
}

function treeLight({ trees, daylight }: TreePainterSource, t: number, heading: number): TreeLight {
  const { sun } = daylight;
  const x = trees[t]!;
  const y = trees[t + 1]!;
  const z = trees[t + TREE_AT.z]!;
  const heightM = trees[t + TREE_AT.heightM]!;
  const look = trees[t + TREE_AT.look]!;
  const sprite = trees[t + TREE_AT.sprite]!;
  const c = Math.cos(heading);
  const s = Math.sin(heading);
  daylight.sunAt(x, y, z);
  const isBamboo = isOfKind(sprite, 'bamboo') || isOfKind(sprite, 'dwarf-bamboo');
  const base = isBamboo
    ? BAMBOO_GREEN
    : isOfKind(sprite, 'pine')
      ? PINE_GREEN
      : isOfKind(sprite, 'plum')
        ? PLUM_WHITE
        : isOfKind(sprite, 'peach')
          ? PEACH_PINK
          : GREENS[Math.floor(look * GREENS.length)]!;
  const vary = 0.8 + 0.4 * ((look * 37) % 1);
  const dry = isBamboo ? 0.35 * ((look * 13) % 1) : 0;
  return {
    right: (sun.x * c - sun.y * s) * (trees[t + TREE_AT.isMirrored]! > 0.5 ? -1 : 1),
    up: sun.z,
    toward: -(sun.x * s + sun.y * c),
    visible: daylight.visibility(x, y, z + heightM * 0.75, Math.max(0.3, heightM * 0.35)),
    through: isBamboo ? 0.46 : 0.3,
    colour: [
      (base[0] + dry * 0.11) * vary,
      (base[1] + dry * 0.06) * vary,
      (base[2] + dry * 0.02) * vary,
    ],
  };
}

function isOfKind(sprite: number, kind: Parameters<typeof spriteRange>[0]): boolean {
  const [first, count] = spriteRange(kind);
  return sprite >= first && sprite < first + count;
}

function paintTexel(
  { daylight, haze }: TreePainterSource,
  tile: Tile,
  p: number,
  texels: Float32Array,
  o: number,
  light: TreeLight,
): void {
  const cover = texels[o]!;
  const nx = texels[o + 1]! / cover;
  const ny = texels[o + 2]! / cover;
  const nz = texels[o + 3]! / cover;
  const shade = texels[o + 4]! / cover;
  const a = Math.min(1, cover * 1.15);
  const q = p * 3;
  const { direct, ambient } = daylight;
  const facing = nx * light.right + ny * light.up + nz * light.toward;
  const back =
    Math.max(0, -light.toward) * light.through * (1.1 - shade * 0.4) * smoothStep(0.25, 0.9, shade);
  const lit = Math.max(0, facing * 0.8 + 0.2) * (0.35 + 0.65 * Math.min(1, shade)) + back;
  const open = (0.45 + 0.55 * Math.max(0, ny)) * shade;
  for (let c = 0; c < 3; c++) {
    const e =
      shade < 0
        ? BARK[c]! * -shade * 3 * (ambient[c]! * 0.25 + direct[c]! * light.visible * 0.06)
        : light.colour[c]! *
          (direct[c]! * 0.34 * lit * light.visible + ambient[c]! * 0.34 * open * 0.9);
    const seen = e * haze.veil[3 + c]! + haze.veil[c]!;
    tile.rgb[q + c]! += (seen - tile.rgb[q + c]!) * a;
  }
}
