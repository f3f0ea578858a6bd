import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFolder, readText } from '../io/files';
import { ROOT_DIR } from '../io/root-dir';
import { JSON_SCHEMA_DIR, jsonSchemaFiles } from './write-json-schema';

describe('jsonSchemaFiles', () => {
  const files = jsonSchemaFiles();

  it('are all there and nothing else is', async () => {
    const names = (await listFolder(join(ROOT_DIR, JSON_SCHEMA_DIR))).map((entry) => entry.name);
    expect(names.sort()).toEqual([...files.keys()].sort());
  });

  it.each([...files])(
    '%s is fresh (else: npx tsx tools/scene/write-json-schema.ts)',
    async (name, text) => {
      expect(await readText(join(ROOT_DIR, JSON_SCHEMA_DIR, name))).toBe(text);
    },
  );
});
