import { resolve } from 'node:path';
import { coverageMapSvg } from '../../scene/coverage-map';
import { readScene } from '../../scene/read-scene';
import { type FactTally, type SceneStats, sceneStats } from '../../scene/scene-stats';
import { writeCoverageMap } from '../../scene/write-coverage-map';
import type { ArcCommand } from '../arc-command';
import { textOption } from '../option-values';
import { SCENE_DIR_ARG, sceneDirOf } from '../scene-dirs';

/** `arc scene stats [DIR] [--map FILE]` */
export const sceneStatsCommand: ArcCommand = {
  noun: 'scene',
  verb: 'stats',
  summary: 'count what a scene holds and how complete it is',
  example: 'npx arc scene stats --json',
  args: [SCENE_DIR_ARG],
  options: [
    {
      flags: '--map <file>',
      description: 'draw where the places are, and how much is told: .svg or .png',
    },
  ],
  async run([dir], options, context) {
    const content = await readScene(sceneDirOf(dir, context));
    const stats = sceneStats(content);
    const map = textOption(options, 'map');
    if (map !== undefined) {
      const file = resolve(context.cwd, map);
      await writeCoverageMap(file, coverageMapSvg(content));
      context.print(`Drew ${file}`);
    }
    for (const line of statsLines(stats)) context.print(line);
    return stats;
  },
};

function statsLines({ counts, byProvince, facts, texts, drafts, ...stats }: SceneStats): string[] {
  const { all, ...locales } = texts;
  const { told, unknown, missing } = facts;
  const provinces = Object.entries(byProvince).map(
    ([id, inside]) =>
      `  ${id.padEnd(12)} ${counted(inside)}; ${tallied(stats.factsByProvince[id])}`,
  );
  const kinds = Object.entries(stats.factsByKind).map(
    ([kind, tally]) => `  ${kind.padEnd(20)} ${tallied(tally)}`,
  );
  const languages = Object.entries(locales).map(
    ([locale, count]) => `${locale} ${count} (${percent(count, all)})`,
  );
  return [
    `records: ${counted(counts)} (${drafts} panoramas are drafts)`,
    ...provinces,
    `places by province before 2025: ${counted(stats.placesByProvinceBefore2025)}`,
    `texts: ${all}, of them ${languages.join(', ')}`,
    `facts: ${told} told (${percent(told, told + unknown + missing)}), ${unknown} unknown (${percent(stats.unknownShare, 1)}), ${missing} not written yet`,
    ...kinds,
  ];
}

function tallied(tally: FactTally | undefined): string {
  const { told, unknown, missing } = tally ?? { told: 0, unknown: 0, missing: 0 };
  const all = told + unknown + missing;
  return `${all} facts, ${percent(told, all)} told, ${percent(unknown, all)} unknown`;
}

function percent(part: number, all: number): string {
  return `${((100 * part) / Math.max(1, all)).toFixed(0)} %`;
}

function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
