import { radFromDeg } from '#core/geo/angles';
import { type CameraView, cameraViewOf } from '#core/geo/camera-view';
import { frameView, type ViewFrame } from '#core/geo/frame-view';
import type { PlaceSummary, RouteSummary, SceneIndex } from '#scene';
import type { View } from './view';

const PLACE_DISTANCE_M = 21_000;
const PLACE_PITCH_DEG = -27;
const ROUTE_PITCH_DEG = -52;
/** What the profile of a route covers at the bottom. */
const ROUTE_STRIP_PX = 170;
/** Camera distance per degree of the longer side of a route's box: it fills the picture. */
const ROUTE_DISTANCE_M_PER_DEG = 165_000;

/**
 * The camera that looks at a place from the side it is looked at now.
 *
 * @param headingDeg - compass heading of the present view, kept
 * @param frame - what panels cover
 */
export function approachPlace(
  place: PlaceSummary,
  headingDeg: number,
  frame: ViewFrame,
): CameraView {
  const view = cameraViewOf(
    {
      lonDeg: place.lonDeg,
      latDeg: place.latDeg,
      heightEllipsoidalM: place.heightEllipsoidalM ?? 0,
    },
    { headingDeg, pitchDeg: PLACE_PITCH_DEG, distanceM: PLACE_DISTANCE_M },
  );
  return frameView(view, PLACE_DISTANCE_M, frame);
}

/** The camera that sees a whole route from the south. */
export function approachRoute(route: RouteSummary, frame: ViewFrame): CameraView {
  const points = route.legs.flatMap((leg) => leg.coordinates);
  const lons = points.map(([lonDeg]) => lonDeg);
  const lats = points.map(([, latDeg]) => latDeg);
  const westDeg = Math.min(...lons);
  const eastDeg = Math.max(...lons);
  const southDeg = Math.min(...lats);
  const northDeg = Math.max(...lats);
  const sizeDeg = Math.max(eastDeg - westDeg, northDeg - southDeg, 0.2);
  const free = { ...frame, bottomPx: frame.bottomPx + ROUTE_STRIP_PX };
  const distanceM = (sizeDeg * ROUTE_DISTANCE_M_PER_DEG) / freeRatio(free);
  const view = cameraViewOf(
    {
      lonDeg: (westDeg + eastDeg) / 2,
      latDeg: (southDeg + northDeg) / 2,
      heightEllipsoidalM: 800,
    },
    { headingDeg: 0, pitchDeg: ROUTE_PITCH_DEG, distanceM },
  );
  return frameView(view, distanceM, free);
}

/** How much of the picture's height no panel covers; at least a little of it. */
function freeRatio({ heightPx, bottomPx }: ViewFrame): number {
  return heightPx > 0 ? Math.max(0.35, 1 - bottomPx / heightPx) : 1;
}

/** Where the globe's camera stands for a view: its own camera, else what the view is about. */
export function cameraOfView(view: View, scene: SceneIndex, frame: ViewFrame): CameraView {
  if (view.camera) return view.camera;
  const panorama = scene.panoramas.find(({ id }) => id === view.panoramaId);
  const placeId = view.placeId ?? panorama?.placeId;
  const place = scene.places.find(({ id }) => id === placeId);
  if (place) return approachPlace(place, scene.openingView.headingDeg, frame);
  const route = scene.routes.find(({ id }) => id === view.routeId);
  if (route) return approachRoute(route, frame);
  return openingCamera(scene, frame);
}

/** Where the scene opens, with its middle in the part of the picture that no panel covers. */
export function openingCamera(scene: SceneIndex, frame: ViewFrame): CameraView {
  const { openingView } = scene;
  const steepness = Math.max(0.2, Math.sin(radFromDeg(-openingView.pitchDeg)));
  return frameView(openingView, openingView.heightEllipsoidalM / steepness, frame);
}
