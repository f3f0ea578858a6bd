import { isResumable, type Partial } from '../../io/partial-file';
import { retryAfterMs } from './backoff';
import { FetchFault, isPassing, refused } from './fetch-faults';

/** What an answer means for the file: its bytes, none there, or the part here is of no use. */
export type FileAnswer =
  | {
      readonly type: 'body';
      /** Where the body begins in the file. */
      readonly startBytes: number;
      /** Of the whole file; `undefined` where the server does not say. */
      readonly sizeBytes: number | undefined;
      /** Under which a part of it can be gone on with. */
      readonly validator: string | undefined;
    }
  | { readonly type: 'missing' }
  | { readonly type: 'stale' };

/**
 * Reads status and headers.
 *
 * @param partial - what was asked to be gone on from
 * @throws FetchFault where asking again may help; AssetError `fetch-refused` where not
 * @see RFC 9110 sections 13.1.5 (If-Range), 14.4 (Content-Range)
 */
export function answerOf(
  url: string,
  response: Response,
  partial: Partial | undefined,
  nowMs: number,
): FileAnswer {
  const { status, headers } = response;
  if (status === 404) return { type: 'missing' };
  if (status === 416 && partial !== undefined) return beyondEnd(response, partial);
  if (isPassing(status)) {
    const askedMs = retryAfterMs(headers.get('retry-after'), nowMs);
    throw new FetchFault('fetch-unreachable', `status ${status}`, askedMs);
  }
  if (status === 206 && partial !== undefined) return continued(response, partial);
  if (status !== 200) throw refused(url, status);
  const validator = validatorOf(response);
  return { type: 'body', startBytes: 0, sizeBytes: lengthOf(response), validator };
}

/**
 * What names this very content: a strong ETag, or else the date of its last change.
 *
 * @returns `undefined` where there is none that a part can carry
 */
function validatorOf(response: Response): string | undefined {
  const etag = response.headers.get('etag');
  const named = etag === null || etag.startsWith('W/') ? undefined : etag;
  const validator = named ?? response.headers.get('last-modified') ?? undefined;
  return isResumable(validator) && isPlain(response) ? validator : undefined;
}

function continued(response: Response, partial: Partial): FileAnswer {
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
  const startBytes = Number(range?.[1]);
  const isOurs = startBytes === partial.sizeBytes && validatorOf(response) === partial.validator;
  if (!isOurs) return { type: 'stale' };
  return {
    type: 'body',
    startBytes,
    sizeBytes: range?.[3] === '*' ? undefined : Number(range?.[3]),
    validator: partial.validator,
  };
}

/** Nothing is left to send: the part is the whole file, stopped before its check; or too long. */
function beyondEnd(response: Response, { sizeBytes, validator }: Partial): FileAnswer {
  if (response.headers.get('content-range') !== `bytes */${sizeBytes}`) return { type: 'stale' };
  return { type: 'body', startBytes: sizeBytes, sizeBytes, validator };
}

function lengthOf(response: Response): number | undefined {
  const length = response.headers.get('content-length');
  return length === null || !isPlain(response) ? undefined : Number(length);
}

/** Whether the bytes that arrive are the bytes that were sent. */
function isPlain(response: Response): boolean {
  return (response.headers.get('content-encoding') ?? 'identity') === 'identity';
}
