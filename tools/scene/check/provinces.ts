import { foundText } from '#scene';
import type { FileIssue } from '../file-issue';
import { recordById, recordsOf, type SceneContent } from '../read-scene';
import { ownedRecords } from './placement';
import { fault, type SceneRule } from './rule';

/** The map before 2025 and the map of today tell the same story. */
export const provinceRule: SceneRule = (content) => [
  ...(content.records.length === 0 ? [] : mergerIssues(content)),
  ...ownedRecords(content).flatMap(({ file, record }) =>
    record.provinceBefore2025Ids.flatMap((beforeId, at) => {
      const before = recordById(content, 'province-before-2025', beforeId);
      if (before === undefined || record.provinceIds.includes(before.becameId)) return [];
      return [
        fault(file, {
          code: 'scene-provinces-disagree',
          path: `$.provinceBefore2025Ids[${at}]`,
          expected: `a province that became ${record.provinceIds.join(' or ')}`,
          found: `${foundText(beforeId)}, which became ${before.becameId}`,
          fix: 'Mend the present province or the one before 2025.',
        }),
      ];
    }),
  ),
];

function mergerIssues(content: SceneContent): FileIssue[] {
  const befores = recordsOf(content, 'province-before-2025');
  return [
    ...recordsOf(content, 'province').flatMap(({ file, record }) =>
      record.formedFromIds.flatMap((beforeId, at) => {
        const before = recordById(content, 'province-before-2025', beforeId);
        if (before === undefined || before.becameId === record.id) return [];
        return [disagreement(file, `$.formedFromIds[${at}]`, record.id, before.becameId)];
      }),
    ),
    ...befores.flatMap(({ file, record }) => {
      const present = recordById(content, 'province', record.becameId);
      if (present === undefined || present.formedFromIds.includes(record.id)) return [];
      const found = `${present.id}, formed from ${present.formedFromIds.join(', ')}`;
      return [disagreement(file, '$.becameId', `a province formed from ${record.id}`, found)];
    }),
  ];
}

function disagreement(file: string, path: string, expected: string, found: string): FileIssue {
  const fix = 'Let both provinces say the same.';
  return fault(file, { code: 'scene-provinces-disagree', path, expected, found, fix });
}
