import { defineConfig } from 'vitest/config';

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
    ],
  },
});
