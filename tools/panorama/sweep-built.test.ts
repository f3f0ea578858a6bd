import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { panoramaTileCommand } from '../cli/commands/panorama-tile';
import { listFolder, writeInto } from '../io/files';
import { runArc } from '../testing/run-arc';
import { spherePicture } from '../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { findMaster } from './panorama-files';

let project: TempProject;
beforeEach(async () => {
  project = await makeTempProject();
});
afterEach(() => project.remove());

const built = (path = '') => join(project.rootDir, 'panoramas/mine/built', path);
const tile = () => runArc(['panorama', 'tile', 'mine'], [panoramaTileCommand], project);

describe('arc panorama tile, once a master has changed', () => {
  it('sweeps what no record asks for, but not what a server shows or another run builds', async () => {
    await writeInto(
      join(project.rootDir, 'panoramas/mine/master.jpg'),
      await spherePicture(1024, 512),
    );
    await tile();
    const { hash8: before } = await findMaster(project.rootDir, 'mine');
    await writeInto(
      join(project.rootDir, 'panoramas/mine/master.jpg'),
      await spherePicture(2048, 1024),
    );
    const { hash8: now } = await findMaster(project.rootDir, 'mine');
    await writeInto(built('aaaaaaaa/0/0_0.webp'), 'long gone');
    await writeInto(built('bbbbbbbb/0/0_0.webp'), 'shown by a server');
    await writeInto(built(`cccccccc/.work-${process.pid}-0123abcd.part/0/0_0.webp`), 'under way');
    await writeInto(built('notes.txt'), 'an editor’s own');
    await writeInto(
      join(project.rootDir, 'dist/scene/index.json'),
      '{"panoramas":[{"previewUrl":"panoramas/mine/built/bbbbbbbb/preview.webp"}]}',
    );
    expect((await tile()).out).toContain(`swept aaaaaaaa`);
    const names = (await listFolder(built())).map(({ name }) => name);
    const sheets = names.filter((name) => name.startsWith('contact-sheet-'));
    expect(sheets).toEqual([expect.stringContaining(now)]);
    expect(names.filter((name) => !sheets.includes(name))).toEqual(
      [now, 'bbbbbbbb', 'cccccccc', 'notes.txt'].sort(),
    );
    expect(names).not.toContain(before);
    expect((await tile()).out).toBe('mine: up to date\n');
  });
});
