import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { jsonSchemaOf, RECORD_KINDS } from '#scene';
import { writeFileAtomic } from '../io/atomic';
import { ROOT_DIR } from '../io/root-dir';

/** Folder of the generated JSON Schemas, inside the project. */
export const JSON_SCHEMA_DIR = 'scenes/schema/generated';

/** Texts of the generated JSON Schemas by file name. */
export function jsonSchemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    RECORD_KINDS.map((kind) => [
      `${kind}.json`,
      `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`,
    ]),
  );
}

/** Writes them: `npx tsx tools/scene/write-json-schema.ts`. */
async function writeJsonSchemas(): Promise<void> {
  for (const [name, text] of jsonSchemaFiles()) {
    await writeFileAtomic(join(ROOT_DIR, JSON_SCHEMA_DIR, name), text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeJsonSchemas();
