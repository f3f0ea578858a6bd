import { type ProblemDetails, SceneError } from '#core/errors';
import { type FileIssue, issueLine, sortedIssues } from '../file-issue';
import { readScene, type SceneContent } from '../read-scene';
import { borderRule } from './borders';
import { panoramaRule } from './panorama-links';
import { masterIssues } from './panorama-masters';
import { placementRule } from './placement';
import { provinceRule } from './provinces';
import { referenceRule } from './references';
import { regionRule } from './region';
import { routeRule } from './routes';
import type { SceneRule } from './rule';
import { storyRule } from './stories';
import { strictFindings } from './strict-findings';
import { textRule } from './texts';

/** What `arc scene check` found. */
export interface CheckReport {
  /** Record files read. */
  readonly files: number;
  readonly faults: number;
  readonly warnings: number;
  readonly drafts: number;
  /** By file, faults and warnings mixed. */
  readonly issues: readonly FileIssue[];
  /** What a strict check could not look at, and why. */
  readonly skipped: readonly string[];
}

export interface CheckOptions {
  /** For publishing: warnings count as faults; words, borders and heights are looked at too. */
  readonly isStrict?: boolean;
  /** Surveyed elevation model to hold heights against, in a strict check. */
  readonly demFile?: string;
}

export const CHECK_DEFAULTS = { isStrict: false } as const satisfies CheckOptions;

const RULES: readonly SceneRule[] = [
  placementRule,
  referenceRule,
  provinceRule,
  borderRule,
  regionRule,
  panoramaRule,
  routeRule,
  storyRule,
  textRule,
];

/** Details of a scene with faults: all of them, for machines. */
export interface SceneFaultsDetails extends ProblemDetails {
  readonly report: CheckReport;
}

/** A scene with faults. */
export class SceneFaultsError extends SceneError {
  declare readonly details: SceneFaultsDetails;

  constructor(report: CheckReport, sceneDir: string) {
    const [first] = report.issues.filter(({ severity }) => severity === 'fault');
    const details: SceneFaultsDetails = {
      file: sceneDir,
      expected: 'a scene without faults',
      found: `${report.faults} of them${first === undefined ? '' : `; the first: ${issueLine(first)}`}`,
      fix: 'Run arc scene check to see each with what to do, and mend them.',
      report,
    };
    super('scene-faulty', details);
  }
}

/**
 * Checks every record of a scene alone and against the others, and reports every fault at once.
 *
 * @param panoramasDir - where the master pictures lie
 * @throws SceneError `scene-not-a-scene` if the folder has no scene.json
 */
export async function checkScene(
  sceneDir: string,
  panoramasDir: string,
  options: CheckOptions = CHECK_DEFAULTS,
): Promise<CheckReport> {
  return checkContent(await readScene(sceneDir), panoramasDir, options);
}

/** The same for a scene that was read already. */
export async function checkContent(
  content: SceneContent,
  panoramasDir: string,
  options: CheckOptions = CHECK_DEFAULTS,
): Promise<CheckReport> {
  const strict = options.isStrict === true ? await strictFindings(content, options.demFile) : [];
  const found = [
    ...content.issues,
    ...RULES.flatMap((rule) => rule(content)),
    ...(await masterIssues(content, panoramasDir)),
    ...strict.flatMap(({ issues }) => issues),
  ];
  const issues = sortedIssues(options.isStrict === true ? found.map(asFault) : found);
  const drafts = content.records.filter(({ record }) => 'isDraft' in record && record.isDraft);
  return {
    files: content.addresses.length,
    faults: issues.filter(({ severity }) => severity === 'fault').length,
    warnings: issues.filter(({ severity }) => severity === 'warning').length,
    drafts: drafts.length,
    issues,
    skipped: strict.flatMap(({ skipped }) => skipped ?? []),
  };
}

function asFault(issue: FileIssue): FileIssue {
  return { ...issue, severity: 'fault' };
}
