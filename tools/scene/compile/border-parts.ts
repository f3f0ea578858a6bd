import type { Border, BorderLines, BoxDeg, ProvinceEra } from '#scene';
import { provinceOutline } from '../borders/province-outline';
import { compareText } from '../file-issue';
import { recordById, recordsOf, type SceneContent } from '../read-scene';
import { stretchesInBox } from './line-shape';
import { provinceNameSpots } from './province-name-spots';

/**
 * The borders of a scene as the viewer draws them; null where there are none.
 *
 * @param box - nothing political is drawn outside it
 */
export function borderLines(content: SceneContent, box: BoxDeg): BorderLines | null {
  const records = recordsOf(content, 'border')
    .map(({ record }) => record)
    .toSorted((a, b) => compareText(a.id, b.id));
  if (records.length === 0) return null;
  return {
    id: 'borders',
    borders: records.flatMap((border) => borderPieces(content, border, box)),
    names: [
      ...provinceNames(content, 'present', presentBorders(content, records)),
      ...provinceNames(content, 'before-2025', records),
    ],
  };
}

function borderPieces(
  content: SceneContent,
  { id, provinceBefore2025Ids, line, outside }: Border,
  box: BoxDeg,
): BorderLines['borders'][number][] {
  const provinceIds = [...new Set(provinceBefore2025Ids.map((one) => presentOf(content, one)))];
  const isThereToday = provinceIds.length > 1 || outside !== undefined;
  const eras: ProvinceEra[] = isThereToday ? ['present', 'before-2025'] : ['before-2025'];
  return stretchesInBox(line, box).map((coordinates, piece) => ({
    id: piece === 0 ? id : `${id}-${piece + 1}`,
    provinceIds,
    provinceBefore2025Ids,
    eras,
    coordinates,
  }));
}

/** The borders that are there today, with the provinces of today on their sides. */
function presentBorders(content: SceneContent, borders: readonly Border[]): Border[] {
  return borders.flatMap((border) => {
    const ids = [...new Set(border.provinceBefore2025Ids.map((one) => presentOf(content, one)))];
    const isThereToday = ids.length > 1 || border.outside !== undefined;
    return isThereToday ? [{ ...border, provinceBefore2025Ids: ids }] : [];
  });
}

/** Names of the provinces whose borders close. */
function provinceNames(
  content: SceneContent,
  era: ProvinceEra,
  borders: readonly Border[],
): BorderLines['names'] {
  const kind = era === 'present' ? 'province' : 'province-before-2025';
  return recordsOf(content, kind)
    .map(({ record }) => record)
    .toSorted((a, b) => compareText(a.id, b.id))
    .flatMap(({ id, name }) => {
      const ring = provinceOutline(borders, id);
      return ring === null ? [] : [{ provinceId: id, era, name, spots: provinceNameSpots(ring) }];
    });
}

function presentOf(content: SceneContent, beforeId: string): string {
  return recordById(content, 'province-before-2025', beforeId)?.becameId ?? beforeId;
}
