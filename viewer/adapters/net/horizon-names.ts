import type { HorizonNames } from '#scene';
import { fetchJson } from './fetch-json';

/** Reads the names on a panorama's horizon. */
export async function loadHorizonNames(url: string, signal: AbortSignal): Promise<HorizonNames> {
  return (await fetchJson(url, signal)) as HorizonNames;
}
