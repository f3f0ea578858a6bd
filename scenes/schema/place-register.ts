import { z } from 'zod';
import { dateSchema } from './calendar';
import type { DeepReadonly } from './deep-readonly';
import { sourceIdsSchema } from './source';
import { localizedNameSchema } from './text';
import { orUnknown } from './unknown-value';

/** A fact of the register with the sources that say so. */
function registered<T extends z.ZodType>(value: T) {
  return orUnknown(z.strictObject({ value, sourceIds: sourceIdsSchema }));
}

/** The register of tourism resources as a provincial office keeps it. */
export const placeRegisterSchema = z.strictObject({
  /** Natural or cultural resource (Law on Tourism 2017, article 15). */
  class: z.enum(['natural', 'cultural', 'mixed']),
  grade: registered(z.enum(['world', 'national-special', 'national', 'provincial', 'none'])),
  status: registered(z.enum(['open', 'seasonal', 'being-built', 'closed', 'not-developed'])),
  /** Visitors a day that it bears. */
  capacityPerDay: registered(z.int().min(1).max(1_000_000)),
  manager: registered(localizedNameSchema),
  surveyedOn: registered(dateSchema),
});

export type PlaceRegister = DeepReadonly<z.output<typeof placeRegisterSchema>>;
