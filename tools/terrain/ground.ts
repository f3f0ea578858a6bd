import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { tileSpanDeg } from '#core/tiles/geographic-tiling';
import { TERRAIN_TILE_SEGMENTS } from '#core/tiles/terrain-mesh';
import type { GroundHeight } from '#core/tiles/tile-posts';
import { type GeoidGrid, undulationM } from './geoid-grid';
import { LevelPosts } from './level-posts';
import { distanceOutsideDeg, lonFrom } from './lon-circle';
import type { PostPyramid } from './post-pyramid';

/** What the heights of elevation data stand on. */
export type VerticalDatum = 'egm96' | 'ellipsoid';

/** The ground of a whole build: data, and the smooth fall to the sea around it. Plain data. */
export interface Ground {
  readonly pyramid: PostPyramid;
  /** `ellipsoid`: the data's heights are above the ellipsoid already. */
  readonly vertical: VerticalDatum;
  readonly geoid: GeoidGrid;
  /** Width of the belt in which the ground falls to sea level, degrees. */
  readonly blendDeg: number;
  /** Height above the ellipsoid of the south and the north pole, where all meridians meet. */
  readonly polesEllipsoidalM: readonly [number, number];
}

/** A pole's surroundings in which the ground goes over to the pole's one height, in posts. */
const POLE_CAP_POSTS = 2;

/** Data that end this close to a pole reach it, in posts. */
const POLE_REACH_POSTS = 1.5;

/** Longitudes at which the height of a pole is asked for. */
const POLE_SAMPLES = 720;

/** The ground, read where it lies. One per thread. */
export class GroundReader {
  readonly #ground: Ground;
  readonly #dataBox: GeoBoxDeg;
  readonly #posts = new Map<number, LevelPosts>();

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#dataBox = boxToPoles(ground.pyramid);
  }

  /**
   * The ground as tiles of a level see it: of the resolution whose posts are as far apart as the
   * tile's. Outside the data the height at its edge, ever smoother, falls to sea level.
   *
   * @param z - level of the tiles
   */
  ofLevel(z: number): GroundHeight {
    const { levels } = this.#ground.pyramid;
    const stepDeg = tileSpanDeg(z) / TERRAIN_TILE_SEGMENTS;
    const resolution = Math.round(Math.log2(stepDeg / levels[0]!.stepLatDeg));
    const finest = Math.min(levels.length - 1, Math.max(0, resolution));
    const raw = this.#open(finest);
    const capDeg = POLE_CAP_POSTS * Math.max(stepDeg, levels[finest]!.stepLatDeg);
    const [southM, northM] = this.#ground.polesEllipsoidalM;
    return (lonDeg, latDeg) => {
      const heightM = raw(lonDeg, latDeg);
      const fromPoleDeg = 90 - Math.abs(latDeg);
      if (fromPoleDeg >= capDeg) return heightM;
      const share = fromPoleDeg / capDeg;
      return share * heightM + (1 - share) * (latDeg < 0 ? southM : northM);
    };
  }

  close(): void {
    for (const posts of this.#posts.values()) posts.close();
  }

  /** The ground of a resolution, meridians at the poles each with their own height. */
  #open(finest: number): GroundHeight {
    const { pyramid, geoid, blendDeg, vertical } = this.#ground;
    return (lonDeg, latDeg) => {
      const lon = lonFrom(pyramid.westDeg, lonDeg);
      const seaM = undulationM(geoid, lon, latDeg);
      const outsideDeg = distanceOutsideDeg(this.#dataBox, lon, latDeg);
      if (outsideDeg >= blendDeg) return seaM;
      const aboveSea = (heightM: number) => (vertical === 'egm96' ? heightM : heightM - seaM);
      if (outsideDeg === 0) return seaM + aboveSea(this.#value(finest, lon, latDeg));
      const share = 1 - smoothstep(outsideDeg / blendDeg);
      return seaM + share * aboveSea(this.#edgeHeightM(finest, lon, latDeg, outsideDeg));
    };
  }

  /** The height at the nearest place with data, smoothed over half the distance to it. */
  #edgeHeightM(finest: number, lonDeg: number, latDeg: number, outsideDeg: number): number {
    const { levels, westDeg, eastDeg } = this.#ground.pyramid;
    const cells = outsideDeg / levels[finest]!.stepLatDeg / 2;
    const blur = Math.min(levels.length - 1 - finest, Math.max(0, Math.log2(cells + 1)));
    const sharper = finest + Math.floor(blur);
    const softer = finest + Math.ceil(blur);
    const share = blur - Math.floor(blur);
    const heightAt = (lon: number) =>
      (1 - share) * this.#value(sharper, lon, latDeg) + share * this.#value(softer, lon, latDeg);
    const gapDeg = westDeg + 360 - eastDeg;
    const intoGap = (lonDeg - eastDeg) / gapDeg;
    if (intoGap <= 0) return heightAt(lonDeg);
    if (gapDeg >= 2 * this.#ground.blendDeg) return heightAt(intoGap < 0.5 ? eastDeg : westDeg);
    // Data almost all round the Earth: its two ends are nearer than the belts are wide.
    const mix = smoothstep(intoGap);
    return (1 - mix) * heightAt(eastDeg) + mix * heightAt(westDeg);
  }

  #value(level: number, lonDeg: number, latDeg: number): number {
    const { pyramid } = this.#ground;
    const { stepLonDeg, stepLatDeg } = pyramid.levels[level]!;
    const col = (lonDeg - pyramid.westDeg) / stepLonDeg;
    return this.#level(level).bilinear(col, (pyramid.northDeg - latDeg) / stepLatDeg);
  }

  #level(level: number): LevelPosts {
    const posts = this.#posts.get(level) ?? new LevelPosts(this.#ground.pyramid.levels[level]!);
    this.#posts.set(level, posts);
    return posts;
  }

  /** Mean height of all meridians where they meet. */
  poleEllipsoidalM(latDeg: -90 | 90): number {
    const raw = this.#open(0);
    let sumM = 0;
    for (let i = 0; i < POLE_SAMPLES; i++) sumM += raw(-180 + (i * 360) / POLE_SAMPLES, latDeg);
    return sumM / POLE_SAMPLES;
  }
}

/** The ground over a pyramid, its poles measured. */
export function groundOver(
  pyramid: PostPyramid,
  rest: Pick<Ground, 'vertical' | 'geoid' | 'blendDeg'>,
): Ground {
  const reader = new GroundReader({ pyramid, ...rest, polesEllipsoidalM: [0, 0] });
  const polesEllipsoidalM = [reader.poleEllipsoidalM(-90), reader.poleEllipsoidalM(90)] as const;
  reader.close();
  return { pyramid, ...rest, polesEllipsoidalM };
}

/** Pixels of models to a pole have their centres half a step beside it: the data reach it all the same. */
function boxToPoles(pyramid: PostPyramid): GeoBoxDeg {
  const { westDeg, southDeg, eastDeg, northDeg, levels } = pyramid;
  const nearDeg = POLE_REACH_POSTS * (levels[0]?.stepLatDeg ?? 0);
  return {
    westDeg,
    southDeg: southDeg + 90 <= nearDeg ? -90 : southDeg,
    eastDeg,
    northDeg: 90 - northDeg <= nearDeg ? 90 : northDeg,
  };
}

function smoothstep(share: number): number {
  return share * share * (3 - 2 * share);
}
