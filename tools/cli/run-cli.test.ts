import { describe, expect, it } from 'vitest';
import { AssetError, UsageError } from '#core/errors';
import { runArc } from '../testing/run-arc';
import type { ArcCommand } from './arc-command';

const DETAILS = { file: 'a.tif', path: '$.x', expected: 'one', found: 'two', fix: 'Do it.' };

function command(verb: string, run: ArcCommand['run']): ArcCommand {
  return {
    noun: 'test',
    verb,
    summary: `says ${verb}`,
    example: `npx arc test ${verb} it`,
    args: [{ name: 'what', description: 'a thing' }],
    options: [{ flags: '--tag <tag>', description: 'a tag', isRepeatable: true }],
    run,
  };
}

const COMMANDS = [
  command('echo', (args, options, { print }) => {
    print(`${args.join()} ${JSON.stringify(options['tag'])}`);
    return Promise.resolve({ args });
  }),
  command('data', () => Promise.reject(new AssetError('asset-bad', DETAILS))),
  command('usage', () => Promise.reject(new UsageError('usage-bad', DETAILS))),
  command('bug', () => Promise.reject(new TypeError('undefined is no function'))),
  command('wait', (_args, _options, { signal }) => {
    signal.throwIfAborted();
    return Promise.resolve();
  }),
];

const arc = (argv: string, host = {}) =>
  runArc(argv.split(' '), COMMANDS, { rootDir: '/nowhere', ...host });

describe('runCli', () => {
  it('prints for people and collects repeated flags', async () => {
    expect(await arc('test echo it --tag a --tag b')).toEqual({
      exitCode: 0,
      out: 'it ["a","b"]\n',
      err: '',
    });
  });
  it('prints only the result with --json', async () => {
    const { out } = await arc('test echo it --json');
    expect(JSON.parse(out)).toEqual({ args: ['it'] });
  });
  it('explains bad data in one block and exits 1', async () => {
    expect(await arc('test data it')).toEqual({
      exitCode: 1,
      out: '',
      err: [
        'Problem asset-bad',
        '  file      a.tif',
        '  at        $.x',
        '  expected  one',
        '  found     two',
        '  to do     Do it.',
        '',
      ].join('\n'),
    });
  });
  it('speaks Vietnamese where the locale does', async () => {
    const { err } = await arc('test data it', { locale: 'vi' });
    expect(err).toContain('Lỗi asset-bad');
    expect(err).toContain('cách sửa  Do it.');
  });
  it('gives errors as data with --json', async () => {
    const { exitCode, out } = await arc('test data it --json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toEqual({ error: { code: 'asset-bad', ...DETAILS } });
  });
  it('exits 1 on its own fault and hides the stack until --debug', async () => {
    expect((await arc('test bug it')).err).not.toContain('run-cli.test');
    const { exitCode, err } = await arc('test bug it --debug');
    expect(exitCode).toBe(1);
    expect(err).toContain('run-cli.test');
  });
  it.each([
    ['a command that refuses', 'test usage it'],
    ['an unknown noun', 'tset echo it'],
    ['an unknown verb', 'test ehco it'],
    ['an unknown flag', 'test echo it --no-such'],
    ['a missing argument', 'test echo'],
    ['one argument too many', 'test echo it more'],
    ['no verb', 'test'],
  ])('exits 2 on %s', async (_, argv) => {
    const { exitCode, err } = await arc(argv);
    expect(exitCode).toBe(2);
    expect(err).not.toBe('');
  });
  it('shows an example in the help of a verb', async () => {
    const { exitCode, out } = await arc('test echo --help');
    expect(exitCode).toBe(0);
    expect(out).toContain('Example:\n  npx arc test echo it');
  });
  it('exits 130 when stopped', async () => {
    const { exitCode, err } = await arc('test wait it', { signal: AbortSignal.abort() });
    expect(exitCode).toBe(130);
    expect(err).toContain('Stopped');
  });
});
