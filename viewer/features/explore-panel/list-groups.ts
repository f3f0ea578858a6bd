import { foldMarks } from '#core/text/fold-marks';
import type { PlaceSummary, RouteSummary, SceneIndex } from '#scene';

/** A province with the places that it owns. */
export interface ProvinceGroup {
  readonly province: SceneIndex['provinces'][number];
  readonly places: readonly PlaceSummary[];
}

/** Places with a 360° view, the most important first. */
export function placesWithViews(places: readonly PlaceSummary[]): readonly PlaceSummary[] {
  return inOrder(places.filter(({ panoramaIds }) => panoramaIds.length > 0));
}

/** Present provinces with their places; a summit on a border stands with its owner alone. */
export function provinceGroups(scene: SceneIndex): readonly ProvinceGroup[] {
  return scene.provinces
    .filter(({ era }) => era === 'present')
    .map((province) => ({
      province,
      places: inOrder(scene.places.filter(({ provinceIds }) => provinceIds[0] === province.id)),
    }))
    .filter(({ places }) => places.length > 0);
}

/** What has every word of a text in one of its names, marks or not; names that begin so first. */
export function found<T extends PlaceSummary | RouteSummary>(
  records: readonly T[],
  text: string,
): readonly T[] {
  const wanted = foldMarks(text);
  const words = wanted.split(' ');
  return records
    .map((record) => ({ record, names: Object.values(record.name).map(foldMarks) }))
    .filter(({ names }) => names.some((name) => words.every((word) => name.includes(word))))
    .sort((a, b) => Number(beginsWith(b.names, wanted)) - Number(beginsWith(a.names, wanted)))
    .map(({ record }) => record);
}

function beginsWith(names: readonly string[], wanted: string): boolean {
  return names.some((name) => name.startsWith(wanted));
}

function inOrder(places: readonly PlaceSummary[]): readonly PlaceSummary[] {
  return [...places].sort(
    (a, b) => a.importance - b.importance || a.name.vi.localeCompare(b.name.vi, 'vi'),
  );
}
