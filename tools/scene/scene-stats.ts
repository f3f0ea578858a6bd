import {
  CONTENT_LOCALES,
  type ContentLocale,
  isUnknown,
  RECORD_KINDS,
  type RecordKind,
} from '#scene';
import { idsOf, recordsOf, type SceneContent } from './read-scene';

/** How much there is, and how complete it is. */
export interface SceneStats {
  /** Records by kind. */
  readonly counts: Readonly<Record<RecordKind, number>>;
  readonly drafts: number;
  /** Records in the folder of each present province, and places by the map before 2025. */
  readonly byProvince: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly placesByProvinceBefore2025: Readonly<Record<string, number>>;
  /** Facts that may be unknown: how many are told, how many say that they are unknown. */
  readonly facts: { readonly known: number; readonly unknown: number };
  /** Texts by language, of all texts that there are. */
  readonly texts: { readonly all: number } & Readonly<Record<ContentLocale, number>>;
}

/** Counts what a scene holds. */
export function sceneStats(content: SceneContent): SceneStats {
  const counts = Object.fromEntries(
    RECORD_KINDS.map((kind) => [kind, recordsOf(content, kind).length]),
  ) as Record<RecordKind, number>;
  const tally = { known: 0, unknown: 0, all: 0, locales: new Map<ContentLocale, number>() };
  for (const { record } of content.records) tallyValue(record, tally);
  return {
    counts,
    drafts: recordsOf(content, 'panorama').filter(({ record }) => record.isDraft).length,
    byProvince: Object.fromEntries(
      idsOf(content, 'province').map((id) => [id, countsInFolder(content, id)]),
    ),
    placesByProvinceBefore2025: Object.fromEntries(
      idsOf(content, 'province-before-2025').map((id) => [id, placesBefore(content, id)]),
    ),
    facts: { known: tally.known, unknown: tally.unknown },
    texts: {
      all: tally.all,
      ...(Object.fromEntries(
        CONTENT_LOCALES.map((locale) => [locale, tally.locales.get(locale) ?? 0]),
      ) as Record<ContentLocale, number>),
    },
  };
}

function countsInFolder(content: SceneContent, provinceId: string): Record<string, number> {
  const inside = content.records.filter((entry) => entry.provinceId === provinceId);
  const kinds = ['place', 'panorama', 'event', 'product'] as const;
  return Object.fromEntries(
    kinds.map((kind) => [kind, inside.filter((entry) => entry.kind === kind).length]),
  );
}

function placesBefore(content: SceneContent, id: string): number {
  return recordsOf(content, 'place').filter(({ record }) =>
    record.provinceBefore2025Ids.includes(id),
  ).length;
}

interface Tally {
  known: number;
  unknown: number;
  all: number;
  readonly locales: Map<ContentLocale, number>;
}

/** Fields that hold no fact: names of things, addresses, lists that are empty by default. */
const NO_FACTS: ReadonlySet<string> = new Set(['$schema', 'schemaVersion', 'id', 'sources']);

function tallyValue(record: object, tally: Tally): void {
  for (const [key, value] of Object.entries(record)) {
    if (NO_FACTS.has(key)) continue;
    if (isUnknown(value)) tally.unknown += 1;
    else tally.known += 1;
  }
  tallyTexts(record, tally);
}

function tallyTexts(value: unknown, tally: Tally): void {
  if (typeof value !== 'object' || value === null) return;
  if ('vi' in value && 'en' in value) {
    tally.all += 1;
    for (const locale of CONTENT_LOCALES) {
      if (locale in value) tally.locales.set(locale, (tally.locales.get(locale) ?? 0) + 1);
    }
    return;
  }
  for (const inner of Object.values(value)) tallyTexts(inner, tally);
}
