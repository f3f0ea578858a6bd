import { join } from 'node:path';
import { writeArrayBuffer } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJsonIfThere, writeTileFile } from '../../io/tile-files';
import { runArc } from '../../testing/run-arc';
import { makeTempProject, type TempProject } from '../../testing/temp-project';
import { imageryBuildCommand } from './imagery-build';

let project: TempProject;

beforeAll(async () => {
  project = await makeTempProject();
  const heights = Float32Array.from({ length: 900 }, (_, i) => 300 + 20 * (i % 30));
  const tiff = writeArrayBuffer(
    heights as unknown as number[],
    {
      width: 30,
      height: 30,
      ModelTiepoint: [0, 0, 0, 103, 22.5, 0],
      ModelPixelScale: [0.01, 0.01, 0],
      GTModelTypeGeoKey: 2,
      GTRasterTypeGeoKey: 1,
      GeographicTypeGeoKey: 4326,
    } as never,
  );
  await writeTileFile(project.rootDir, 'slope.tif', new Uint8Array(tiff as ArrayBuffer));
  const river = {
    type: 'LineString',
    coordinates: [
      [103, 22.4],
      [103.3, 22.3],
    ],
  };
  const water = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: null, geometry: river }],
  };
  await writeTileFile(project.rootDir, 'w.geojson', Buffer.from(JSON.stringify(water)));
});
afterAll(() => project.remove());

function run(...flags: string[]) {
  return runArc(['imagery', 'build', ...flags], [imageryBuildCommand], {
    rootDir: project.rootDir,
  });
}

describe('imageryBuildCommand', () => {
  it('paints one share of a dusk picture with water', async () => {
    const flags = ['--dem', 'slope.tif', '--id', 'slope', '--max-level', '4', '--style', 'dusk'];
    expect(await run(...flags, '--water', 'w.geojson', '--shard', '1/2')).toMatchObject({
      exitCode: 0,
      err: '',
      out: expect.stringMatching(/^3 tiles to level 4, /),
    });
    const description = join(project.rootDir, 'tilesets/slope/imagery.json');
    expect(await readJsonIfThere(description)).toMatchObject({ builtLevel: 4, maxLevel: 4 });
  });

  it.each([
    ['imagery-source-missing', []],
    ['imagery-source-ambiguous', ['--sketch', '--water', 'w.geojson']],
    ['imagery-style-unknown', ['--sketch', '--style', 'noon']],
    ['imagery-shard-invalid', ['--sketch', '--shard', '3/2']],
    ['imagery-level-ambiguous', ['--sketch', '--full', '--max-level', '9']],
    ['imagery-level-too-deep', ['--sketch', '--max-level', '13']],
  ])('refuses wrong use: %s', async (code, flags) => {
    const { exitCode, err } = await run(...flags);
    expect(exitCode).toBe(2);
    expect(err).toContain(code);
  });
});
