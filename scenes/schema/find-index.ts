import type { Findable } from '#core/find/findable';
import type { LocalizedText } from './bundle';

/** What the search reads, fetched when somebody searches. */
export interface FindIndex {
  readonly id: 'find';
  /** Peoples that something can be narrowed down to, the most often named first. */
  readonly peoples: readonly { readonly id: string; readonly name: LocalizedText }[];
  /** Places, routes, events and products, by type and id. */
  readonly findables: readonly Findable[];
}
