import type { PlaceSummary, SceneIndex } from '#scene';

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

function inOrder(places: readonly PlaceSummary[]): readonly PlaceSummary[] {
  return [...places].sort(
    (a, b) => a.importance - b.importance || a.name.vi.localeCompare(b.name.vi, 'vi'),
  );
}
