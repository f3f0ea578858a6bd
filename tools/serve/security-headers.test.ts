import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../io/root-dir';
import { securityHeaders } from './security-headers';

describe('securityHeaders', () => {
  it('are what docs/hosting.md tells other servers to send', async () => {
    const text = await readFile(join(ROOT_DIR, 'docs/hosting.md'), 'utf8');
    for (const [name, value] of Object.entries(securityHeaders())) {
      expect(text).toContain(`${name}: ${value}\n`);
    }
  });
  it('opens only what a deployer names', () => {
    const policy = securityHeaders({
      connectOrigins: ['https://tiles.example'],
      frameAncestors: ['https://tourism.example'],
    })['Content-Security-Policy'];
    expect(policy).toContain("connect-src 'self' https://tiles.example;");
    expect(policy).toMatch(/frame-ancestors https:\/\/tourism\.example$/);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  });
});
