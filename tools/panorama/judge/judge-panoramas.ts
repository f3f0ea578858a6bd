import { basename, join } from 'node:path';
import { radFromDeg } from '#core/geo/angles';
import { readTextIfThere } from '../../io/files';
import { decodePicture } from '../../io/picture';
import { readScene, recordsOf } from '../../scene/read-scene';
import { readDem } from '../../terrain/read-dem';
import { DrawnLand } from '../labels/drawn-land';
import { namedLandmarks } from '../labels/landmarks-around';
import { visibleLandmarks } from '../labels/visible-landmarks';
import { findMaster } from '../panorama-files';
import { SCENE_FOLDER } from '../panorama-record';
import { parseRecipe } from '../render/recipe';
import {
  type FlatJudgement,
  judgeFlatness,
  judgeRepetition,
  type RepetitionJudgement,
} from './picture-measures';
import { judgeSkyline, judgeSummits, type SkylineJudgement, type SummitJudgement } from './skyline';

export interface JudgeOptions {
  /** Surveyed elevation model that is the truth. */
  readonly surveyFile: string;
  /** What the pictures were drawn over. */
  readonly drawnDemFile: string;
}

/** What was measured of one render. */
export interface Judgement {
  readonly id: string;
  readonly survey: string;
  readonly skyline: SkylineJudgement;
  readonly summits: SummitJudgement;
  readonly flat: FlatJudgement;
  readonly repetition: RepetitionJudgement;
}

/** The picture is judged at this width: what a screen shows. */
const JUDGED_WIDTH_PX = 8192;
const COLUMNS_PER_HORIZON = 8;

/**
 * Measures drawn panoramas against a survey and against themselves.
 *
 * @param ids - renders with a record, a recipe and a master; all such where empty
 * @throws what reading a record, a recipe, a picture or an elevation model throws
 */
export async function* judgePanoramas(
  rootDir: string,
  ids: readonly string[],
  { surveyFile, drawnDemFile }: JudgeOptions,
): AsyncGenerator<Judgement> {
  const content = await readScene(join(rootDir, SCENE_FOLDER));
  const renders = recordsOf(content, 'panorama').map(({ record }) => record);
  const around = await namedLandmarks(rootDir, content);
  const survey = await readDem(surveyFile);
  const drawnOver = await readDem(drawnDemFile);
  for (const record of renders) {
    if (record.kind !== 'render' || record.position === undefined) continue;
    const { id, placeId, position } = record;
    if (ids.length > 0 && !ids.includes(id)) continue;
    const recipe = await readTextIfThere(join(rootDir, 'panoramas', id, record.recipe));
    if (recipe === undefined) continue;
    const drawn = new DrawnLand(parseRecipe(recipe, `panoramas/${id}/${record.recipe}`), drawnOver);
    const master = await findMaster(rootDir, id);
    const picture = await decodePicture(master.path, id, Math.min(JUDGED_WIDTH_PX, master.widthPx));
    const horizonRow = horizonRowsOf(drawn, picture);
    const eye = { ...position, heightOrthometricM: drawn.eyeHeightOrthometricM };
    const labels = visibleLandmarks({ position, placeId, drawn }, around, survey);
    yield {
      id,
      survey: basename(surveyFile),
      skyline: judgeSkyline(eye, drawn, survey),
      summits: judgeSummits(drawn, labels),
      flat: judgeFlatness(picture, horizonRow),
      repetition: judgeRepetition(picture, horizonRow),
    };
  }
}

/** Row of the drawn horizon by column; the picture's middle looks north. */
function horizonRowsOf(
  drawn: DrawnLand,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): (column: number) => number {
  const rows = new Float64Array(Math.ceil(widthPx / COLUMNS_PER_HORIZON) + 1);
  for (let at = 0; at < rows.length; at++) {
    const headingDeg = ((at * COLUMNS_PER_HORIZON) / widthPx - 0.5) * 360;
    const { withinDeg } = drawn.look(radFromDeg(headingDeg), 0, drawn.reachM, 'ground');
    rows[at] = (0.5 - withinDeg / 180) * heightPx;
  }
  return (column) => rows[Math.floor((column % widthPx) / COLUMNS_PER_HORIZON)] ?? heightPx;
}
