import { z } from 'zod';

/** Licences that content may be under, as SPDX names them (and `LicenseRef-` for the rest). */
export const LICENCES = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-3.0',
  'CC-BY-SA-3.0',
  'CC-BY-2.0',
  'CC-BY-SA-2.0',
  'ODbL-1.0',
  'LicenseRef-public-domain',
  'LicenseRef-permission-granted',
] as const;

/** A licence that content may be under. */
export type Licence = (typeof LICENCES)[number];

export const licenceSchema = z.enum(LICENCES).meta({ id: 'Licence' });

/** Whether a text names a licence that content may be under. */
export function isLicence(text: string): text is Licence {
  return licenceSchema.safeParse(text).success;
}
