import { describe, expect, it } from 'vitest';
import type { RouteSummary, SceneIndex } from '#scene';
import { routesToDraw } from './globe-data';

const route = (id: string): RouteSummary => ({
  id,
  name: { vi: id, en: id },
  colour: 'gold',
  distanceKm: 1,
  legs: [],
  stopPlaceIds: [],
  detailUrl: '',
});
const scene = {
  routes: ['arc', 'loop', 'trek'].map(route),
  shownRouteIds: ['arc'],
} as Pick<SceneIndex, 'routes' | 'shownRouteIds'>;
const drawn = (selected: string | null): string[] =>
  routesToDraw(scene, selected).map(({ id }) => id);

describe('routesToDraw', () => {
  it('keeps the map calm while no route is selected', () => {
    expect(drawn(null)).toEqual(['arc']);
  });

  it('leaves only the selected one where routes are switched off', () => {
    expect(routesToDraw(scene, 'trek', false).map(({ id }) => id)).toEqual(['trek']);
  });

  it('adds the selected one', () => {
    expect(drawn('trek')).toEqual(['arc', 'trek']);
  });
});
