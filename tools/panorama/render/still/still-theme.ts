import type { Climate, Place } from '#scene';
import type { Recipe } from '../recipe';
import type { StillLand } from './still-recipe';

/** What a place's record says of its picture. */
export interface StillTheme {
  readonly cover: StillLand['cover'];
  readonly settlement?: StillLand['settlement'];
  /** Whether the place lies at standing water, and how wide its own pond is. */
  readonly water?: { readonly pondRadiusM: number };
  readonly season: Recipe['season'];
  readonly month: number;
  readonly hasCloudSea: boolean;
  readonly hasMist: boolean;
}

/** A place and what the scene knows round it. */
export interface StillSubject {
  readonly place: Place;
  readonly climate: Climate | undefined;
  /** Whether a town of ours is within a walk. */
  readonly isInTown: boolean;
}

const STILT_PEOPLES = /Thái|Tày|Mường|Nùng|Lự|Khơ Mú/;
const KARST = /limestone|karst|rock plateau/i;
const RESERVOIRS = new Set([
  'hoa-binh-lake',
  'thung-nai',
  'da-bia',
  'den-bo',
  'thac-ba',
  'thac-ba-dam',
  'na-hang',
  'quynh-nhai',
  'son-la-dam',
  'lai-chau-dam',
  'hoa-binh-dam',
  'muong-lay',
]);

/** The theme of a place: its kind first, then what its words say. */
export function themeOf(subject: StillSubject): StillTheme {
  const month = monthOf(subject);
  const { place, climate } = subject;
  const cover = coverOf(subject);
  const settlement = settlementOf(subject);
  const water = waterOf(place);
  const weather = climate?.months[month - 1];
  return {
    cover,
    ...(settlement ? { settlement } : {}),
    ...(water ? { water } : {}),
    season: seasonOf(subject, month),
    month,
    hasCloudSea: place.kind === 'summit' && weather?.cloudSea === 'often',
    hasMist:
      place.kind !== 'summit' && (weather?.mist === 'often' || weather?.mist === 'sometimes'),
  };
}

/** The month of the first best season in which the fields look best; October where none is said. */
function monthOf({ place, climate }: StillSubject): number {
  const seasons = place.bestSeasons;
  const months = Array.isArray(seasons) ? seasons.flatMap(({ months }) => months) : [];
  if (months.length === 0) return 10;
  const isFarmed = ['terraces', 'valley', 'village', 'town', 'pass'].includes(place.kind);
  const riceIn = (month: number) => climate?.months[month - 1]?.rice;
  const looks = isFarmed ? ['ripe', 'flooded', 'green', 'young'] : [];
  for (const look of looks) {
    const month = months.find((m) => riceIn(m) === look);
    if (month !== undefined) return month;
  }
  return months[Math.floor(Math.min(months.length - 1, 1))] ?? 10;
}

function seasonOf({ climate }: StillSubject, month: number): Recipe['season'] {
  const rice = climate?.months[month - 1]?.rice;
  if (rice === 'flooded' || rice === 'young' || rice === 'ripe' || rice === 'green') return rice;
  if (rice === 'harvested' || rice === 'fallow') return 'fallow';
  if (month >= 5 && month <= 8) return 'green';
  if (month === 9 || month === 10) return 'ripe';
  return month >= 2 && month <= 4 ? 'dry' : 'fallow';
}

function coverOf({ place, climate }: StillSubject): StillLand['cover'] {
  const words = place.summary.en ?? '';
  if (place.kind === 'summit') return 'high-mountain';
  if (place.kind === 'terraces') return 'terraces';
  if (place.kind === 'tea-hill') return 'tea';
  if (climate?.id === 'dong-van-plateau' || KARST.test(words)) return 'karst';
  if (/tea (hills|garden|field)/i.test(words)) return 'tea';
  if (/terrace/i.test(words)) return 'terraces';
  switch (place.kind) {
    case 'forest':
    case 'waterfall':
    case 'cave':
    case 'trail':
    case 'border-marker':
    case 'pass':
    case 'bridge':
    case 'canyon':
    case 'dam':
      return 'forest';
    default:
      return 'farmland';
  }
}

function settlementOf({ place, isInTown }: StillSubject): StillLand['settlement'] {
  const style = STILT_PEOPLES.test(JSON.stringify(place.peoples ?? '')) ? 'stilts' : 'village';
  if (place.kind !== 'town' && isInTown) return { style: 'town', houses: 230, radiusM: 420 };
  switch (place.kind) {
    case 'town':
      return { style: 'town', houses: 340, radiusM: 480 };
    case 'market':
      return { style: 'town', houses: 90, radiusM: 300 };
    case 'village':
      return { style, houses: 46, radiusM: 260 };
    case 'valley':
      return { style, houses: 60, radiusM: 420 };
    case 'terraces':
      return { style, houses: 22, radiusM: 380 };
    case 'museum':
    case 'historic-site':
    case 'temple':
    case 'hot-spring':
      return { style, houses: 26, radiusM: 240 };
    case 'tea-hill':
    case 'lake':
    case 'dam':
    case 'viewpoint':
    case 'pass':
    case 'bridge':
    case 'border-marker':
    case 'trail':
      return { style, houses: 14, radiusM: 300 };
    case 'summit':
    case 'waterfall':
    case 'cave':
    case 'forest':
    case 'canyon':
      return undefined;
    default:
      return place.kind satisfies never;
  }
}

function waterOf({ id, kind }: Place): StillTheme['water'] {
  if (RESERVOIRS.has(id)) return { pondRadiusM: 0 };
  return kind === 'lake' ? { pondRadiusM: 420 } : undefined;
}
