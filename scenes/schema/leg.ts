import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import type { FormatCode } from './format-rules';
import { vertexSchema } from './geography';
import { formatCheck, localizedNameSchema, localizedProseSchema } from './text';
import { orUnknown } from './unknown-value';

/** Ways of travelling that a leg of a route may use. */
export const TRAVEL_MODES = ['road', 'trek', 'boat', 'rail', 'air', 'cable-car'] as const;

/** A way of travelling. */
export type TravelMode = (typeof TRAVEL_MODES)[number];

const ROAD = /^(?:QL|CT|AH|DT|DH)\.[0-9]+[A-Z]?$/;

/** Number of a road as the signs have it, in ASCII: QL.4D, CT.05, DT.128. */
export const roadRefSchema = z.string().regex(ROAD, 'scene-road-format' satisfies FormatCode);

/** From the least to the most, both ends meant. */
export function rangeSchema(least: number, most: number) {
  const end = z.number().min(least).max(most);
  return z
    .strictObject({ from: end, to: end })
    .check(formatCheck('scene-range-order', (range) => range.from <= range.to));
}

const legBase = {
  name: localizedNameSchema.exactOptional(),
  /** The line as we drew it ourselves, start to end; it is laid on the ground when shown. */
  coordinates: z.array(vertexSchema).min(2).max(5000),
  /** Kilometres on the way with all its bends; the drawn line cuts them and is shorter. */
  distanceKm: orUnknown(z.number().positive().max(5000)).exactOptional(),
  /** Hours on the way without stops, honest about mountain roads. */
  hours: orUnknown(rangeSchema(0, 240)).exactOptional(),
  note: localizedProseSchema.exactOptional(),
};

/** One piece of a route travelled in one way. */
export const legSchema = z.discriminatedUnion('mode', [
  z.strictObject({
    ...legBase,
    mode: z.literal('road'),
    roads: z.array(roadRefSchema).default([]),
  }),
  z.strictObject({ ...legBase, mode: z.literal('trek'), needsGuide: z.boolean().exactOptional() }),
  z.strictObject({ ...legBase, mode: z.literal('boat') }),
  z.strictObject({ ...legBase, mode: z.literal('rail') }),
  z.strictObject({ ...legBase, mode: z.literal('air') }),
  z.strictObject({ ...legBase, mode: z.literal('cable-car') }),
]);

export type Leg = DeepReadonly<z.output<typeof legSchema>>;
