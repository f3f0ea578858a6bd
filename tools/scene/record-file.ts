import { PROVINCE_FOLDERS, type RecordKind, SCENE_FILE, SHARED_FOLDERS } from '#scene';

/** What the path of a file says about the record in it. */
export interface RecordAddress {
  readonly kind: RecordKind;
  /** File name without `.json`: the id that the record must have. */
  readonly id: string;
  /** Province folder it lies in; null for kinds that lie beside the provinces. */
  readonly provinceId: string | null;
}

/**
 * Reads the kind, id and province of a record off its path.
 *
 * @param file - path inside the scene's folder, with forward slashes
 * @param sceneId - name of the scene's folder, the id of `scene.json`
 * @returns null where no record can lie
 */
export function addressOfFile(file: string, sceneId: string): RecordAddress | null {
  if (file === SCENE_FILE) return { kind: 'scene', id: sceneId, provinceId: null };
  const parts = file.replace(/\.json$/, '').split('/');
  const id = parts.at(-1) ?? '';
  if (parts.length === 2) return addressIn(SHARED_FOLDERS, parts[0], id, null);
  if (parts.length === 3) return addressIn(PROVINCE_FOLDERS, parts[1], id, parts[0] ?? null);
  return null;
}

/**
 * Path of a record inside the scene's folder, with forward slashes.
 *
 * @throws RangeError where a kind that belongs to a province is given none
 */
export function fileOfRecord(address: RecordAddress): string {
  const { kind, id, provinceId } = address;
  if (kind === 'scene') return SCENE_FILE;
  const shared = folderOf(SHARED_FOLDERS, kind);
  if (shared !== null) return `${shared}/${id}.json`;
  if (provinceId === null)
    throw new RangeError(`Expected a province for a record of kind ${kind}.`);
  return `${provinceId}/${folderOf(PROVINCE_FOLDERS, kind)}/${id}.json`;
}

function addressIn(
  folders: Readonly<Record<string, RecordKind>>,
  folder: string | undefined,
  id: string,
  provinceId: string | null,
): RecordAddress | null {
  if (folder === undefined || !Object.hasOwn(folders, folder)) return null;
  const kind = folders[folder];
  return kind === undefined ? null : { kind, id, provinceId };
}

function folderOf(folders: Readonly<Record<string, RecordKind>>, kind: RecordKind): string | null {
  return Object.entries(folders).find(([, held]) => held === kind)?.[0] ?? null;
}
