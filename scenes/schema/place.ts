import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { groundPositionSchema, heightOrthometricMSchema } from './geography';
import { placeRegisterSchema } from './place-register';
import { placeVisit } from './place-visit';
import { recordHeader } from './record-header';
import { ownerIdsSchema } from './record-id';
import { sourceIdsSchema, sourcesSchema } from './source';
import { localizedNameSchema, localizedProseSchema, nameTextSchema } from './text';
import { isUnknown, orUnknown } from './unknown-value';

/** What a place is. */
export const PLACE_KINDS = [
  'summit',
  'pass',
  'viewpoint',
  'town',
  'village',
  'valley',
  'terraces',
  'tea-hill',
  'forest',
  'waterfall',
  'lake',
  'cave',
  'canyon',
  'hot-spring',
  'dam',
  'bridge',
  'historic-site',
  'museum',
  'temple',
  'market',
  'border-marker',
  'trail',
] as const;

/** What a place is. */
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** One height that people say or measured; a place may have several that differ. */
export const placeHeightSchema = z.strictObject({
  heightOrthometricM: heightOrthometricMSchema,
  /** What exactly is that high, in the words of the one who says so ("road top", "2019 survey"). */
  says: localizedNameSchema,
  sourceIds: sourceIdsSchema,
});

/** A place worth going to. */
export const placeSchema = z.strictObject({
  ...recordHeader,
  kind: z.enum(PLACE_KINDS),
  name: localizedNameSchema,
  /** Names in the languages of its peoples (BCP 47: hmn, tai, ium ...), where known. */
  localNames: z
    .array(z.strictObject({ language: z.string().min(2).max(12), text: nameTextSchema }))
    .default([]),
  /** Other spellings that people search for. */
  alsoCalled: z.array(nameTextSchema).default([]),
  /** Present provinces; the first is its folder and owner. */
  provinceIds: ownerIdsSchema,
  provinceBefore2025Ids: ownerIdsSchema,
  position: groundPositionSchema,
  positionSourceIds: sourceIdsSchema,
  /** The first one is where a visitor stands: markers and cameras use it. */
  heights: orUnknown(z.array(placeHeightSchema).min(1)),
  /** 1 = seen from far away, 5 = only near by. */
  importance: z.literal([1, 2, 3, 4, 5]),
  summary: localizedProseSchema,
  ...placeVisit,
  register: orUnknown(placeRegisterSchema).exactOptional(),
  sources: sourcesSchema,
});

export type PlaceHeight = DeepReadonly<z.output<typeof placeHeightSchema>>;
export type Place = DeepReadonly<z.output<typeof placeSchema>>;

/** Height of the ground where a visitor stands, metres above the sea; null where unknown. */
export function placeHeightM(place: Pick<Place, 'heights'>): number | null {
  if (isUnknown(place.heights)) return null;
  return place.heights[0]?.heightOrthometricM ?? null;
}
