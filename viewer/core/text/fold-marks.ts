/**
 * A name as people type it in a hurry: small letters, no marks, `đ` as `d`. Vietnamese stays
 * readable by its letters alone.
 */
export function foldMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}
