import { describe, expect, it } from 'vitest';
import { foldMarks } from './fold-marks';

describe('foldMarks', () => {
  it('takes away every Vietnamese mark', () => {
    expect(foldMarks('Đèo Ô Quý Hồ, Lũng Cú, Mường Nhé')).toBe('deo o quy ho, lung cu, muong nhe');
  });

  it('is the same for composed and decomposed letters', () => {
    expect(foldMarks('Phố Cáo'.normalize('NFD'))).toBe(foldMarks('Phố Cáo'.normalize('NFC')));
  });

  it('makes one space of many', () => {
    expect(foldMarks('  Mù  Cang Chải ')).toBe('mu cang chai');
  });
});
