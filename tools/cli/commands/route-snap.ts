import { resolve } from 'node:path';
import { UsageError } from '#core/errors';
import { writeFileAtomic } from '../../io/atomic';
import { readLines } from '../../route/read-roads';
import { RoadNetwork } from '../../route/road-network';
import { namedLines } from '../../route/route-lines';
import { SNAP_DEFAULTS, type SnappedLine, snapLine } from '../../route/snap-line';
import { snappedGeoJson } from '../../route/snapped-geojson';
import type { ArcCommand } from '../arc-command';
import { numberOption, textOption } from '../option-values';
import { sceneDirOf } from '../scene-dirs';

/** `arc route snap LINE --roads FILE [--out FILE] [--radius M] [--step M]` */
export const routeSnapCommand: ArcCommand = {
  noun: 'route',
  verb: 'snap',
  summary: 'lay a drawn line on the roads of a file, and say how far it was off',
  example: 'npx arc route snap northwest-arc --roads roads.geojson --out snapped.geojson',
  args: [{ name: 'line', description: 'id of a route, or a GeoJSON file of lines' }],
  options: [
    {
      flags: '--roads <geojson>',
      description: 'roads as lines, such as an OpenStreetMap extract; "ref" is the road number',
      isRequired: true,
    },
    { flags: '--out <geojson>', description: 'where to write the lines as laid on the roads' },
    {
      flags: '--radius <m>',
      description: 'how far a line may lie from its road',
      defaultValue: String(SNAP_DEFAULTS.radiusM),
    },
    {
      flags: '--step <m>',
      description: 'how far apart its points are looked at',
      defaultValue: String(SNAP_DEFAULTS.stepM),
    },
    { flags: '--scene <dir>', description: 'folder of the scene (default: scenes/northwest)' },
  ],
  async run([argument = ''], options, context) {
    const roads = textOption(options, 'roads');
    if (roads === undefined) throw missingRoads();
    const range = { min: 10, max: 20_000 };
    const radiusM = numberOption(options, 'radius', '--radius', range) ?? SNAP_DEFAULTS.radiusM;
    const stepM = numberOption(options, 'step', '--step', range) ?? SNAP_DEFAULTS.stepM;
    const sceneDir = sceneDirOf(textOption(options, 'scene'), context);
    const lines = await namedLines(argument, { sceneDir, cwd: context.cwd });
    const network = new RoadNetwork(await readLines(resolve(context.cwd, roads)));
    const snapped = lines
      .filter(({ mode }) => mode === 'road')
      .map(({ name, coordinates }, at, all) => {
        context.progress.report('laying lines on roads', at, all.length);
        return { name, ...snapLine(network, coordinates, { radiusM, stepM }) };
      });
    for (const line of snapped) context.print(snapText(line));
    const out = textOption(options, 'out');
    if (out === undefined) return snapped;
    await writeFileAtomic(resolve(context.cwd, out), snappedGeoJson(snapped));
    context.print(`written: ${out}`);
    return snapped;
  },
};

function snapText(line: SnappedLine & { readonly name: string }): string {
  const roads = line.roads
    .slice(0, 5)
    .map(({ ref, lengthKm }) => `${ref ?? 'no number'} ${lengthKm.toFixed(1)}`)
    .join(', ');
  const gaps = line.gaps.map(({ fromKm, toKm }) => `${fromKm.toFixed(1)}-${toKm.toFixed(1)}`);
  return [
    `${line.name}: ${line.drawnLengthKm.toFixed(1)} km drawn, ${line.lengthKm.toFixed(1)} km on roads`,
    `  ${(100 * line.matchedRatio).toFixed(0)} % found a road (km: ${roads || 'none'})`,
    `  moved by ${line.meanShiftM.toFixed(0)} m on average, ${line.maxShiftM.toFixed(0)} m at most`,
    ...(gaps.length === 0 ? [] : [`  as drawn from km to km: ${gaps.join(', ')}`]),
  ].join('\n');
}

function missingRoads(): UsageError {
  return new UsageError('usage-missing-option', {
    path: '--roads',
    expected: 'a GeoJSON file of roads',
    found: 'none',
    fix: 'Give one: --roads roads.geojson.',
  });
}
