import type {
  EventDetail,
  EventList,
  LocalizedText,
  PlaceDetail,
  RouteDetail,
  SceneIndex,
  StoryDetail,
} from '#scene';
import type { CompiledScene } from '../scene/compile-scene';

/** A compiled scene with its details at hand. */
export interface Bundle {
  readonly index: SceneIndex;
  readonly places: ReadonlyMap<string, PlaceDetail>;
  readonly routes: ReadonlyMap<string, RouteDetail>;
  readonly stories: ReadonlyMap<string, StoryDetail>;
  readonly events: readonly EventDetail[];
  /** Names of places and routes, by kind and id. */
  name(kind: 'place' | 'route', id: string): LocalizedText | undefined;
}

/** Opens a compiled scene. */
export function readBundle({ index, files }: CompiledScene): Bundle {
  const read = <T>(url: string): T =>
    JSON.parse(files.get(url.replace(/^scene\//, '')) ?? 'null') as T;
  const details = <T>(records: readonly { readonly id: string; readonly detailUrl: string }[]) =>
    new Map(records.map(({ id, detailUrl }) => [id, read<T>(detailUrl)]));
  const names = new Map([
    ...index.places.map(({ id, name }) => [`place/${id}`, name] as const),
    ...index.routes.map(({ id, name }) => [`route/${id}`, name] as const),
  ]);
  return {
    index,
    places: details<PlaceDetail>(index.places),
    routes: details<RouteDetail>(index.routes),
    stories: details<StoryDetail>(index.stories),
    events: read<EventList>(index.eventsUrl).events,
    name: (kind, id) => names.get(`${kind}/${id}`),
  };
}
