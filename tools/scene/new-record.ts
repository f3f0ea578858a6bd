import { GeoError, SceneError, UsageError } from '#core/errors';
import type { Leg, LocalizedText, PresentProvince, RecordKind } from '#scene';
import { isInside } from './check/region';
import { positionOfStop } from './check/routes';
import {
  idsOf,
  readScene,
  recordById,
  recordsOf,
  requireSceneRecord,
  type SceneContent,
} from './read-scene';
import { requireRecord, writeRecord } from './scene-repository';
import {
  type LonLat,
  type NewKind,
  newEvent,
  newPanorama,
  newPlace,
  newProduct,
  newRoute,
  newStory,
} from './skeletons';

/** What `arc scene new` is told. */
export interface NewRecordRequest {
  readonly kind: NewKind;
  readonly id: string;
  readonly name: LocalizedText;
  /** Today, `YYYY-MM-DD`. */
  readonly day: string;
  readonly provinceId?: string;
  readonly provinceBefore2025Id?: string;
  readonly position?: LonLat;
  /** Place of a panorama. */
  readonly placeId?: string;
  /** Places or gateways that a route joins, in order. */
  readonly stopIds?: readonly string[];
  readonly mode?: Leg['mode'];
  /** What a place or product is. */
  readonly variety?: string;
}

/** What was written, and what the writer should look at. */
export interface NewRecord {
  readonly kind: NewKind;
  readonly id: string;
  readonly file: string;
  readonly notes: readonly string[];
}

/**
 * Starts a record: valid at once, marked where words and facts are still missing.
 *
 * @throws SceneError `scene-unknown-province`, `scene-unknown-place`, `scene-record-exists`,
 *   `scene-duplicate-id`, `scene-record-invalid`; GeoError `scene-outside-region`;
 *   UsageError `usage-missing-option`
 */
export async function newRecord(sceneDir: string, request: NewRecordRequest): Promise<NewRecord> {
  const content = await readScene(sceneDir);
  requireFreeId(content, request.kind, request.id);
  const { json, provinceId, notes } = skeletonOf(content, request);
  const { kind, id } = request;
  const file = await writeRecord(sceneDir, { kind, id, provinceId }, json);
  return { kind, id, file, notes };
}

interface Skeleton {
  readonly json: object;
  /** Folder of the record; kinds that lie beside the provinces ignore it. */
  readonly provinceId: string | null;
  readonly notes: readonly string[];
}

function skeletonOf(content: SceneContent, request: NewRecordRequest): Skeleton {
  switch (request.kind) {
    case 'panorama': {
      const placeId = requireOption(request.placeId, '--place', 'the place it belongs to');
      const place = requireRecord(content, 'place', placeId);
      const notes = ['It is a draft: add the picture with arc panorama add.'];
      return { json: newPanorama(request, place), provinceId: place.provinceIds[0] ?? null, notes };
    }
    case 'route':
      return routeSkeleton(content, request);
    case 'story': {
      const scene = requireSceneRecord(content);
      const provinceId = requireProvince(content, request).id;
      const notes = ['Replace its two chapters by your own.'];
      return { json: newStory(request, [provinceId], scene, request.day), provinceId: null, notes };
    }
    case 'place':
    case 'event':
    case 'product':
      return ownedSkeleton(content, { ...request, kind: request.kind });
  }
}

function ownedSkeleton(
  content: SceneContent,
  request: NewRecordRequest & { readonly kind: 'place' | 'event' | 'product' },
): Skeleton {
  const province = requireProvince(content, request);
  const before = provinceBefore2025(content, province, request);
  const owned = {
    ...request,
    provinceIds: [province.id],
    provinceBefore2025Ids: [before.id],
  };
  const notes = before.note === null ? [] : [before.note];
  return { json: ownedJson(content, owned), provinceId: province.id, notes };
}

function ownedJson(
  content: SceneContent,
  request: NewRecordRequest & {
    readonly kind: 'place' | 'event' | 'product';
    readonly provinceIds: readonly string[];
    readonly provinceBefore2025Ids: readonly string[];
  },
): object {
  switch (request.kind) {
    case 'event':
      return newEvent(request, request.day);
    case 'product':
      return newProduct(request, request.variety ?? 'food', request.day);
    case 'place': {
      const position = requirePosition(content, request);
      return newPlace(request, position, request.variety ?? 'viewpoint', request.day);
    }
  }
}

