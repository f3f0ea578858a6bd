import type { PlaceKind, ProvinceEra } from '#scene';

/** Kinds of places that are switched on and off together. */
export const PLACE_GROUPS = {
  summits: ['summit', 'pass', 'viewpoint'],
  towns: ['town', 'village', 'market'],
  fields: ['terraces', 'tea-hill'],
  nature: ['valley', 'forest', 'waterfall', 'lake', 'cave', 'canyon', 'hot-spring', 'trail'],
  heritage: ['historic-site', 'museum', 'temple', 'border-marker', 'bridge', 'dam'],
} as const satisfies Record<string, readonly PlaceKind[]>;

export type PlaceGroup = keyof typeof PLACE_GROUPS;

/** Every kind of place, group by group; without the schema's parser, which is built for tools. */
export const ALL_PLACE_KINDS: readonly PlaceKind[] = Object.values(PLACE_GROUPS).flat();

/** What is drawn on the ground beside the relief. */
export interface Layers {
  readonly provinces: ProvinceEra | 'none';
  readonly hasRoutes: boolean;
  readonly hasRoads: boolean;
  readonly hasRivers: boolean;
  readonly hiddenGroups: readonly PlaceGroup[];
}

/** A calm map: borders of today, the scene's routes, every place. */
export const LAYER_DEFAULTS: Layers = {
  provinces: 'present',
  hasRoutes: true,
  hasRoads: false,
  hasRivers: false,
  hiddenGroups: [],
};

const GROUPS = Object.keys(PLACE_GROUPS) as PlaceGroup[];

/** What differs from the defaults, as an address holds it; empty where nothing does. */
export function encodeLayers(layers: Layers): string {
  const { provinces, hasRoutes, hasRoads, hasRivers, hiddenGroups } = layers;
  return [
    ...(provinces === 'before-2025' ? ['before-2025'] : []),
    ...(provinces === 'none' ? ['no-provinces'] : []),
    ...(hasRoutes ? [] : ['no-routes']),
    ...(hasRoads ? ['roads'] : []),
    ...(hasRivers ? ['rivers'] : []),
    ...GROUPS.filter((group) => hiddenGroups.includes(group)).map((group) => `no-${group}`),
  ].join(',');
}

/** The layers of a text; words that it does not know are left out. */
export function decodeLayers(text: string): Layers {
  const words = new Set(text.split(','));
  return {
    provinces: words.has('no-provinces')
      ? 'none'
      : words.has('before-2025')
        ? 'before-2025'
        : 'present',
    hasRoutes: !words.has('no-routes'),
    hasRoads: words.has('roads'),
    hasRivers: words.has('rivers'),
    hiddenGroups: GROUPS.filter((group) => words.has(`no-${group}`)),
  };
}

/** Whether places of a kind are drawn. */
export function isKindShown(kind: string, { hiddenGroups }: Layers): boolean {
  return !hiddenGroups.some((group) => (PLACE_GROUPS[group] as readonly string[]).includes(kind));
}
