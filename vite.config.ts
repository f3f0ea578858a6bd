import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { devScenePlugin } from './tools/vite/dev-scene-plugin';
import { viteSetup } from './tools/vite/vite-setup';

const rootDir = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig(({ command }) => {
  const setup = viteSetup(rootDir, command);
  return { ...setup, plugins: [react(), ...setup.plugins, devScenePlugin(rootDir)] };
});
