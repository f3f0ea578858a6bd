import type { LandFrame } from '../land/land-frame';
import type { LargeForm } from '../land/relief';
import { clamp, mix, smoothStep } from '../maths/curves';
import type { Recipe } from '../recipe';

/** Where things stand on a summit: metres east and north of its highest point. */
export interface SummitLayout {
  readonly summitM: number;
  /** Paved platform: west, south, east, north edges. */
  readonly platform: readonly [number, number, number, number];
  /** Wooden deck toward the sunrise: west, south, east, north edges. */
  readonly deck: readonly [number, number, number, number];
  /** Terrace further down, with its height; undefined where the recipe has none. */
  readonly landing:
    | { readonly x: number; readonly y: number; readonly radiusM: number; readonly z: number }
    | undefined;
  /** Start of the stairs and the unit vector they run along, and their length in plan. */
  readonly stairs: {
    readonly x: number;
    readonly y: number;
    readonly ux: number;
    readonly uy: number;
    readonly lengthM: number;
  };
}

type SummitRecipe = Extract<Recipe['nearField'], { kind: 'summit' }>;

const PLATFORM = [-5.2, -4.4, 2.2, 2.6] as const;
const DECK = [-1.4, -9.8, 4.9, -4.4] as const;
const STAIRS_FROM = { x: -5.2, y: -3.4 };
/** Mean steepness of the stairs from the platform to the landing. */
const STAIR_SLOPE = 0.5;

/** Lays a summit out. */
export function layOutSummit(recipe: SummitRecipe, frame: LandFrame): SummitLayout {
  const summitM = recipe.summitHeightOrthometricM;
  const { landing } = recipe;
  if (!landing) {
    return {
      summitM,
      platform: PLATFORM,
      deck: DECK,
      landing: undefined,
      stairs: { ...STAIRS_FROM, ux: -0.9, uy: -0.436, lengthM: 24 },
    };
  }
  const [x, y] = frame.toLocal(landing.lonDeg, landing.latDeg);
  const radiusM = landing.widthM / 2;
  const dx = x - STAIRS_FROM.x;
  const dy = y - STAIRS_FROM.y;
  const lengthM = Math.hypot(dx, dy);
  return {
    summitM,
    platform: PLATFORM,
    deck: DECK,
    landing: { x, y, radiusM, z: summitM - STAIR_SLOPE * (lengthM - radiusM) },
    stairs: {
      ...STAIRS_FROM,
      ux: dx / lengthM,
      uy: dy / lengthM,
      lengthM: lengthM - radiusM + 0.4,
    },
  };
}

/** Plan distance to a rectangle, 0 inside. */
export function outsideOf(
  [west, south, east, north]: readonly [number, number, number, number],
  x: number,
  y: number,
): number {
  return Math.hypot(Math.max(west - x, 0, x - east), Math.max(south - y, 0, y - north));
}

/** How far along the stairs a point lies, and how far beside them. */
export function alongStairs(
  { stairs }: SummitLayout,
  x: number,
  y: number,
): readonly [number, number] {
  const dx = x - stairs.x;
  const dy = y - stairs.y;
  return [dx * stairs.ux + dy * stairs.uy, dx * stairs.uy - dy * stairs.ux];
}

/** Height the stairs are built along, metres above the sea. */
export function stairGround(layout: SummitLayout, alongM: number): number {
  const end = layout.landing?.z ?? layout.summitM - STAIR_SLOPE * layout.stairs.lengthM;
  return mix(layout.summitM - 0.1, end, clamp(alongM / layout.stairs.lengthM, 0, 1));
}

/** Lifts the elevation model to the surveyed height of the summit: a rounded cone that fades out. */
export function liftSummit(dem: LargeForm, summitM: number, coneM: number): LargeForm {
  const pinM = summitM - dem(0, 0) - coneM;
  return (x, y) => {
    const r = Math.hypot(x, y, 8) - 8;
    return dem(x, y) + pinM * Math.exp(-r / 600) + coneM * Math.exp(-r / 95);
  };
}

/** Nothing near by overtops the summit. */
export function capBelow(summitM: number, x: number, y: number, h: number): number {
  const r = Math.hypot(x, y, 8) - 8;
  const cap = summitM - 6 - Math.min(r, 3500) * 0.045;
  const room = 45;
  if (h <= cap - room) return h;
  const q = (h - cap + room) / room;
  return mix(h, cap - room + (room * q) / (1 + q), smoothStep(15, 150, r));
}

/** Flattens the ground under platform, deck, stairs and landing. */
export function levelGround(layout: SummitLayout, x: number, y: number, h: number): number {
  const { summitM, landing, stairs } = layout;
  const [along, beside] = alongStairs(layout, x, y);
  let z = h;
  if (along > -1 && along < stairs.lengthM + 1) {
    const run = stairGround(layout, along) - 0.3;
    z = mix(run, z, smoothStep(1.3, 4.5, Math.abs(beside)));
  }
  if (landing) {
    const d = Math.hypot(x - landing.x, y - landing.y) - landing.radiusM;
    z = mix(landing.z - 0.16, z, smoothStep(0.1, 5, d));
  }
  z = mix(summitM - 0.14, z, smoothStep(0.05, 3.4, outsideOf(layout.platform, x, y)));
  const underDeck = outsideOf(layout.deck, x, y);
  if (underDeck < 2) z = Math.min(z, mix(summitM - 0.5, z, smoothStep(0, 2, underDeck)));
  return z;
}
