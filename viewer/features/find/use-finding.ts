import { useEffect, useMemo, useState } from 'react';
import { arrangeFound, type Found } from '#core/find/arrange-found';
import type { Finder } from '#core/find/create-finder';
import type { Findable } from '#core/find/findable';
import type { LonLatDeg } from '#core/geo/route-length';
import type { FindIndex, SceneIndex } from '#scene';
import { loadFindIndex } from '../../adapters/net';
import { translatorOf } from '../../i18n/messages';
import { useApp, useAppState } from '../../state/app-context';
import { type FindView, isFinding } from '../../state/find-view';
import type { VisitorPosition } from '../../state/store';
import { kindKey } from '../kind-words';

/** What the search works with, once it came. */
export interface FindEngine {
  readonly index: FindIndex;
  readonly finder: Finder;
}

/** The search as a panel shows it. */
export type Finding =
  | { readonly status: 'idle' | 'loading' | 'failed' }
  | { readonly status: 'ready'; readonly index: FindIndex; readonly found: readonly Found[] };

/**
 * Runs the search: fetches what it reads when it is first wanted, finds at each change, and tells
 * the map which places are left.
 *
 * @param isWanted - also fetches while nothing is looked for yet (the field has the focus)
 */
export function useFinding(scene: SceneIndex, isWanted: boolean): Finding {
  const { actions } = useApp();
  const find = useAppState((state) => state.view.find);
  const here = useAppState((state) => state.here);
  const isActive = isFinding(find) || here !== null;
  const engine = useEngine(scene, isActive || isWanted);
  const found = useMemo(
    () => (isActive && isReady(engine) ? runSearch(engine, scene, find, here) : null),
    [isActive, engine, scene, find, here],
  );
  useEffect(
    function tellTheMap() {
      actions.foundPlaces(found && placeIdsOf(found));
    },
    [found, actions],
  );
  if (engine === 'failed') return { status: 'failed' };
  if (found && isReady(engine)) return { status: 'ready', index: engine.index, found };
  if (isReady(engine)) return { status: 'ready', index: engine.index, found: [] };
  return { status: isActive || isWanted ? 'loading' : 'idle' };
}

function isReady(engine: FindEngine | 'failed' | null): engine is FindEngine {
  return engine !== null && engine !== 'failed';
}

function useEngine(scene: SceneIndex, isWanted: boolean): FindEngine | 'failed' | null {
  const [engine, setEngine] = useState<FindEngine | 'failed' | null>(null);
  const isMissing = isWanted && !isReady(engine);
  useEffect(
    function loadEngine() {
      if (!isMissing) return;
      const abort = new AbortController();
      loadFindEngine(scene, abort.signal).then(setEngine, () => {
        if (!abort.signal.aborted) setEngine('failed');
      });
      return () => abort.abort();
    },
    [isMissing, scene],
  );
  return engine;
}

async function loadFindEngine(scene: SceneIndex, signal: AbortSignal): Promise<FindEngine> {
  const [index, { createFinder }] = await Promise.all([
    loadFindIndex(scene.findUrl, signal),
    import('#core/find/create-finder'),
  ]);
  const provinces = new Map(
    scene.provinces.map(({ era, id, name }) => [`${era}/${id}`, [name.vi, name.en]]),
  );
  return { index, finder: createFinder(index.findables, (one) => hintsOf(one, provinces)) };
}

/** What a thing is and where, in both languages: "chợ", "market", "Lào Cai". */
function hintsOf(
  { kind, provinceIds, provinceBefore2025Ids }: Findable,
  provinces: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const key = kindKey(kind);
  return [
    ...(key === null ? [] : [translatorOf('vi')(key), translatorOf('en')(key)]),
    ...provinceIds.flatMap((id) => provinces.get(`present/${id}`) ?? []),
    ...provinceBefore2025Ids.flatMap((id) => provinces.get(`before-2025/${id}`) ?? []),
  ];
}

function runSearch(
  { index, finder }: FindEngine,
  scene: SceneIndex,
  { text, narrowing, alongRouteId }: FindView,
  here: VisitorPosition | null,
): readonly Found[] {
  const along = scene.routes.find(({ id }) => id === alongRouteId);
  const points = new Map(
    scene.places.map(({ id, lonDeg, latDeg }): [string, LonLatDeg] => [id, [lonDeg, latDeg]]),
  );
  const wish = {
    text,
    narrowing,
    alongLines: along ? along.legs.map(({ coordinates }) => coordinates) : null,
    here: here && ([here.lonDeg, here.latDeg] as const),
  };
  return arrangeFound(wish, index.findables, finder, (id) => points.get(id));
}

/** A route has its line on the map: its stops would hide what else was found. */
function placeIdsOf(found: readonly Found[]): readonly string[] {
  const placed = found.filter(({ findable }) => findable.type !== 'route');
  return [...new Set(placed.flatMap(({ findable }) => findable.placeIds))];
}