function routeSkeleton(content: SceneContent, request: NewRecordRequest): Skeleton {
  const stopIds = requireOption(request.stopIds, '--stop', 'at least two stops, one flag each');
  if (stopIds.length < 2) throw missingOption('--stop', 'at least two stops, one flag each');
  const stops = stopIds.map((id) => {
    const isGateway =
      idsOf(content, 'gateway').includes(id) && !idsOf(content, 'place').includes(id);
    const stop = isGateway
      ? ({ type: 'gateway', gatewayId: id, day: 1, isOvernight: false } as const)
      : ({ type: 'place', placeId: id, day: 1, isOvernight: false } as const);
    requireRecord(content, stop.type, id);
    const position = positionOfStop(content, stop) ?? { lonDeg: 0, latDeg: 0 };
    return { stop, position };
  });
  const provinceId = requireProvince(content, request).id;
  const mode = request.mode ?? 'road';
  return {
    json: newRoute(request, [provinceId], stops, mode, request.day),
    provinceId: null,
    notes: ['Its line still goes straight from stop to stop: lay it along the way.'],
  };
}

function requireProvince(content: SceneContent, request: NewRecordRequest): PresentProvince {
  const id = requireOption(request.provinceId, '--province', 'the present province it belongs to');
  return requireRecord(content, 'province', id);
}

/** The province before 2025: as told, the only one, or that of the nearest place we know. */
function provinceBefore2025(
  content: SceneContent,
  province: PresentProvince,
  { provinceBefore2025Id, position }: NewRecordRequest,
): { readonly id: string; readonly note: string | null } {
  if (provinceBefore2025Id !== undefined) {
    return {
      id: requireRecord(content, 'province-before-2025', provinceBefore2025Id).id,
      note: null,
    };
  }
  const [only, ...more] = province.formedFromIds;
  if (only !== undefined && more.length === 0) return { id: only, note: null };
  const nearest = position === undefined ? null : nearestPlace(content, province.id, position);
  if (nearest === null) {
    throw missingOption(
      '--province-before-2025',
      `one of ${province.formedFromIds.join(', ')}, which became ${province.id}`,
    );
  }
  const note = `Province before 2025 taken from the nearest place ${nearest.placeId}: ${nearest.beforeId}. Please check it.`;
  return { id: nearest.beforeId, note };
}

function nearestPlace(content: SceneContent, provinceId: string, { lonDeg, latDeg }: LonLat) {
  const ranked = recordsOf(content, 'place')
    .flatMap(({ record }) => {
      const [beforeId] = record.provinceBefore2025Ids;
      if (record.provinceIds[0] !== provinceId || beforeId === undefined) return [];
      const away = Math.hypot(record.position.lonDeg - lonDeg, record.position.latDeg - latDeg);
      return [{ placeId: record.id, beforeId, away }];
    })
    .sort((a, b) => a.away - b.away);
  return ranked[0] ?? null;
}

function requirePosition(content: SceneContent, { position }: NewRecordRequest): LonLat {
  const given = requireOption(position, '--lon and --lat', 'where it is, in degrees');
  const box = requireSceneRecord(content).regionBoxDeg;
  if (isInside(box, given)) return given;
  throw new GeoError('scene-outside-region', {
    path: '--lon, --lat',
    expected: `longitude ${box.westDeg} to ${box.eastDeg}, latitude ${box.southDeg} to ${box.northDeg}`,
    found: `longitude ${given.lonDeg}, latitude ${given.latDeg}`,
    fix: 'Check the position; longitude comes first on a map of Vietnam: about 102 to 107.',
  });
}

function requireFreeId(content: SceneContent, kind: RecordKind, id: string): void {
  const taken = content.addresses.find((address) => address.kind === kind && address.id === id);
  if (taken === undefined && recordById(content, kind, id) === undefined) return;
  throw new SceneError('scene-record-exists', {
    file: taken?.file ?? id,
    expected: `an id that no ${kind} has`,
    found: JSON.stringify(id),
    fix: 'Choose another id, or edit that file.',
  });
}

function requireOption<T>(value: T | undefined, flag: string, what: string): T {
  if (value === undefined) throw missingOption(flag, what);
  return value;
}

function missingOption(flag: string, what: string): UsageError {
  return new UsageError('usage-missing-option', {
    path: flag,
    expected: what,
    found: 'nothing',
    fix: `Give ${flag}.`,
  });
}
