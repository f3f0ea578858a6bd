import { hash8 } from '../../io/content-hash';
import { compareText } from '../file-issue';
import { recordsOf, type SceneContent } from '../read-scene';

/** Folder of the compiled scene in the application. */
const SCENE_BASE_URL = 'scene/';

/** Folders of the details. */
export type DetailKind =
  | 'place'
  | 'route'
  | 'panorama'
  | 'horizon'
  | 'borders'
  | 'find'
  | 'climate'
  | 'story'
  | 'events'
  | 'products'
  | 'roads'
  | 'rivers';

/** Texts of the details by path inside the output folder. */
export type DetailFiles = Map<string, string>;

/** Keeps a detail under an address that changes with its content, and answers that address. */
export function addDetail<T extends { readonly id: string }>(
  details: DetailFiles,
  kind: DetailKind,
  detail: T,
): string {
  const text = jsonText(detail);
  const path = `details/${kind}/${detail.id}.${hash8(text)}.json`;
  details.set(path, text);
  return SCENE_BASE_URL + path;
}

/** A value as a file of the bundle holds it. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** Records of a kind, by id. */
export function sortedRecords<K extends Parameters<typeof recordsOf>[1]>(
  content: SceneContent,
  kind: K,
) {
  return recordsOf(content, kind)
    .map(({ record }) => record)
    .toSorted((a, b) => compareText(a.id, b.id));
}
