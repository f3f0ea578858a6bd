import { describe, expect, it } from 'vitest';
import { addCounts, countsLine, countsOfReport, NO_TESTS } from './test-counts';

const REPORT = JSON.stringify({
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [
    { status: 'failed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{}] },
  ],
});

describe('countsOfReport', () => {
  it('counts a file that did not load as a failure', () => {
    expect(countsOfReport(REPORT)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });
});

describe('countsLine', () => {
  it('sums runs and says what was skipped', () => {
    const counts = countsOfReport(REPORT);
    expect(countsLine(addCounts(counts, counts))).toBe('6 passed, 4 failed, 4 skipped');
    expect(countsLine(NO_TESTS)).toBe('0 passed, 0 failed');
  });
});
