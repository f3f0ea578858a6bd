import { join } from 'node:path';
import { writeArrayBuffer } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  readFileIfThere,
  readJsonIfThere,
  writeJsonFile,
  writeTileFile,
} from '../../io/tile-files';
import { checkTileSet } from '../../terrain/check/check-tile-set';
import { writeTerrariumTile } from '../../testing/dem-fixtures';
import { runArc } from '../../testing/run-arc';
import { makeTempProject, type TempProject } from '../../testing/temp-project';
import { imageryBuildCommand } from './imagery-build';
import { terrainBuildCommand } from './terrain-build';

const COMMANDS = [terrainBuildCommand, imageryBuildCommand];
/** A lake of about 11 km. */
const LAKE_RING = [
  [103.2, 22.2],
  [103.3, 22.2],
  [103.3, 22.3],
  [103.2, 22.3],
  [103.2, 22.2],
];
let project: TempProject;

/** A GeoTIFF of 60 x 50 pixels of a hundredth of a degree, at 103 to 103.6 east. */
function slopeTiff(epsg?: number): Uint8Array {
  const heights = Float32Array.from({ length: 3000 }, (_, i) => 300 + 20 * (i % 60));
  const bytes = writeArrayBuffer(
    heights as unknown as number[],
    {
      width: 60,
      height: 50,
      ModelTiepoint: [0, 0, 0, 103, 22.5, 0],
      ModelPixelScale: [0.01, 0.01, 0],
      GTModelTypeGeoKey: epsg === undefined ? undefined : 2,
      GTRasterTypeGeoKey: epsg === undefined ? undefined : 1,
      GeographicTypeGeoKey: epsg,
    } as never,
  );
  return new Uint8Array(bytes as ArrayBuffer);
}

beforeAll(async () => {
  project = await makeTempProject();
  const whole = slopeTiff(4326);
  await writeTileFile(project.rootDir, 'slope.tif', whole);
  await writeTileFile(project.rootDir, 'cut.tif', whole.subarray(0, whole.length - 3000));
  await writeTileFile(project.rootDir, 'bare.tif', slopeTiff());
});

afterAll(() => project.remove());

function run(...argv: string[]) {
  return runArc(argv, COMMANDS, { rootDir: project.rootDir });
}

