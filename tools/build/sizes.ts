import { join } from 'node:path';
import { ROOT_DIR } from '../io/root-dir';
import { BUNDLE_BUDGETS_KIB, type BundlePart, measureBundle } from './bundle-sizes';

const sizes = await measureBundle(join(ROOT_DIR, 'dist'));
for (const part of ['shell', 'globe', 'panorama', 'other'] as const) {
  console.log(`${part.padEnd(9)} ${sizes[part].toFixed(1).padStart(7)} KiB brotli${verdict(part)}`);
}

function verdict(part: BundlePart): string {
  if (part === 'other') return '';
  const budget = BUNDLE_BUDGETS_KIB[part];
  if (sizes[part] <= budget) return `, budget ${budget}`;
  process.exitCode = 1;
  return `, OVER its budget of ${budget}`;
}
