import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { ROOT_DIR } from '../io/root-dir';
import { viteSetup } from '../vite/vite-setup';

// A program of its own, so that bundling has a core to itself while terrain is computed.
// Tests start this program with an environment of their own: visitors get React for production.
process.env['NODE_ENV'] = 'production';
const setup = viteSetup(ROOT_DIR, 'build');
await build({
  ...setup,
  configFile: false,
  logLevel: 'warn',
  plugins: [react(), ...setup.plugins],
});
