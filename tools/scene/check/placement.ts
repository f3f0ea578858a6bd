import { foundText, SCENE_SCHEMA_VERSION } from '#scene';
import type { FileIssue } from '../file-issue';
import { idsOf, recordById, recordsOf, type SceneContent, type SceneRecord } from '../read-scene';
import { fileOfRecord } from '../record-file';
import { fault, type SceneRule, warning } from './rule';

/** Every record has the id of its file, once, in the folder of its owner, in today's form. */
export const placementRule: SceneRule = (content) => [
  ...content.records.flatMap((entry) => [...idIssues(entry), ...versionIssues(entry)]),
  ...content.records.flatMap((entry) => folderIssues(content, entry)),
  ...duplicateIssues(content),
  ...provinceFolderIssues(content),
];

function idIssues({ file, id, record }: SceneRecord): FileIssue[] {
  if (record.id === id) return [];
  return [
    fault(file, {
      code: 'scene-id-not-file-name',
      path: '$.id',
      expected: foundText(id),
      found: foundText(record.id),
      fix: 'Rename the file, or write its name as the id.',
    }),
  ];
}

function versionIssues({ file, writtenVersion }: SceneRecord): FileIssue[] {
  if (writtenVersion === SCENE_SCHEMA_VERSION) return [];
  return [
    warning(file, {
      code: 'scene-version-old',
      path: '$.schemaVersion',
      expected: String(SCENE_SCHEMA_VERSION),
      found: String(writtenVersion),
      fix: 'It is read through the migrations; save it in the new form when you next edit it.',
    }),
  ];
}

function folderIssues(content: SceneContent, entry: SceneRecord): FileIssue[] {
  const ownerId = ownerOf(content, entry);
  if (entry.provinceId === null || ownerId === null || ownerId === entry.provinceId) return [];
  const { kind, id, provinceId } = entry;
  return [
    fault(entry.file, {
      code: 'scene-wrong-province-folder',
      path: kind === 'panorama' ? '$.placeId' : '$.provinceIds[0]',
      expected: `the folder ${ownerId}/`,
      found: `${provinceId}/`,
      fix: `Move the file to ${fileOfRecord({ kind, id, provinceId: ownerId })}.`,
    }),
  ];
}

/** The province whose folder a record belongs to; null where its kind has none or it is unclear. */
function ownerOf(content: SceneContent, { kind, record }: SceneRecord): string | null {
  if (kind === 'panorama' && 'placeId' in record) {
    return recordById(content, 'place', record.placeId)?.provinceIds[0] ?? null;
  }
  return 'provinceIds' in record ? (record.provinceIds[0] ?? null) : null;
}

function duplicateIssues(content: SceneContent): FileIssue[] {
  const firstFiles = new Map<string, string>();
  const issues: FileIssue[] = [];
  for (const { kind, file, record } of content.records) {
    const key = `${kind} ${record.id}`;
    const firstFile = firstFiles.get(key);
    if (firstFile === undefined) {
      firstFiles.set(key, file);
      continue;
    }
    issues.push(
      fault(file, {
        code: 'scene-duplicate-id',
        path: '$.id',
        expected: `an id that no other ${kind} has`,
        found: `${foundText(record.id)}, also in ${firstFile}`,
        fix: 'Give one of the two another id, and its file the same name.',
      }),
    );
  }
  return issues;
}

function provinceFolderIssues(content: SceneContent): FileIssue[] {
  const provinceIds = idsOf(content, 'province');
  const folders = new Set(content.addresses.flatMap(({ provinceId }) => provinceId ?? []));
  return [...folders].sort().flatMap((folder) => {
    if (provinceIds.includes(folder)) return [];
    const file = content.addresses.find(({ provinceId }) => provinceId === folder)?.file ?? folder;
    return [
      fault(file, {
        code: 'scene-unknown-province-folder',
        path: '$',
        expected: `one of the folders ${provinceIds.join(', ')}`,
        found: `${folder}/`,
        fix: 'Move the files to the folder of a present province.',
      }),
    ];
  });
}

/** Records of kinds that have an owner, for other rules. */
export function ownedRecords(content: SceneContent) {
  return [
    ...recordsOf(content, 'place'),
    ...recordsOf(content, 'event'),
    ...recordsOf(content, 'product'),
  ];
}
