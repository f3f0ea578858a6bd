import { GeoError } from '#core/errors';
import { lineLengthM, type Vertex } from '#core/geo/local-plane';
import { type ProfileOptions, type RouteProfile, routeProfile } from '#core/route/route-profile';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import type { TravelMode } from '#scene';
import type { Progress } from '../io/progress';
import type { HeightField } from '../terrain/height-field';
import { readDems } from '../terrain/read-dem';
import { sketchHeightField } from '../terrain/sketch-height-field';
import type { NamedLine } from './route-lines';

/** A leg and what one climbs on it. */
export interface LegProfile {
  readonly name: string;
  readonly mode: TravelMode;
  readonly lengthKm: number;
  /** Null where one does not travel on the ground: boats, flights, cable cars and railways. */
  readonly profile: RouteProfile | null;
}

export interface ProfileLegsOptions extends Required<ProfileOptions> {
  readonly rootDir: string;
  /** Elevation models; the sketch relief where there is none. */
  readonly demFiles: readonly string[];
  readonly progress: Progress;
}

/** Ways of travelling that follow the ground. Railways here run in cuttings and along rivers. */
const ON_GROUND: ReadonlySet<TravelMode> = new Set(['road', 'trek']);
/** What is read around a line. */
const MARGIN_DEG = 0.02;

/**
 * Profiles of the legs of a route.
 *
 * @throws GeoError `route-outside-heights` where a leg on the ground leaves the heights;
 *   AssetError `dem-...` as readDems
 */
export async function profileLegs(
  lines: readonly NamedLine[],
  options: ProfileLegsOptions,
): Promise<LegProfile[]> {
  const onGround = lines.filter(({ mode }) => ON_GROUND.has(mode));
  const heights = onGround.length === 0 ? null : await heightsFor(onGround, options);
  return lines.map(({ name, mode, coordinates }) => ({
    name,
    mode,
    lengthKm: lineLengthM(coordinates) / 1000,
    profile:
      heights !== null && ON_GROUND.has(mode)
        ? routeProfile(coordinates, heights.sample, options)
        : null,
  }));
}

/** Sums over all legs; climbs over those on the ground. */
export function totalOfLegs(legs: readonly LegProfile[]) {
  const sum = (value: (leg: LegProfile) => number): number =>
    legs.reduce((total, leg) => total + value(leg), 0);
  return {
    lengthKm: sum(({ lengthKm }) => lengthKm),
    climbM: sum(({ profile }) => profile?.climbM ?? 0),
    descentM: sum(({ profile }) => profile?.descentM ?? 0),
  };
}

async function heightsFor(
  lines: readonly NamedLine[],
  { rootDir, demFiles, progress }: ProfileLegsOptions,
): Promise<HeightField> {
  const vertices = lines.flatMap(({ coordinates }) => coordinates);
  const boxDeg = boxAround(vertices);
  const field =
    demFiles.length === 0
      ? await sketchHeightField(rootDir, progress)
      : await readDems(demFiles, { boxDeg, progress });
  const outside = vertices.find((vertex) => !isInside(field.boxDeg, vertex));
  if (outside === undefined) return field;
  const { westDeg, southDeg, eastDeg, northDeg } = field.boxDeg;
  throw new GeoError('route-outside-heights', {
    expected: `a line inside the heights: ${[westDeg, southDeg, eastDeg, northDeg].map((deg) => deg.toFixed(2)).join(', ')}`,
    found: `a vertex at ${outside.join(', ')}`,
    fix: 'Give elevation models that hold the whole line: --dem FILE.',
  });
}

function boxAround(vertices: readonly Vertex[]): GeoBoxDeg {
  const lons = vertices.map(([lonDeg]) => lonDeg);
  const lats = vertices.map(([, latDeg]) => latDeg);
  return {
    westDeg: Math.min(...lons) - MARGIN_DEG,
    southDeg: Math.min(...lats) - MARGIN_DEG,
    eastDeg: Math.max(...lons) + MARGIN_DEG,
    northDeg: Math.max(...lats) + MARGIN_DEG,
  };
}

function isInside(boxDeg: GeoBoxDeg, [lonDeg, latDeg]: Vertex): boolean {
  return (
    lonDeg >= boxDeg.westDeg &&
    lonDeg <= boxDeg.eastDeg &&
    latDeg >= boxDeg.southDeg &&
    latDeg <= boxDeg.northDeg
  );
}
