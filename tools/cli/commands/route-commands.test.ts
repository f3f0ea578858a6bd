import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removePath, writeInto } from '../../io/files';
import { ROOT_DIR } from '../../io/root-dir';
import { makeTempFolder } from '../../io/temp-folder';
import { runArc } from '../../testing/run-arc';
import { writeDem } from '../../testing/write-dem';
import { routeProfileCommand } from './route-profile';
import { routeSnapCommand } from './route-snap';

const COMMANDS = [routeSnapCommand, routeProfileCommand];

let folder = '';

beforeAll(async () => {
  folder = await makeTempFolder('route');
  await writeInto(join(folder, 'roads.geojson'), lineText('QL.6', [104, 104.01, 104.02], 21));
  await writeInto(join(folder, 'drawn.geojson'), lineText(undefined, [104, 104.02], 21.001));
  const shape = { cols: 40, rows: 40, west: 103.98, north: 21.02, step: 0.002 };
  // 10 m of climb per thousandth of a degree of longitude.
  await writeDem(join(folder, 'slope.tif'), shape, (lonDeg) => 100 + 10_000 * (lonDeg - 104));
});

afterAll(() => removePath(folder));

function lineText(ref: string | undefined, lonsDeg: readonly number[], latDeg: number): string {
  const geometry = { type: 'LineString', coordinates: lonsDeg.map((lonDeg) => [lonDeg, latDeg]) };
  const feature = { type: 'Feature', properties: { ref }, geometry };
  return JSON.stringify({ type: 'FeatureCollection', features: [feature] });
}

function run(...argv: readonly string[]) {
  return runArc(argv, COMMANDS, { rootDir: ROOT_DIR, cwd: folder });
}

describe('arc route snap', () => {
  it('writes the drawn line as laid on the roads', async () => {
    const ran = await run(
      'route',
      'snap',
      'drawn.geojson',
      '--roads',
      'roads.geojson',
      '--out',
      'out.geojson',
    );
    expect(ran.err).toBe('');
    expect(ran.out).toContain('100 % found a road (km: QL.6 2.1)');
    const { features } = JSON.parse(await readFile(join(folder, 'out.geojson'), 'utf8'));
    const line: readonly number[][] = features[0].geometry.coordinates;
    expect([line[0], line.at(-1)]).toEqual([
      [104, 21],
      [104.02, 21],
    ]);
    expect(new Set(line.map(([, latDeg]) => latDeg))).toEqual(new Set([21]));
  });
  it('says what is wrong with a roads file that is none', async () => {
    await writeInto(join(folder, 'notes.json'), '{"type": "Notes"}');
    const ran = await run('route', 'snap', 'drawn.geojson', '--roads', 'notes.json');
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('GeoJSON FeatureCollection');
  });
  it('says that a route is not there', async () => {
    const ran = await run('route', 'snap', 'northwest-ark', '--roads', 'roads.geojson');
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('northwest-arc');
  });
});

describe('arc route profile', () => {
  it('computes the climb of a line over an elevation model, and its heights as CSV', async () => {
    const ran = await run(
      'route',
      'profile',
      'drawn.geojson',
      '--dem',
      'slope.tif',
      '--csv',
      'out.csv',
      '--json',
    );
    const { total, heights } = JSON.parse(ran.out);
    expect(heights).toBe('dem');
    expect(total.climbM).toBeCloseTo(200, 0);
    expect(total.descentM).toBe(0);
    const [head, first, ...others] = (await readFile(join(folder, 'out.csv'), 'utf8')).split(
      '\r\n',
    );
    expect(head).toBe('leg,name,mode,alongKm,lonDeg,latDeg,heightOrthometricM');
    expect(first).toBe('1,"line 1",road,0.000,104.000000,21.001000,100.0');
    // Every hundred metres of 2.1 km, and the end of the last line.
    expect(others).toHaveLength(22);
  });
  it('refuses a line that leaves the heights', async () => {
    await writeInto(join(folder, 'far.geojson'), lineText(undefined, [104, 104.2], 21.001));
    const ran = await run('route', 'profile', 'far.geojson', '--dem', 'slope.tif');
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('104.2, 21.001');
  });
});
