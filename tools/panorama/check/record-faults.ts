import { isUnknown, type Panorama } from '#scene';
import type { PanoramaFinding } from './check-panoramas';

const FIX: Readonly<Record<string, string>> = {
  heading: 'Find it with arc panorama calibrate.',
  position: 'Write "position" into the record.',
  credit: 'Ask who took it, and write "credit".',
  licence: 'Ask under which licence it may be shown, and write "licence".',
  date: 'Write "date", at least the year.',
};

/** What a panorama's record lacks: warnings for a draft, which nobody sees, else faults. */
export function recordFindings(id: string, record: Panorama | undefined): PanoramaFinding[] {
  if (record === undefined) {
    return [
      {
        code: 'panorama-without-record',
        severity: 'fault',
        panoramaId: id,
        expected: 'a record that parses',
        found: 'none',
        fix: 'Run arc scene check, or write one with arc scene new panorama.',
      },
    ];
  }
  const missing = [
    ['heading', record.pose],
    ['position', record.position],
    ['credit', record.credit],
    ['licence', record.licence],
    ['date', record.date],
  ] as const;
  const severity = record.isDraft ? 'warning' : 'fault';
  const findings = missing.flatMap(([field, value]): PanoramaFinding[] =>
    value === undefined
      ? [
          {
            code: `panorama-without-${field}`,
            severity,
            panoramaId: id,
            expected: `the ${field} of the picture`,
            found: 'nothing',
            fix: FIX[field] ?? 'Write it into the record.',
          },
        ]
      : [],
  );
  return [...findings, ...consentFinding(id, record)];
}

/** People can only be in a photograph; "blurred" wants something that is blurred. */
function consentFinding(id: string, record: Panorama): PanoramaFinding[] {
  if (record.kind !== 'photo') return [];
  const { people, blurs } = record;
  const warning = { severity: 'warning', panoramaId: id } as const;
  if (people === undefined || isUnknown(people)) {
    return [
      {
        ...warning,
        code: 'panorama-without-consent',
        expected: '"people": "none", "consented", "blurred" or "not-recognisable"',
        found: 'nothing',
        fix: 'Look at the picture, and say whether people in it agreed or were blurred.',
      },
    ];
  }
  if (people !== 'blurred' || blurs.length > 0) return [];
  return [
    {
      ...warning,
      code: 'panorama-blur-missing',
      expected: '"blurs" that say where people are blurred',
      found: 'none',
      fix: 'Name each face in "blurs", unless it was blurred before it was added.',
    },
  ];
}
