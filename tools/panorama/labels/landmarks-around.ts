import { foldMarks } from '#core/text/fold-marks';
import { type LandmarkKind, type Place, placeHeightM } from '#scene';
import { recordsOf, type SceneContent } from '../../scene/read-scene';
import { type PointFact, readSketchFacts } from '../../terrain/sketch/facts';

/** Something with a name that might be seen from far away. */
export interface NamedLandmark {
  readonly id: string;
  readonly placeId: string | null;
  readonly kind: LandmarkKind;
  readonly name: { readonly vi: string; readonly en: string };
  readonly lonDeg: number;
  readonly latDeg: number;
  /** Null where nobody says it: then the ground's own height counts. */
  readonly heightOrthometricM: number | null;
  /** 1 = known far and wide, 5 = only near by. */
  readonly importance: number;
}

const PLACE_KINDS_ON_HORIZONS: Readonly<Partial<Record<Place['kind'], LandmarkKind>>> = {
  summit: 'summit',
  pass: 'pass',
  town: 'town',
  village: 'village',
  lake: 'lake',
};
const GATEWAY_IMPORTANCE = 1;
const TABLE_IMPORTANCE = { summit: 3, pass: 4, town: 3 } as const;
/** Two records of one name and kind this near each other are the same thing. */
const SAME_THING_DEG = 0.05;
/** The same for what is spelt in two ways. */
const SAME_SPOT_DEG = 0.008;
/** How points without a name of their own are called in the sketch's table. */
const NAMELESS = /^\(/;

/**
 * Everything that could be named on a horizon: our places first, then gateways, then what the
 * sketch's table has besides.
 */
export async function namedLandmarks(
  rootDir: string,
  content: SceneContent,
): Promise<readonly NamedLandmark[]> {
  const { points } = await readSketchFacts(rootDir);
  const known: NamedLandmark[] = [...placesOf(content), ...gatewaysOf(content)];
  for (const point of points) {
    const landmark = landmarkOfPoint(point);
    if (landmark !== null && !known.some((other) => isSame(landmark, other))) known.push(landmark);
  }
  return known;
}

function placesOf(content: SceneContent): NamedLandmark[] {
  return recordsOf(content, 'place').flatMap(({ record }) => {
    const kind = PLACE_KINDS_ON_HORIZONS[record.kind];
    if (kind === undefined || record.position.isApproximate === true) return [];
    const { id, name, importance, position } = record;
    return [
      {
        id,
        placeId: id,
        kind,
        name: { vi: name.vi, en: name.en },
        lonDeg: position.lonDeg,
        latDeg: position.latDeg,
        heightOrthometricM: placeHeightM(record),
        importance,
      },
    ];
  });
}

function gatewaysOf(content: SceneContent): NamedLandmark[] {
  return recordsOf(content, 'gateway').map(({ record: { id, name, position } }) => ({
    id: `gateway-${id}`,
    placeId: null,
    kind: 'town',
    name: { vi: name.vi, en: name.en },
    lonDeg: position.lonDeg,
    latDeg: position.latDeg,
    heightOrthometricM: null,
    importance: GATEWAY_IMPORTANCE,
  }));
}

function landmarkOfPoint(point: PointFact): NamedLandmark | null {
  const { id, kind, name, lonDeg, latDeg, heightM: heightOrthometricM } = point;
  if (kind === 'spot' || NAMELESS.test(name)) return null;
  // What stands in brackets is another name: one is enough on a horizon.
  const [short = name] = name.split(' (');
  return {
    id,
    placeId: null,
    kind,
    name: { vi: short, en: short },
    lonDeg,
    latDeg,
    heightOrthometricM,
    importance: TABLE_IMPORTANCE[kind],
  };
}

function isSame(a: NamedLandmark, b: NamedLandmark): boolean {
  const apartDeg = Math.hypot(a.lonDeg - b.lonDeg, a.latDeg - b.latDeg);
  if (a.id === b.id || apartDeg < SAME_SPOT_DEG) return true;
  const isNameOf = [b.name.vi, b.name.en].some((name) => foldMarks(name) === foldMarks(a.name.vi));
  return apartDeg < SAME_THING_DEG && isNameOf;
}
