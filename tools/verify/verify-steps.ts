/** A part of the proof: a command line, and where its tests are counted. */
export interface VerifyStep {
  readonly name: string;
  /** Arguments of npx. */
  readonly command: readonly string[];
  /** File name of vitest's JSON report, where the step runs tests. */
  readonly report?: string;
  readonly needsChromium?: boolean;
}

/** What `npm test` and `npm run verify` run, in this order: cheap and telling things first. */
export const VERIFY_STEPS: readonly VerifyStep[] = [
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types: core', command: ['tsc', '-p', 'tsconfig.core.json'] },
  { name: 'types: tools', command: ['tsc', '-p', 'tsconfig.tools.json'] },
  { name: 'types: e2e', command: ['tsc', '-p', 'tsconfig.e2e.json'] },
  { name: 'types: viewer', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'scene', command: ['tsx', 'tools/cli/main.ts', 'scene', 'check', '--strict'] },
  vitestStep('unit', 'unit'),
  { name: 'build', command: ['tsx', 'tools/build/main.ts'] },
  { name: 'sizes', command: ['tsx', 'tools/build/sizes.ts'] },
  { ...vitestStep('browser', 'browser'), needsChromium: true },
  { ...vitestStep('e2e', 'e2e'), needsChromium: true },
  { ...vitestStep('visual', 'visual'), needsChromium: true },
];

function vitestStep(name: string, project: string): VerifyStep {
  const report = `${name}.json`;
  return {
    name,
    report,
    command: [
      'vitest',
      'run',
      '--configLoader',
      'runner',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=test-results/${report}`,
    ],
  };
}
