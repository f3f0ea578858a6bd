import type { RecordKind } from '../record-kinds';

/** JSON of an authored file before it has been parsed. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** Lifts files of one version of the form to the next; never looks at anything else. */
export interface Migration {
  /** Version that it starts from; it ends at the next one. */
  readonly from: number;
  /** What changes, one short sentence for the change log. */
  readonly what: string;
  migrate(kind: RecordKind, record: RawRecord): RawRecord;
}
