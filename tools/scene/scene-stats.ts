import {
  CONTENT_LOCALES,
  type ContentLocale,
  factFields,
  isUnknown,
  RECORD_KINDS,
  type RecordKind,
} from '#scene';
import { idsOf, recordsOf, type SceneContent, type SceneRecord } from './read-scene';

/** How much there is, and how complete it is. */
export interface SceneStats {
  /** Records by kind. */
  readonly counts: Readonly<Record<RecordKind, number>>;
  readonly drafts: number;
  /** Records in the folder of each present province, and places by the map before 2025. */
  readonly byProvince: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly placesByProvinceBefore2025: Readonly<Record<string, number>>;
  /** Facts told, facts that say that they are unknown, and facts nobody has written about yet. */
  readonly facts: FactTally;
  readonly factsByKind: Readonly<Partial<Record<RecordKind, FactTally>>>;
  /** The same of what lies in the folder of each present province. */
  readonly factsByProvince: Readonly<Record<string, FactTally>>;
  /** Facts that say that they are unknown, of all facts, 0 to 1. */
  readonly unknownShare: number;
  /** Texts by language, of all texts that there are. */
  readonly texts: { readonly all: number } & Readonly<Record<ContentLocale, number>>;
}

/** How many facts there are; what could be told is the sum of the three. */
export interface FactTally {
  readonly told: number;
  readonly unknown: number;
  readonly missing: number;
}

/** Counts what a scene holds. */
export function sceneStats(content: SceneContent): SceneStats {
  const counts = Object.fromEntries(
    RECORD_KINDS.map((kind) => [kind, recordsOf(content, kind).length]),
  ) as Record<RecordKind, number>;
  const tally: TextTally = { all: 0, locales: new Map() };
  for (const { record } of content.records) tallyTexts(record, tally);
  const facts = factTally(content.records);
  return {
    counts,
    drafts: recordsOf(content, 'panorama').filter(({ record }) => record.isDraft).length,
    byProvince: Object.fromEntries(
      idsOf(content, 'province').map((id) => [id, countsInFolder(content, id)]),
    ),
    placesByProvinceBefore2025: Object.fromEntries(
      idsOf(content, 'province-before-2025').map((id) => [id, placesBefore(content, id)]),
    ),
    facts,
    factsByKind: factsByKind(content),
    factsByProvince: Object.fromEntries(
      idsOf(content, 'province').map((id) => [
        id,
        factTally(content.records.filter((entry) => entry.provinceId === id)),
      ]),
    ),
    unknownShare: facts.unknown / Math.max(1, facts.told + facts.unknown + facts.missing),
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

function factsByKind(content: SceneContent): Partial<Record<RecordKind, FactTally>> {
  const entries = RECORD_KINDS.filter((kind) => factFields(kind).length > 0).map(
    (kind): [RecordKind, FactTally] => [kind, factTally(recordsOf(content, kind))],
  );
  return Object.fromEntries(entries);
}

/** Counts the facts of some records. */
export function factTally(records: readonly SceneRecord[]): FactTally {
  const values = records.flatMap(({ kind, record }) => {
    const fields = new Map<string, unknown>(Object.entries(record));
    return factFields(kind).map((field) => fields.get(field));
  });
  const missing = values.filter((value) => value === undefined).length;
  const unknown = values.filter(isUnknown).length;
  return { told: values.length - missing - unknown, unknown, missing };
}

interface TextTally {
  all: number;
  readonly locales: Map<ContentLocale, number>;
}

function tallyTexts(value: unknown, tally: TextTally): void {
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
