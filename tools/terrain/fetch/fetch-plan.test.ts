import { describe, expect, it } from 'vitest';
import { fetchBoxesFromText } from './fetch-box';
import { planFetch } from './fetch-plan';

function paths(source: 'glo30' | 'terrarium', box: string, zoom = 12): string[] {
  return planFetch(source, fetchBoxesFromText(box), zoom).tiles.map((tile) => tile.path);
}

describe('fetchBoxesFromText', () => {
  it('cuts a box across the antimeridian in two', () => {
    expect(fetchBoxesFromText('177,-18,-179,-16')).toEqual([
      { westDeg: 177, southDeg: -18, eastDeg: 180, northDeg: -16 },
      { westDeg: -180, southDeg: -18, eastDeg: -179, northDeg: -16 },
    ]);
  });
  it('keeps one box where the antimeridian is only touched', () => {
    expect(fetchBoxesFromText('180,0,-179,1')).toEqual([
      { westDeg: -180, southDeg: 0, eastDeg: -179, northDeg: 1 },
    ]);
    expect(fetchBoxesFromText('179,0,-180,1')).toEqual([
      { westDeg: 179, southDeg: 0, eastDeg: 180, northDeg: 1 },
    ]);
  });
  it.each([
    '',
    '1,2,3',
    '1,2,3,4,5',
    '103,23,104,22',
    '103,22,103,23',
    '181,0,-179,1',
    '180,0,-180,1',
    'a,0,1,1',
    '0,-91,1,0',
    '0,,1,1',
  ])('refuses %j', (text) => {
    expect(() => fetchBoxesFromText(text)).toThrow(
      expect.objectContaining({ code: 'box-invalid' }),
    );
  });
});

describe('planFetch', () => {
  it('names the degree cells of a box as the Copernicus bucket does', () => {
    const [tile, ...others] = planFetch('glo30', fetchBoxesFromText('103,22,104,23'), 0).tiles;
    expect(others).toEqual([]);
    expect(tile?.urlPath).toBe(
      'Copernicus_DSM_COG_10_N22_00_E103_00_DEM/Copernicus_DSM_COG_10_N22_00_E103_00_DEM.tif',
    );
    expect(tile?.path).toBe('Copernicus_DSM_COG_10_N22_00_E103_00_DEM.tif');
  });
  it('names cells by their south-west corner on all four sides of null island', () => {
    expect(paths('glo30', '-0.5,-0.5,0.5,0.5')).toEqual([
      'Copernicus_DSM_COG_10_S01_00_W001_00_DEM.tif',
      'Copernicus_DSM_COG_10_S01_00_E000_00_DEM.tif',
      'Copernicus_DSM_COG_10_N00_00_W001_00_DEM.tif',
      'Copernicus_DSM_COG_10_N00_00_E000_00_DEM.tif',
    ]);
  });
  it('plans two runs across the antimeridian', () => {
    const plan = planFetch('glo30', fetchBoxesFromText('179,-17,-179,-16'), 0);
    expect(plan.runs.map((run) => run.tiles)).toEqual([1, 1]);
    expect(plan.tiles.map((tile) => tile.path)).toEqual([
      'Copernicus_DSM_COG_10_S17_00_E179_00_DEM.tif',
      'Copernicus_DSM_COG_10_S17_00_W180_00_DEM.tif',
    ]);
    expect(paths('terrarium', '179,-17,-179,-16', 8)).toEqual([
      '8/255/139.png',
      '8/255/140.png',
      '8/0/139.png',
      '8/0/140.png',
    ]);
  });
  it('names a tile once where two runs share it', () => {
    expect(paths('terrarium', '179,-17,-179,-16', 0)).toEqual(['0/0/0.png']);
  });
  it('counts web mercator rows down from the north', () => {
    // Sa Pa, by the well-known formula of slippy map tiles.
    expect(paths('terrarium', '103.84,22.33,103.845,22.335', 12)).toEqual(['12/3229/1787.png']);
    expect(paths('terrarium', '-180,-90,180,90', 1)).toEqual([
      '1/0/0.png',
      '1/1/0.png',
      '1/0/1.png',
      '1/1/1.png',
    ]);
  });
  it('expects fewer bytes of a cell near the pole', () => {
    const bytes = (box: string) => planFetch('glo30', fetchBoxesFromText(box), 0).estimatedBytes;
    expect(bytes('0,70,1,71') * 3).toBeCloseTo(bytes('0,20,1,21'), -2);
    expect(bytes('0,-71,1,-70')).toBe(bytes('0,70,1,71'));
  });
  it('refuses a box beyond web mercator', () => {
    expect(() => paths('terrarium', '0,86,1,87')).toThrow(
      expect.objectContaining({ code: 'box-outside-source' }),
    );
    expect(paths('glo30', '0,86,1,87')).toHaveLength(1);
  });
  it('refuses more tiles than a region has, before it lists them', () => {
    expect(() => paths('terrarium', '-180,-85,180,85', 15)).toThrow(
      expect.objectContaining({ code: 'box-too-large' }),
    );
  });
});
