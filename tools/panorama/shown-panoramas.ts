import { join } from 'node:path';
import { fileFacts, readText } from '../io/files';

/** Built folder (`<hash8>`) by id of every panorama that the compiled scene shows. */
export type ShownPanoramas = ReadonlyMap<string, string>;

const PREVIEW_URL = /^panoramas\/([a-z0-9-]+)\/built\/([0-9a-f]{8})\//;

/** What was read last, by path: asked for with every tile. */
const known = new Map<string, { readonly key: string; readonly shown: ShownPanoramas }>();

/**
 * The panoramas that visitors may see, as `dist/scene/index.json` says: drafts are not in it, unless
 * it was compiled for the editor's own eyes.
 *
 * @returns none where no scene has been compiled
 */
export async function shownPanoramas(rootDir: string): Promise<ShownPanoramas> {
  const path = join(rootDir, 'dist/scene/index.json');
  const facts = await fileFacts(path);
  if (facts === undefined) return new Map();
  const key = `${facts.sizeBytes} ${facts.modifiedMs}`;
  const last = known.get(path);
  if (last?.key === key) return last.shown;
  const shown = parseShown(await readText(path));
  known.set(path, { key, shown });
  return shown;
}

function parseShown(text: string): ShownPanoramas {
  const index: { readonly panoramas?: readonly { readonly previewUrl: string }[] } =
    JSON.parse(text);
  return new Map(
    (index.panoramas ?? []).flatMap(({ previewUrl }): [string, string][] => {
      const [, id, hash8] = PREVIEW_URL.exec(previewUrl) ?? [];
      return id === undefined || hash8 === undefined ? [] : [[id, hash8]];
    }),
  );
}
