import { join } from 'node:path';
import { writeFileAtomic } from '../io/atomic';
import { ROOT_DIR } from '../io/root-dir';
import { HELP_DOCUMENT_PATH, helpDocument } from './help-document';
import { ARC_COMMANDS } from './registry';

await writeFileAtomic(join(ROOT_DIR, HELP_DOCUMENT_PATH), helpDocument(ARC_COMMANDS));
console.log(`wrote ${HELP_DOCUMENT_PATH}`);
