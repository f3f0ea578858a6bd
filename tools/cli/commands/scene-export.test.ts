import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../../io/root-dir';
import { readFileIfThere } from '../../io/tile-files';
import { runArc } from '../../testing/run-arc';
import { makeTempProject } from '../../testing/temp-project';
import { sceneExportCommand } from './scene-export';

const SCENE = join(ROOT_DIR, 'scenes/northwest');

async function exported(...argv: string[]) {
  const project = await makeTempProject();
  const result = await runArc(['scene', 'export', SCENE, ...argv], [sceneExportCommand], {
    rootDir: project.rootDir,
  });
  const bytes = await readFileIfThere(join(project.rootDir, 'events.ics'));
  await project.remove();
  return { result, text: bytes === undefined ? '' : new TextDecoder().decode(bytes) };
}

describe('sceneExportCommand', () => {
  it('writes the shipped events as a calendar whose lines are never too long', async () => {
    const { result, text } = await exported(
      '--ics',
      'events.ics',
      '--from',
      '2027',
      '--to',
      '2027',
    );
    expect(result.exitCode).toBe(0);
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\n');
    expect(text).toContain('UID:hung-kings-commemoration-20270416@northwest-arc');
    const lengths = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
  });

  it('refuses a language that the content does not have whole', async () => {
    const { result } = await exported('--ics', 'events.ics', '--from', '2027', '--lang', 'fr');
    expect(result.exitCode).toBe(2);
  });
});
