import { describe, expect, it } from 'vitest';
import { startOptions } from './start-options';

describe('startOptions', () => {
  it('serves this machine alone where nothing is said', () => {
    expect(startOptions([], {})).toEqual({
      host: '127.0.0.1',
      port: 8360,
      basePath: '/',
      isBuildSkipped: false,
      hasDrafts: false,
      isHelpAsked: false,
    });
  });
  it('takes PORT, and a flag before it', () => {
    expect(startOptions([], { PORT: '9000' }).port).toBe(9000);
    expect(startOptions(['--port', '9001'], { PORT: '9000' }).port).toBe(9001);
  });
  it('reads a base path in any form', () => {
    expect(startOptions(['--base-path=map'], {}).basePath).toBe('/map/');
  });
  it.each([[['--port', 'x']], [['--port', '99999']], [['--prot', '1']], [['stray']]])(
    'refuses %o',
    (argv) => {
      expect(() => startOptions(argv, {})).toThrow(expect.objectContaining({ name: 'UsageError' }));
    },
  );
});
