import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../io/root-dir';
import { runArc } from '../testing/run-arc';
import { HELP_DOCUMENT_PATH, helpDocument } from './help-document';
import { ARC_COMMANDS } from './registry';

describe('ARC_COMMANDS', () => {
  it.each(ARC_COMMANDS.map((command) => [`${command.noun} ${command.verb}`, command] as const))(
    '%s has a summary and an example of itself',
    async (name, command) => {
      expect(command.example).toContain(`npx arc ${name}`);
      const help = await runArc([...name.split(' '), '--help'], ARC_COMMANDS, {
        rootDir: ROOT_DIR,
      });
      expect(help.exitCode).toBe(0);
      // Long lines are folded.
      expect(help.out.replace(/\s+/g, ' ')).toContain(command.summary);
      expect(help.out).toContain(command.example);
    },
  );
  it('names every verb once', () => {
    const names = ARC_COMMANDS.map(({ noun, verb }) => `${noun} ${verb}`);
    expect(new Set(names).size).toBe(names.length);
  });
  it('is what docs/cli.md says', async () => {
    const written = await readFile(join(ROOT_DIR, HELP_DOCUMENT_PATH), 'utf8');
    expect(written, 'run: npx tsx tools/cli/write-help.ts').toBe(helpDocument(ARC_COMMANDS));
  });
});
