import { provinceOutline } from '../borders/province-outline';
import type { FileIssue } from '../file-issue';
import { recordsOf } from '../read-scene';
import { fault, type SceneRule } from './rule';

/** Stretches of border that name a province close around it. */
export const borderRule: SceneRule = (content) => {
  const entries = recordsOf(content, 'border');
  const borders = entries.map(({ record }) => record);
  const provinceIds = [...new Set(borders.flatMap((border) => border.provinceBefore2025Ids))];
  return provinceIds.sort().flatMap((id): FileIssue[] => {
    if (provinceOutline(borders, id) !== null) return [];
    const own = entries.filter(({ record }) => record.provinceBefore2025Ids.includes(id));
    return [
      fault(own[0]?.file ?? 'scene.json', {
        code: 'scene-border-open',
        path: '$.line',
        expected: `stretches that close around ${id}, vertex on vertex`,
        found: `${own.length} that do not`,
        fix: 'Let each stretch begin or end on the very vertex where its neighbour does.',
      }),
    ];
  });
};
