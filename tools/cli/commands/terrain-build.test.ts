import { join } from 'node:path';
import { writeArrayBuffer } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileIfThere, readJsonIfThere, writeTileFile } from '../../io/tile-files';
import { writeTerrariumTile } from '../../testing/dem-fixtures';
import { runArc } from '../../testing/run-arc';
import { makeTempProject, type TempProject } from '../../testing/temp-project';
import { imageryBuildCommand } from './imagery-build';
import { terrainBuildCommand } from './terrain-build';

const COMMANDS = [terrainBuildCommand, imageryBuildCommand];
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
  ])('calls %s wrong use, exit 2', async (_what, flags) => {
    expect((await run('terrain', 'build', ...flags)).exitCode).toBe(2);
  });

  it('builds, and does not build the same again', async () => {
    const flags = ['--dem', 'slope.tif', '--id', 'slope', '--max-level', '7'];
    expect(await run('terrain', 'build', ...flags)).toMatchObject({ exitCode: 0, err: '' });
    const layer = await readJsonIfThere(join(project.rootDir, 'tilesets/slope/layer.json'));
    expect(layer).toMatchObject({ format: 'quantized-mesh-1.0', maxzoom: 7, scheme: 'tms' });
    expect((await run('terrain', 'build', ...flags)).out).toContain('already');
  });

  it('builds a mosaic of formats, and anew when a picture of a folder changed', async () => {
    const folder = join(project.rootDir, 'pictures');
    await writeTerrariumTile(folder, [6, 50, 27], () => 700);
    const dems = ['--dem', 'slope.tif', '--dem', 'pictures'];
    const flags = [...dems, '--id', 'mosaic', '--max-level', '6'];
    expect(await run('terrain', 'build', ...flags)).toMatchObject({ exitCode: 0, err: '' });
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
