import { AssetError } from '#core/errors';
import { appUrl } from './base-url';

/**
 * Reads one of our own JSON files.
 *
 * @param path - relative to the application's base
 * @throws AssetError `asset-unavailable` or `asset-not-json`; an AbortError passes through
 */
export async function fetchJson(path: string, signal: AbortSignal): Promise<unknown> {
  const url = appUrl(path);
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw unavailable(url, 'no answer', error);
  });
  if (!response.ok) throw unavailable(url, `status ${response.status}`);
  return response.json().catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new AssetError(
      'asset-not-json',
      { file: url, expected: 'JSON', found: 'something else', fix: 'Build the scene again.' },
      { cause: error },
    );
  });
}

function unavailable(url: string, found: string, cause?: unknown): AssetError {
  return new AssetError(
    'asset-unavailable',
    { file: url, expected: 'a file', found, fix: 'Check the network and try again.' },
    { cause },
  );
}
