import type { Journey, JourneyProfile } from '#core/route/journey';

/** Size of the drawing that shapes are made for; it is stretched to its place. */
export const SHAPE = { width: 1000, height: 100 } as const;

/** A profile as an SVG draws it. */
export interface ProfileShape {
  /** The land below the line. */
  readonly area: string;
  readonly line: string;
  /** Heights that are marked at the side, lowest first. */
  readonly marks: readonly { readonly heightM: number; readonly y: number }[];
}

const MARK_STEPS_M = [50, 100, 200, 250, 500, 1000];
const MOST_MARKS = 4;
const AIR_RATIO = 0.12;

/** Shapes of a profile: pieces where heights are known, marks at round heights. */
export function profileShape(journey: Journey, profile: JourneyProfile): ProfileShape {
  const spanM = Math.max(60, profile.highestM - profile.lowestM);
  const bottomM = profile.lowestM - AIR_RATIO * spanM;
  const topM = profile.highestM + AIR_RATIO * spanM;
  const x = (at: number) =>
    ((journey.points[at]?.alongKm ?? 0) / Math.max(0.001, journey.lengthKm)) * SHAPE.width;
  const y = (heightM: number) => (1 - (heightM - bottomM) / (topM - bottomM)) * SHAPE.height;
  let area = '';
  let line = '';
  let startX: number | null = null;
  const { heightsM } = profile;
  for (const [at, heightM] of heightsM.entries()) {
    if (heightM === null) continue;
    const [px, py] = [x(at).toFixed(1), y(heightM).toFixed(1)];
    if (startX === null) {
      startX = x(at);
      area += `M${px} ${SHAPE.height}L${px} ${py}`;
      line += `M${px} ${py}`;
    } else {
      area += `L${px} ${py}`;
      line += `L${px} ${py}`;
    }
    if (at === heightsM.length - 1 || heightsM[at + 1] === null) {
      area += `L${px} ${SHAPE.height}Z`;
      startX = null;
    }
  }
  return {
    area,
    line,
    marks: marksBetween(bottomM, topM).map((heightM) => ({ heightM, y: y(heightM) })),
  };
}

function marksBetween(bottomM: number, topM: number): number[] {
  const stepM = MARK_STEPS_M.find((step) => (topM - bottomM) / step <= MOST_MARKS) ?? 2000;
  const marks: number[] = [];
  for (let heightM = Math.ceil(bottomM / stepM) * stepM; heightM < topM; heightM += stepM) {
    // Minus nothing would be read as such.
    marks.push(heightM === 0 ? 0 : heightM);
  }
  return marks;
}
