import { join } from 'node:path';
import { ProjectError } from '#core/errors';
import { fileFacts, walkFiles } from '../../io/files';
import { type Progress, SILENT_PROGRESS } from '../../io/progress';
import { readScene, recordsOf, type SceneRecord } from '../../scene/read-scene';
import { createLabelCheck } from '../labels/label-findings';
import {
  builtDir,
  findMaster,
  type PanoramaMaster,
  PREVIEW_FILE,
  panoramaIds,
} from '../panorama-files';
import { PREVIEW_LIMIT_BYTES, smallSphere } from '../panorama-preview';
import { SCENE_FOLDER } from '../panorama-record';
import { mediaFindings } from './media-faults';
import { looksTheSame, type PerceptualHash, perceptualHash } from './perceptual-hash';
import { pictureFindings } from './picture-faults';
import { recordFindings } from './record-faults';

/** One thing to mend, or to look at, about one panorama. */
export interface PanoramaFinding {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: 'fault' | 'warning';
  readonly panoramaId: string;
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

export interface PanoramaCheckReport {
  readonly panoramas: number;
  readonly faults: number;
  readonly warnings: number;
  /** By panorama, in the order of the ids. */
  readonly findings: readonly PanoramaFinding[];
}

/** A tile of 512 px at quality 80 of even a thicket stays below. */
const TILE_LIMIT_BYTES = 160_000;

interface Looked {
  readonly id: string;
  readonly hash: PerceptualHash;
}

/**
 * Checks pictures and records of panoramas: seam, poles, horizon, what publishing needs, pictures
 * and films beside them, doubles, and what was built against its budgets.
 *
 * @param ids - panoramas to check; all that have a master or a record where empty
 */
export async function checkPanoramas(
  rootDir: string,
  ids: readonly string[],
  progress: Progress = SILENT_PROGRESS,
  signal?: AbortSignal,
): Promise<PanoramaCheckReport> {
  const content = await readScene(join(rootDir, SCENE_FOLDER));
  const records = recordsOf(content, 'panorama');
  const labelFindings = createLabelCheck(rootDir, content);
  const byId = new Map(records.map((entry) => [entry.record.id, entry]));
  const known = [...new Set([...(await panoramaIds(rootDir)), ...byId.keys()])].sort();
  const wanted = ids.length > 0 ? ids : known;
  const findings: PanoramaFinding[] = [];
  const looked: Looked[] = [];
  for (const [at, id] of wanted.entries()) {
    signal?.throwIfAborted();
    progress.report('panorama check', at, wanted.length);
    const entry = byId.get(id);
    findings.push(...(await findingsOf(rootDir, id, entry, looked)));
    if (entry !== undefined) findings.push(...(await labelFindings(entry)));
  }
  progress.report('panorama check', wanted.length, wanted.length);
  const faults = findings.filter(({ severity }) => severity === 'fault').length;
  return { panoramas: wanted.length, faults, warnings: findings.length - faults, findings };
}

async function findingsOf(
  rootDir: string,
  id: string,
  entry: SceneRecord<'panorama'> | undefined,
  looked: Looked[],
): Promise<PanoramaFinding[]> {
  const findings = [
    ...recordFindings(id, entry?.record),
    ...(await mediaFindings(rootDir, id, entry?.record)),
  ];
  try {
    const master = await findMaster(rootDir, id);
    const sphere = await smallSphere(master, id);
    for (const finding of pictureFindings(sphere, master.still.pose)) {
      findings.push({ ...finding, severity: 'warning', panoramaId: id });
    }
    const hash = await perceptualHash(sphere);
    findings.push(...doubles(id, hash, looked));
    looked.push({ id, hash });
    findings.push(...(await budgetFindings(rootDir, id, master)));
  } catch (error) {
    if (!(error instanceof ProjectError)) throw error;
    const { expected, found, fix } = error.details;
    findings.push({ code: error.code, severity: 'fault', panoramaId: id, expected, found, fix });
  }
  return findings;
}

function doubles(id: string, hash: PerceptualHash, looked: readonly Looked[]): PanoramaFinding[] {
  return looked
    .filter((other) => looksTheSame(other.hash, hash))
    .map((other) => ({
      code: 'panorama-duplicate',
      severity: 'warning',
      panoramaId: id,
      expected: 'a picture that no other panorama has',
      found: `one that looks like ${other.id}`,
      fix: 'Keep the better one, or link the two as moments of one viewpoint.',
    }));
}

/** Of what is built; what is not built yet has no size. */
async function budgetFindings(
  rootDir: string,
  id: string,
  master: PanoramaMaster,
): Promise<PanoramaFinding[]> {
  const folder = builtDir(rootDir, id, master);
  const findings: PanoramaFinding[] = [];
  const tell = (code: string, expected: string, found: string, fix: string) =>
    findings.push({ code, severity: 'warning', panoramaId: id, expected, found, fix });
  const preview = await fileFacts(join(folder, PREVIEW_FILE));
  if (preview !== undefined && preview.sizeBytes > PREVIEW_LIMIT_BYTES) {
    const expected = `a preview of at most ${PREVIEW_LIMIT_BYTES} bytes`;
    tell('panorama-preview-budget', expected, `${preview.sizeBytes}`, REBUILD);
  }
  let largest = { file: '', sizeBytes: 0 };
  for (const file of await walkFiles(folder, (path) => !path.startsWith('.'))) {
    if (!file.includes('/')) continue;
    const facts = await fileFacts(join(folder, file));
    if ((facts?.sizeBytes ?? 0) > largest.sizeBytes) {
      largest = { file, sizeBytes: facts?.sizeBytes ?? 0 };
    }
  }
  if (largest.sizeBytes > TILE_LIMIT_BYTES) {
    const expected = `tiles of at most ${TILE_LIMIT_BYTES} bytes`;
    const found = `${largest.sizeBytes} in ${largest.file}`;
    tell('panorama-tile-budget', expected, found, 'Take the noise out of the picture (high ISO).');
  }
  return findings;
}

const REBUILD = 'Build it anew with arc panorama tile --force.';
