import { blend, type Mix } from './land-cover';
import type { StyleColours } from './palette';
import { smooth } from './shading';

/** Colours by day a little stronger than the tints: light has body. */
const CHROMA = 1.1;

/** Light on one pixel. */
export interface LightOnPixel {
  /** -1 in full shade, 0 on level ground, 1 in full light. */
  tone: number;
  /** Share of the sky that is not seen, near and far weighed together, 0..1. */
  closed: number;
  /** Haze between the eye and the ground, 0..1. */
  haze: number;
  /** 0 in the valleys, 1 on the high ridges. */
  high: number;
  /** How squarely the evening sun meets the ground, 0..1, and whether it reaches it, 0..1. */
  sunFacing: number;
  sunReach: number;
}

/** Day: what is lit grows warm and light, what lies in shade blue-violet; hollows are dim. */
export function lightByDay(mix: Mix, light: LightOnPixel, colours: StyleColours): void {
  const tone = light.tone * (1 - 0.5 * light.haze) * (0.86 + 0.32 * light.high);
  const lit = Math.max(0, tone);
  const shade = tone < 0 ? -tone / (1 + 0.38 * -tone) : 0;
  // What is dark already keeps its drawing in the shade.
  const depth = 0.3 + 0.7 * Math.min(1, mix.lightness / 0.68);
  mix.lightness += 0.008 + 0.17 * lit - depth * (0.39 * shade + 0.34 * light.closed);
  mix.a += 0.005 * lit + 0.013 * shade;
  mix.b += (0.024 + 0.024 * light.high) * lit - 0.08 * depth * depth * shade - 0.03 * light.closed;
  mix.a *= (1 - 0.35 * shade) * CHROMA;
  mix.b *= CHROMA;
  blend(mix, colours.haze, light.haze);
}

/**
 * Dusk: the land lies in the blue light of the sky, which still models it; the last sun rims what
 * faces it above the shadow line.
 */
export function lightAtDusk(mix: Mix, light: LightOnPixel, colours: StyleColours): void {
  const sun = light.sunReach * light.sunFacing;
  const skyLight = light.tone * (1 - 0.35 * light.haze);
  mix.lightness = mix.lightness * 0.5 + 0.06 + 0.085 * skyLight - 0.3 * light.closed;
  mix.a = mix.a * 0.5 + 0.012 - 0.008 * skyLight;
  mix.b = mix.b * 0.42 - 0.05 + 0.016 * skyLight;
  mix.lightness += 0.34 * sun;
  mix.a += 0.05 * sun;
  mix.b += 0.098 * sun;
  blend(mix, colours.haze, Math.min(1, 1.35 * light.haze) * (1 - 0.5 * sun));
}

/** Haze over a place: in the depths below the hill tops, and over the low country. */
export function hazeOver(depthM: number, heightM: number, farness: number): number {
  return (
    (0.13 + 0.08 * farness) * smooth(180, 1300, depthM) +
    0.06 * Math.exp(-Math.max(0, heightM) / 260)
  );
}
