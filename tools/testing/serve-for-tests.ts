import type { TestProject } from 'vitest/node';
import { prepareSite } from '../build/prepare-site';
import { consoleReport } from '../build/step-report';
import { ROOT_DIR } from '../io/root-dir';
import { serveSite } from '../serve/serve-site';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the production server, ends with a slash: `inject('baseUrl')`. */
    readonly baseUrl: string;
  }
}

/** The flows run against what a visitor gets: built, served in a sub-folder, strict policy. */
const BASE_PATH = '/cung-tay-bac/';

/** Builds what is missing and serves it while the flows run. */
export default async function serveForTests(project: TestProject): Promise<() => Promise<void>> {
  await prepareSite(ROOT_DIR, consoleReport());
  const site = await serveSite({
    rootDir: ROOT_DIR,
    basePath: BASE_PATH,
    host: '127.0.0.1',
    port: 0,
    onProblem: (what, error) => console.error(what, error),
  });
  project.provide('baseUrl', site.url);
  return () => site.close();
}
