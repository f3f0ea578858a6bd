import { type OkLab, okLabFromHex } from './oklab';
import { STYLE_COLOURS, type StyleColours, type StyleName } from './palette';

/** What the paddies of the terraces look like, by the state of the rice. */
export type RiceState = 'fallow' | 'flooded' | 'young' | 'green' | 'ripe' | 'harvested';

const RICE_COLOURS: Readonly<Record<RiceState, OkLab>> = {
  fallow: okLabFromHex(0xb7ad83),
  flooded: okLabFromHex(0xa9bdbd),
  young: okLabFromHex(0xb4cc83),
  green: okLabFromHex(0x97bd62),
  ripe: okLabFromHex(0xe0c972),
  harvested: okLabFromHex(0xcdbd8c),
};

/** How the fields stand that are behind or before the others. */
const RICE_BESIDE: Readonly<Record<RiceState, RiceState>> = {
  fallow: 'harvested',
  flooded: 'fallow',
  young: 'flooded',
  green: 'young',
  ripe: 'green',
  harvested: 'ripe',
};

/** Everything by which one picture is painted differently from another of the same land. */
export interface PictureStyle {
  readonly name: StyleName;
  readonly colours: StyleColours;
  readonly rice: OkLab;
  /** Rice of the fields that are behind the others. */
  readonly riceBeside: OkLab;
}

/** The style of a name, with the rice as it stands. */
export function pictureStyle(name: StyleName, rice: RiceState): PictureStyle {
  return {
    name,
    colours: STYLE_COLOURS[name],
    rice: RICE_COLOURS[rice],
    riceBeside: RICE_COLOURS[RICE_BESIDE[rice]],
  };
}

/** Whether a value names a state of the rice. */
export function isRiceState(value: unknown): value is RiceState {
  return typeof value === 'string' && Object.hasOwn(RICE_COLOURS, value);
}
