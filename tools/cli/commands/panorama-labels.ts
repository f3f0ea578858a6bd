import { resolve } from 'node:path';
import { DEM_FORMATS_TEXT } from '../../io/open-dem';
import { labelPanoramas } from '../../panorama/labels/label-panoramas';
import type { ArcCommand } from '../arc-command';
import { textOption } from '../option-values';

/** `arc panorama labels [ID...] [--dem FILE] [--drawn-over FILE]` */
export const panoramaLabelsCommand: ArcCommand = {
  noun: 'panorama',
  verb: 'labels',
  summary: 'find which summits, passes and towns can be seen, and write panoramas/<id>/labels.json',
  example: 'npx arc panorama labels fansipan-west --dem survey.tif',
  args: [{ name: 'ids...', description: 'panoramas (default: all)', isOptional: true }],
  options: [
    {
      flags: '--dem <path>',
      description: `elevation model that says what hides what (default: the sketch relief): ${DEM_FORMATS_TEXT}`,
    },
    {
      flags: '--drawn-over <path>',
      description: 'the one that renders were drawn over (default: the same)',
    },
  ],
  async run(ids, options, { rootDir, cwd, progress, print, signal }) {
    const file = (name: string): string | undefined => {
      const text = textOption(options, name);
      return text === undefined ? undefined : resolve(cwd, text);
    };
    const demFile = file('dem');
    const drawnDemFile = file('drawnOver');
    const outcomes = await labelPanoramas(rootDir, ids, {
      progress,
      signal,
      ...(demFile !== undefined && { demFile }),
      ...(drawnDemFile !== undefined && { drawnDemFile }),
    });
    for (const { id, labels, terrain } of outcomes) {
      print(`${id}: ${labels.length} names over ${terrain}`);
      for (const { name, headingDeg, pitchDeg, drawnPitchDeg, distanceM } of labels) {
        const drawn = drawnPitchDeg === undefined ? '' : ` (drawn ${drawnPitchDeg.toFixed(2)}°)`;
        const pitch = `${pitchDeg.toFixed(2)}°${drawn}`;
        print(
          `  ${headingDeg.toFixed(1)}° ${pitch} ${(distanceM / 1000).toFixed(1)} km ${name.vi}`,
        );
      }
    }
    return outcomes;
  },
};
