import { consoleReport } from '../build/step-report';
import { exitWithProblem } from '../cli/exit-with-problem';
import { ROOT_DIR } from '../io/root-dir';
import { startApp } from './start-app';
import { START_HELP, startOptions } from './start-options';

const stop = new AbortController();
const report = consoleReport();
const startMs = performance.now();

try {
  const options = startOptions(process.argv.slice(2), process.env);
  if (options.isHelpAsked) {
    console.log(START_HELP);
  } else {
    const { server, buildPanoramas } = await startApp(ROOT_DIR, options, report, stop.signal);
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        stop.abort();
        void server.close();
      });
    }
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    report.print(`ready after      ${seconds} s`);
    report.print(`\n  Northwest Arc / Cung Tây Bắc: ${server.url}\n`);
    await buildPanoramas();
  }
} catch (error) {
  exitWithProblem(error);
}
