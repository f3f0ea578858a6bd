import type { LocalizedText } from '#scene';

/** What stands in a new record until somebody writes the real words; never published. */
export const PLACEHOLDERS = {
  summary: { vi: '(Chưa viết lời giới thiệu.)', en: '(No introduction has been written yet.)' },
  description: { vi: '(Chưa viết lời tả.)', en: '(No description has been written yet.)' },
  narration: { vi: '(Chưa viết lời kể.)', en: '(No narration has been written yet.)' },
  source: '(name the source here)',
  reason: '',
} as const satisfies Record<string, LocalizedText | string>;

/** Whether a text is still one that a new record started with. */
export function isPlaceholder(text: string): boolean {
  return Object.values(PLACEHOLDERS).some((placeholder) =>
    typeof placeholder === 'string'
      ? placeholder !== '' && placeholder === text
      : placeholder.vi === text || placeholder.en === text,
  );
}
