import {
  foundText,
  type Hotspot,
  type RecordKind,
  type RouteStop,
  type StoryChapter,
} from '#scene';
import type { FileIssue } from '../file-issue';
import { nearMissFix } from '../near-miss';
import { idsOf, recordsOf, type SceneContent } from '../read-scene';
import { fault, type SceneRule } from './rule';

/** A field that names another record. */
interface Reference {
  readonly path: string;
  readonly kind: RecordKind;
  readonly id: string;
}

/** Every id that a record names leads to a record; every source that a fact names is there. */
export const referenceRule: SceneRule = (content) => {
  const idsByKind = new Map<RecordKind, readonly string[]>();
  const idsOfKind = (kind: RecordKind): readonly string[] => {
    const ids = idsByKind.get(kind) ?? idsOf(content, kind);
    idsByKind.set(kind, ids);
    return ids;
  };
  const dangling = fileReferences(content).flatMap(({ file, references }) =>
    references.flatMap((reference) => danglingIssue(file, reference, idsOfKind(reference.kind))),
  );
  return [
    ...dangling,
    ...content.records.flatMap(({ file, record }) => sourceIssues(file, record)),
  ];
};

function danglingIssue(file: string, reference: Reference, ids: readonly string[]): FileIssue[] {
  if (ids.includes(reference.id)) return [];
  return [
    fault(file, {
      code: `scene-unknown-${reference.kind}`,
      path: reference.path,
      expected: `the id of a ${reference.kind}`,
      found: foundText(reference.id),
      fix: nearMissFix(reference.id, ids),
    }),
  ];
}

function fileReferences(content: SceneContent) {
  return [
    ...recordsOf(content, 'scene').map(({ file, record }) => ({
      file,
      references: list('shownRouteIds', 'route', record.shownRouteIds ?? []),
    })),
    ...recordsOf(content, 'province').map(({ file, record }) => ({
      file,
      references: list('formedFromIds', 'province-before-2025', record.formedFromIds),
    })),
    ...recordsOf(content, 'province-before-2025').map(({ file, record }) => ({
      file,
      references: [one('$.becameId', 'province', record.becameId)],
    })),
    ...recordsOf(content, 'border').map(({ file, record }) => ({
      file,
      references: list(
        'provinceBefore2025Ids',
        'province-before-2025',
        record.provinceBefore2025Ids,
      ),
    })),
    ...recordsOf(content, 'place').map(({ file, record }) => ({
      file,
      references: [...ownerReferences(record), ...townReferences(record)],
    })),
    ...recordsOf(content, 'panorama').map(({ file, record }) => ({
      file,
      references: [
        one('$.placeId', 'place', record.placeId),
        ...record.links.map((link, at) =>
          one(`$.links[${at}].panoramaId`, 'panorama', link.panoramaId),
        ),
        ...record.hotspots.flatMap(hotspotReferences),
      ],
    })),
    ...recordsOf(content, 'route').map(({ file, record }) => ({
      file,
      references: [
        ...list('provinceIds', 'province', record.provinceIds),
        ...record.stops.map(stopReference),
      ],
    })),
    ...[...recordsOf(content, 'event'), ...recordsOf(content, 'product')].map(
      ({ file, record }) => ({
        file,
        references: [...ownerReferences(record), ...list('placeIds', 'place', record.placeIds)],
      }),
    ),
    ...recordsOf(content, 'climate').map(({ file, record }) => ({
      file,
      references: [
        ...list('provinceIds', 'province', record.provinceIds),
        ...list('placeIds', 'place', record.placeIds),
      ],
    })),
    ...recordsOf(content, 'story').map(({ file, record }) => ({
      file,
      references: [
        ...list('provinceIds', 'province', record.provinceIds),
        ...record.chapters.flatMap(chapterReferences),
      ],
    })),
  ];
}

interface Owned {
  readonly provinceIds: readonly string[];
  readonly provinceBefore2025Ids: readonly string[];
}

function ownerReferences(record: Owned): Reference[] {
  return [
    ...list('provinceIds', 'province', record.provinceIds),
    ...list('provinceBefore2025Ids', 'province-before-2025', record.provinceBefore2025Ids),
  ];
}

function townReferences({ nearestTown }: { readonly nearestTown?: object }): Reference[] {
  if (nearestTown === undefined || !('placeId' in nearestTown)) return [];
  return [one('$.nearestTown.placeId', 'place', String(nearestTown.placeId))];
}

function hotspotReferences(hotspot: Hotspot, at: number): Reference[] {
  const path = `$.hotspots[${at}]`;
  if (hotspot.type === 'place') return [one(`${path}.placeId`, 'place', hotspot.placeId)];
  if (hotspot.type === 'product') return [one(`${path}.productId`, 'product', hotspot.productId)];
  return [];
}

function stopReference(stop: RouteStop, at: number): Reference {
  return stop.type === 'place'
    ? one(`$.stops[${at}].placeId`, 'place', stop.placeId)
    : one(`$.stops[${at}].gatewayId`, 'gateway', stop.gatewayId);
}

function chapterReferences(chapter: StoryChapter, at: number): Reference[] {
  const path = `$.chapters[${at}]`;
  if (chapter.type === 'panorama') {
    return [one(`${path}.panoramaId`, 'panorama', chapter.panoramaId)];
  }
  const { placeId, routeId } = chapter;
  return [
    ...(placeId === undefined ? [] : [one(`${path}.placeId`, 'place', placeId)]),
    ...(routeId === undefined ? [] : [one(`${path}.routeId`, 'route', routeId)]),
  ];
}

function one(path: string, kind: RecordKind, id: string): Reference {
  return { path, kind, id };
}

function list(field: string, kind: RecordKind, ids: readonly string[]): Reference[] {
  return ids.map((id, at) => one(`$.${field}[${at}]`, kind, id));
}

function sourceIssues(file: string, record: object): FileIssue[] {
  if (!('sources' in record) || !Array.isArray(record.sources)) return [];
  const ids = record.sources.map((source: { readonly id: string }) => source.id);
  const repeated = ids.flatMap((id, at) =>
    ids.indexOf(id) === at
      ? []
      : [
          fault(file, {
            code: 'scene-duplicate-source',
            path: `$.sources[${at}].id`,
            expected: 'an id that no other source of this record has',
            found: foundText(id),
            fix: 'Give it another id.',
          }),
        ],
  );
  const missing = namedSources(record, '$').flatMap(({ path, id }) =>
    ids.includes(id)
      ? []
      : [
          fault(file, {
            code: 'scene-unknown-source',
            path,
            expected: "the id of one of this record's sources",
            found: foundText(id),
            fix: nearMissFix(id, ids),
          }),
        ],
  );
  return [...repeated, ...missing];
}

/** Every `...SourceIds` of a record, at any depth. */
function namedSources(value: unknown, path: string): { path: string; id: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const innerPath = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    if (/^(?:s|.*S)ourceIds$/.test(key) && Array.isArray(inner)) {
      return inner.map((id, at) => ({ path: `${innerPath}[${at}]`, id: String(id) }));
    }
    return namedSources(inner, innerPath);
  });
}
