import { fileURLToPath } from 'node:url';

/** Root of this clone, absolute, without a slash at the end. */
export const ROOT_DIR = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
