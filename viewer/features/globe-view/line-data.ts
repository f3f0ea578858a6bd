import type { BorderLines, ProvinceEra, RiverLines, RoadNetwork, RoadStretch } from '#scene';
import type { GlobeLine, GlobeRegionName } from '../../adapters/globe-port';
import type { LineLook } from '../../adapters/line-looks';
import type { Locale } from '../../state/store';

/** Water wider than this is drawn as a great river, narrower than the other as a stream. */
const WIDE_RIVER_M = 120;
const STREAM_M = 50;

/** The borders of one map. */
export function borderLinesOf({ borders }: BorderLines, era: ProvinceEra | 'none'): GlobeLine[] {
  return borders
    .filter(({ eras }) => era !== 'none' && eras.includes(era))
    .map(({ coordinates }) => ({ look: 'border', coordinates }));
}

/** The names of the provinces of one map. */
export function provinceNamesOf(
  { names }: BorderLines,
  era: ProvinceEra | 'none',
  locale: Locale,
): GlobeRegionName[] {
  return names
    .filter((name) => name.era === era)
    .map(({ provinceId, name, spots }) => ({
      id: provinceId,
      label: name[locale] ?? name.vi,
      labelLanguage: locale,
      spots,
    }));
}

/** Roads by class, the lesser ones first, so that the greater lie over them. */
export function roadLinesOf({ edges }: RoadNetwork): GlobeLine[] {
  return edges
    .map((edge) => ({ look: roadLook(edge), coordinates: edge.coordinates }))
    .toSorted((a, b) => ROAD_ORDER.indexOf(a.look) - ROAD_ORDER.indexOf(b.look));
}

const ROAD_ORDER: readonly LineLook[] = [
  'road-unknown',
  'local',
  'provincial',
  'national',
  'expressway',
];

function roadLook({ isStraight, roadClass }: RoadStretch): LineLook {
  return isStraight ? 'road-unknown' : roadClass;
}

/** Rivers by their width. */
export function riverLinesOf({ rivers }: RiverLines): GlobeLine[] {
  return rivers.flatMap(({ widthM, lines }) =>
    lines.map((coordinates) => ({ look: riverLook(widthM), coordinates })),
  );
}

function riverLook(widthM: number): LineLook {
  if (widthM >= WIDE_RIVER_M) return 'river-wide';
  return widthM >= STREAM_M ? 'river' : 'stream';
}
