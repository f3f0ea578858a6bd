import { exitWithProblem } from '../cli/exit-with-problem';
import { ROOT_DIR } from '../io/root-dir';
import { copyDataIntoDist, precompressDist } from './full-dist';
import { prepareSite } from './prepare-site';
import { publicUrlOf } from './public-url';
import { consoleReport, runStep } from './step-report';

const report = consoleReport();
try {
  const publicUrl = publicUrlOf(process.argv.slice(2));
  await prepareSite(ROOT_DIR, report, publicUrl === null ? {} : { publicUrl });
  if (process.argv.includes('--full')) {
    await runStep(report, 'data into dist', () => copyDataIntoDist(ROOT_DIR, report.progress));
    await runStep(report, 'compressed', () => precompressDist(ROOT_DIR, report.progress));
    report.print('dist/ is complete: copy it to any web server, into any folder.');
  }
} catch (error) {
  exitWithProblem(error);
}
