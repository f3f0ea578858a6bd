import { join } from 'node:path';
import { durationText } from '../cli/duration-text';
import { readTextIfThere, removePath } from '../io/files';
import { ROOT_DIR } from '../io/root-dir';
import { runProgram } from '../io/run-program';
import { findChromium, NO_CHROMIUM_ADVICE } from '../testing/find-chromium';
import { installChromium } from './install-chromium';
import { addCounts, countsLine, countsOfReport, NO_TESTS, type TestCounts } from './test-counts';
import { VERIFY_STEPS, type VerifyStep } from './verify-steps';

const canInstall = process.argv.includes('--install-browser');
const startMs = performance.now();
let counts: TestCounts = NO_TESTS;
const broken: string[] = [];

if (await isChromiumThere()) {
  for (const step of VERIFY_STEPS) await runStep(step);
  if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
  console.log(`\nAfter ${durationText(performance.now() - startMs)}:`);
  console.log(countsLine(counts));
} else {
  console.error(NO_CHROMIUM_ADVICE);
  broken.push('chromium');
}
process.exitCode = broken.length > 0 || counts.failed > 0 ? 1 : 0;

async function isChromiumThere(): Promise<boolean> {
  if ((await findChromium()) !== undefined) return true;
  if (!canInstall || !(await installChromium(console.log))) return false;
  return (await findChromium()) !== undefined;
}

async function runStep(step: VerifyStep): Promise<void> {
  console.log(`\n━━ ${step.name}`);
  const report =
    step.report === undefined ? undefined : join(ROOT_DIR, 'test-results', step.report);
  if (report !== undefined) await removePath(report);
  const program = join(ROOT_DIR, 'node_modules/.bin', step.command[0] ?? '');
  const code = await runProgram([program, ...step.command.slice(1)], process.env, ROOT_DIR);
  if (code !== 0) broken.push(step.name);
  if (report === undefined) return;
  const json = await readTextIfThere(report);
  // No report means that the runner itself fell over; its exit code says so as well.
  if (json !== undefined) counts = addCounts(counts, countsOfReport(json));
}
