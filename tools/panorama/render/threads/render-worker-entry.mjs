// A worker starts outside the loader that runs TypeScript: it registers its own.
import { register } from 'tsx/esm/api';

register();
await import('./render-worker.ts');
