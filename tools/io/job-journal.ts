import { appendFileSync } from 'node:fs';
import { readFile, truncate } from 'node:fs/promises';

/** What became of one job of a long build. */
export interface JobRecord {
  readonly job: number;
  readonly tiles: number;
  readonly bytes: number;
  /** SHA-256 over the bytes of the job's files, one after the other. */
  readonly digest: string;
}

/** The finished jobs of a build that may be stopped at any time, one per line of a file. */
export class JobJournal {
  readonly #file: string;
  readonly records: ReadonlyMap<number, JobRecord>;

  private constructor(file: string, records: ReadonlyMap<number, JobRecord>) {
    this.#file = file;
    this.records = records;
  }

  /** Opens a journal; a last line that was cut off in the middle is dropped. */
  static async open(file: string): Promise<JobJournal> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const records = new Map<number, JobRecord>();
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) await truncate(file, Buffer.byteLength(whole));
    for (const line of whole.split('\n')) {
      const record = recordOf(line);
      if (record !== undefined) records.set(record.job, record);
    }
    return new JobJournal(file, records);
  }

  /** Notes a finished job. Its files are written by then; whoever resumes verifies them. */
  add(record: JobRecord): void {
    appendFileSync(this.#file, `${JSON.stringify(record)}\n`);
  }
}

function recordOf(line: string): JobRecord | undefined {
  try {
    const value = JSON.parse(line) as Partial<JobRecord> | null;
    const isWhole =
      typeof value?.job === 'number' &&
      typeof value.tiles === 'number' &&
      typeof value.bytes === 'number' &&
      typeof value.digest === 'string';
    return isWhole ? (value as JobRecord) : undefined;
  } catch {
    return undefined;
  }
}
