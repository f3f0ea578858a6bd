import { resolve } from 'node:path';
import { PROFILE_DEFAULTS } from '#core/route/route-profile';
import { writeFileAtomic } from '../../io/atomic';
import { DEM_FORMATS_TEXT } from '../../io/open-dem';
import { profileCsv } from '../../route/profile-csv';
import { type LegProfile, profileLegs, totalOfLegs } from '../../route/profile-legs';
import { namedLines } from '../../route/route-lines';
import type { ArcCommand, OptionValues } from '../arc-command';
import { numberOption, textOption } from '../option-values';
import { sceneDirOf } from '../scene-dirs';

/** `arc route profile LINE [--dem FILE]... [--csv FILE]` */
export const routeProfileCommand: ArcCommand = {
  noun: 'route',
  verb: 'profile',
  summary: 'compute length, climb and descent of a route, leg by leg',
  example: 'npx arc route profile northwest-arc --csv heights.csv',
  args: [{ name: 'line', description: 'id of a route, or a GeoJSON file of lines' }],
  options: [
    {
      flags: '--dem <path>',
      description: `${DEM_FORMATS_TEXT}; several are a mosaic (default: the sketch relief)`,
      isRepeatable: true,
    },
    { flags: '--csv <file>', description: 'where to write the heights along the way' },
    {
      flags: '--step <m>',
      description: 'how far apart heights are read',
      defaultValue: String(PROFILE_DEFAULTS.stepM),
    },
    {
      flags: '--smooth <m>',
      description: 'standard width of the bell that smooths them',
      defaultValue: String(PROFILE_DEFAULTS.smoothM),
    },
    {
      flags: '--threshold <m>',
      description: 'ups and downs below this do not count',
      defaultValue: String(PROFILE_DEFAULTS.thresholdM),
    },
    { flags: '--scene <dir>', description: 'folder of the scene (default: scenes/northwest)' },
  ],
  async run([argument = ''], options, context) {
    const { cwd, rootDir, progress } = context;
    const sceneDir = sceneDirOf(textOption(options, 'scene'), context);
    const lines = await namedLines(argument, { sceneDir, cwd });
    const demFiles = listOption(options, 'dem').map((file) => resolve(cwd, file));
    const legs = await profileLegs(lines, {
      rootDir,
      demFiles,
      progress,
      ...numbersOf(options),
    });
    for (const leg of legs) context.print(legText(leg));
    const total = totalOfLegs(legs);
    context.print(
      `in all ${total.lengthKm.toFixed(1)} km; on land up ${total.climbM.toFixed(0)} m, down ${total.descentM.toFixed(0)} m`,
    );
    if (demFiles.length === 0) context.print('heights: the sketch relief, not a survey');
    const csv = textOption(options, 'csv');
    if (csv !== undefined) await writeFileAtomic(resolve(cwd, csv), profileCsv(legs));
    const heights = demFiles.length === 0 ? 'sketch' : 'dem';
    return { heights, total, legs: legs.map((leg) => ({ ...leg, profile: summary(leg) })) };
  },
};

function numbersOf(options: OptionValues) {
  const positive = { min: 1, max: 10_000 };
  const atLeastNothing = { min: 0, max: 10_000 };
  const { stepM, smoothM, thresholdM } = PROFILE_DEFAULTS;
  return {
    stepM: numberOption(options, 'step', '--step', positive) ?? stepM,
    smoothM: numberOption(options, 'smooth', '--smooth', atLeastNothing) ?? smoothM,
    thresholdM: numberOption(options, 'threshold', '--threshold', atLeastNothing) ?? thresholdM,
  };
}

/** The points of a profile are for the CSV. */
function summary({ profile }: LegProfile) {
  if (profile === null) return null;
  const { points, ...numbers } = profile;
  return { ...numbers, points: points.length };
}

function legText({ name, mode, lengthKm, profile }: LegProfile): string {
  const head = `${name} (${mode}): ${lengthKm.toFixed(1)} km`;
  if (profile === null) return `${head}, not on the ground`;
  const { climbM, descentM, lowestOrthometricM, highestOrthometricM } = profile;
  const heights = `${lowestOrthometricM.toFixed(0)} to ${highestOrthometricM.toFixed(0)} m`;
  return `${head}, up ${climbM.toFixed(0)} m, down ${descentM.toFixed(0)} m, ${heights}`;
}

function listOption(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}
