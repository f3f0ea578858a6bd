import { describe, expect, it } from 'vitest';
import { pauseMs, retryAfterMs } from './backoff';

describe('pauseMs', () => {
  it('doubles up to half a minute', () => {
    const pauses = [1, 2, 3, 7, 50].map((failures) => pauseMs(failures, undefined, 1));
    expect(pauses).toEqual([500, 1000, 2000, 30_000, 30_000]);
  });
  it('leaves half of it to chance', () => {
    expect(pauseMs(3, undefined, 0)).toBe(1000);
    expect(pauseMs(3, undefined, 0.5)).toBe(1500);
  });
  it('waits at least as long as asked, within five minutes', () => {
    expect(pauseMs(1, 7000, 0)).toBe(7000);
    expect(pauseMs(1, 86_400_000, 0)).toBe(300_000);
  });
});

describe('retryAfterMs', () => {
  it('reads seconds and dates', () => {
    const nowMs = Date.UTC(2026, 0, 1);
    expect(retryAfterMs('12', nowMs)).toBe(12_000);
    expect(retryAfterMs('Thu, 01 Jan 2026 00:00:30 GMT', nowMs)).toBe(30_000);
    expect(retryAfterMs('Wed, 31 Dec 2025 00:00:00 GMT', nowMs)).toBe(0);
  });
  it('makes nothing of what it cannot read', () => {
    expect(retryAfterMs(null, 0)).toBeUndefined();
    expect(retryAfterMs('', 0)).toBeUndefined();
    expect(retryAfterMs('soon', 0)).toBeUndefined();
  });
});
