import type { BorderLines } from '#scene';
import { compareText } from '../file-issue';
import { recordById, recordsOf, type SceneContent } from '../read-scene';

/** The borders of a scene as the viewer draws them; null where there are none. */
export function borderLines(content: SceneContent): BorderLines | null {
  const records = recordsOf(content, 'border')
    .map(({ record }) => record)
    .toSorted((a, b) => compareText(a.id, b.id));
  if (records.length === 0) return null;
  return {
    id: 'borders',
    borders: records.map(({ id, provinceBefore2025Ids, line, outside }) => {
      const provinceIds = [...new Set(provinceBefore2025Ids.map((one) => presentOf(content, one)))];
      const isThereToday = provinceIds.length > 1 || outside !== undefined;
      return {
        id,
        provinceIds,
        provinceBefore2025Ids,
        eras: isThereToday ? ['present', 'before-2025'] : ['before-2025'],
        coordinates: line,
      };
    }),
  };
}

function presentOf(content: SceneContent, beforeId: string): string {
  return recordById(content, 'province-before-2025', beforeId)?.becameId ?? beforeId;
}
