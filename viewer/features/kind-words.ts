import { type MessageKey, messageKeyOf } from '../i18n/messages';

/** Key of the word for what a place or product is; null for a kind that has none. */
export function kindKey(kind: string): MessageKey | null {
  return messageKeyOf(`kind.${kind}`);
}