describe('terrainBuildCommand', () => {
  it.each([
    ['dem-missing', ['--dem', 'gone.tif']],
    ['dem-unreadable', ['--dem', 'cut.tif']],
    ['dem-no-crs', ['--dem', 'bare.tif']],
    ['dem-outside-box', ['--dem', 'slope.tif', '--box', '10,50,11,51']],
  ])('answers %s with exit 1 and changes no file', async (code, flags) => {
    const before = await project.fingerprint();
    const result = await run('terrain', 'build', ...flags, '--id', 'broken');
    expect(result.exitCode).toBe(1);
    expect(result.err).toContain(code);
    expect(await project.fingerprint()).toBe(before);
  });

  it.each([
    ['neither DEM nor sketch', []],
    ['DEM and sketch at once', ['--sketch', '--dem', 'slope.tif']],
    ['a box that is none', ['--dem', 'slope.tif', '--id', 'x', '--box', '5,5,1,1']],
    ['a level that is none', ['--dem', 'slope.tif', '--id', 'x', '--max-level', 'deep']],
    ['an id that is none', ['--dem', 'slope.tif', '--id', '../up']],
    ['a share that is none', ['--dem', 'slope.tif', '--id', 'x', '--shard', '3/2']],
    ['a datum that is none', ['--dem', 'slope.tif', '--id', 'x', '--vertical', 'msl']],
    ['a budget that is none', ['--dem', 'slope.tif', '--id', 'x', '--error-m', '9=40']],
    ['a level of a budget twice', ['--dem', 'slope.tif', '--id', 'x', '--error-m', '9:4,9:5']],
    ['an error of nothing', ['--dem', 'slope.tif', '--id', 'x', '--error-m', '9:0']],
    ['another thing to be small in', ['--dem', 'slope.tif', '--id', 'x', '--optimize', 'size']],
    ['water of its own for the sketch', ['--sketch', '--water', 'lakes.geojson']],
  ])('calls %s wrong use, exit 2', async (_what, flags) => {
    expect((await run('terrain', 'build', ...flags)).exitCode).toBe(2);
  });

  it('builds, and does not build the same again', async () => {
    const flags = ['--dem', 'slope.tif', '--id', 'slope', '--max-level', '7'];
    expect(await run('terrain', 'build', ...flags)).toMatchObject({ exitCode: 0 });
    const layer = await readJsonIfThere(join(project.rootDir, 'tilesets/slope/layer.json'));
    expect(layer).toMatchObject({ format: 'quantized-mesh-1.0', maxzoom: 7, scheme: 'tms' });
    expect((await run('terrain', 'build', ...flags)).out).toContain('already');
  });

  it('builds shares, budgets, packed tiles and water from a folder of models', async () => {
    const { rootDir } = project;
    await writeTileFile(rootDir, 'models/b.tif', slopeTiff(4326));
    const lake = { type: 'Polygon', coordinates: [LAKE_RING] };
    await writeJsonFile(rootDir, 'lake.geojson', lake);
    const flags = '--dem models --id small --max-level 6 --error-m 5:100,6:50 --gzip --threads 1';
    const argv = ['terrain', 'build', ...flags.split(' '), '--water', 'lake.geojson'];
    for (const shard of ['1/2', '2/2']) {
      expect(await run(...argv, '--shard', shard)).toMatchObject({ exitCode: 0 });
    }
    expect((await run(...argv)).out).toContain('already');
    const folder = join(rootDir, 'tilesets/small');
    const layer = await readJsonIfThere(join(folder, 'layer.json'));
    expect(layer).toMatchObject({
      extensions: ['octvertexnormals', 'watermask'],
      maxErrorsM: [null, null, null, null, null, 100, 50],
    });
    const tile = await readFileIfThere(join(folder, '6/100/39.terrain'));
    expect([...(tile?.subarray(0, 2) ?? [])]).toEqual([0x1f, 0x8b]);
    expect((await checkTileSet(folder)).issues).toEqual([]);
  });

  it('names the water file at fault', async () => {
    await writeJsonFile(project.rootDir, 'odd.geojson', { type: 'Polygon', coordinates: [[[1]]] });
    const flags = ['--dem', 'slope.tif', '--id', 'odd', '--water', 'odd.geojson'];
    const { exitCode, err } = await run('terrain', 'build', ...flags);
    expect(exitCode).toBe(1);
    expect(err).toContain('water-invalid');
    expect(err).toContain('$.coordinates[0]');
  });

  it('builds a mosaic of formats, and anew when a picture of a folder changed', async () => {
    const folder = join(project.rootDir, 'pictures');
    await writeTerrariumTile(folder, [6, 50, 27], () => 700);
    const dems = ['--dem', 'slope.tif', '--dem', 'pictures'];
    const flags = [...dems, '--id', 'mosaic', '--max-level', '6'];
    expect(await run('terrain', 'build', ...flags)).toMatchObject({ exitCode: 0 });
    expect((await run('terrain', 'build', ...flags)).out).toContain('already');
    await writeTerrariumTile(folder, [6, 50, 27], () => 800);
    expect((await run('terrain', 'build', ...flags)).out).not.toContain('already');
  });
});

describe('imageryBuildCommand', () => {
  it('paints tiles and says where they lie', async () => {
    const flags = ['--dem', 'slope.tif', '--id', 'slope-relief', '--max-level', '5'];
    expect(await run('imagery', 'build', ...flags)).toMatchObject({ exitCode: 0, err: '' });
    const folder = join(project.rootDir, 'tilesets/slope-relief');
    expect(await readJsonIfThere(join(folder, 'imagery.json'))).toMatchObject({
      formatVersion: 1,
      scheme: 'tms',
      tilePx: 512,
      minLevel: 0,
      maxLevel: 5,
      hasAlpha: true,
      credit: 'slope.tif',
    });
    const tile = await readFileIfThere(join(folder, '5/50/19.webp'));
    expect(Buffer.from(tile?.subarray(8, 12) ?? []).toString()).toBe('WEBP');
  });
});
