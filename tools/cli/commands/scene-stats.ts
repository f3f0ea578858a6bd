import { readScene } from '../../scene/read-scene';
import { type SceneStats, sceneStats } from '../../scene/scene-stats';
import type { ArcCommand } from '../arc-command';
import { SCENE_DIR_ARG, sceneDirOf } from '../scene-dirs';

/** `arc scene stats [DIR]` */
export const sceneStatsCommand: ArcCommand = {
  noun: 'scene',
  verb: 'stats',
  summary: 'count what a scene holds and how complete it is',
  example: 'npx arc scene stats --json',
  args: [SCENE_DIR_ARG],
  options: [],
  async run([dir], _options, context) {
    const stats = sceneStats(await readScene(sceneDirOf(dir, context)));
    for (const line of statsLines(stats)) context.print(line);
    return stats;
  },
};

function statsLines({ counts, byProvince, facts, texts, drafts, ...stats }: SceneStats): string[] {
  const { all, ...locales } = texts;
  const { told, unknown, missing } = facts;
  const toldPercent = (100 * told) / Math.max(1, told + unknown + missing);
  return [
    `records: ${counted(counts)} (${drafts} panoramas are drafts)`,
    ...Object.entries(byProvince).map(([id, inside]) => `  ${id.padEnd(12)} ${counted(inside)}`),
    `places by province before 2025: ${counted(stats.placesByProvinceBefore2025)}`,
    `texts: ${all}, of them ${counted(locales)}`,
    `facts: ${told} told (${toldPercent.toFixed(0)} %), ${unknown} unknown, ${missing} not written yet`,
  ];
}

function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
