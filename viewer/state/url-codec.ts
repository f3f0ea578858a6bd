import { wrapHeadingDeg } from '#core/geo/angles';
import type { CameraView } from '#core/geo/camera-view';
import { decodeMonth, encodeMonth } from './calendar-view';
import { decodeFind, encodeFind } from './find-view';
import { decodeStory, encodeStory } from './story-view';
import type { Look, View } from './view';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The query of a view, without the question mark; empty for the opening view. Rounded to what
 * can be seen: about a decimetre, a hundredth of a degree.
 */
export function encodeView(view: View): string {
  const parts: string[] = [...encodeStory(view.story)];
  if (view.routeId) parts.push(`route=${view.routeId}`);
  if (view.placeId) parts.push(`place=${view.placeId}`);
  if (view.panoramaId) parts.push(`panorama=${view.panoramaId}`);
  if (view.panoramaId && view.look) parts.push(`look=${encodeLook(view.look)}`);
  parts.push(...encodeFind(view.find));
  if (view.calendar) parts.push(`calendar=${encodeMonth(view.calendar)}`);
  if (view.camera) parts.push(`camera=${encodeCamera(view.camera)}`);
  return parts.join('&');
}

/**
 * The view of a query. What is missing, malformed or out of range is left out, so that an old or
 * damaged address still opens the page.
 *
 * @param query - with or without the question mark
 */
export function decodeView(query: string): View {
  const parameters = new URLSearchParams(query);
  const panoramaId = idOf(parameters.get('panorama'));
  return {
    placeId: idOf(parameters.get('place')),
    routeId: idOf(parameters.get('route')),
    panoramaId,
    camera: decodeCamera(parameters.get('camera')),
    look: panoramaId ? decodeLook(parameters.get('look')) : null,
    find: decodeFind(parameters),
    calendar: decodeMonth(parameters.get('calendar')),
    story: decodeStory(parameters),
  };
}

function encodeCamera(camera: CameraView): string {
  return [
    rounded(camera.lonDeg, 6),
    rounded(camera.latDeg, 6),
    rounded(camera.heightEllipsoidalM, 1),
    rounded(camera.headingDeg, 2),
    rounded(camera.pitchDeg, 2),
  ].join(',');
}

function decodeCamera(text: string | null): CameraView | null {
  const numbers = numbersOf(text, 5);
  if (!numbers) return null;
  const [lonDeg, latDeg, heightEllipsoidalM, headingDeg, pitchDeg] = numbers as [
    number,
    number,
    number,
    number,
    number,
  ];
  const isInRange =
    Math.abs(lonDeg) <= 180 &&
    Math.abs(latDeg) <= 90 &&
    heightEllipsoidalM > -500 &&
    heightEllipsoidalM < 5e7 &&
    Math.abs(pitchDeg) <= 90;
  if (!isInRange) return null;
  return {
    lonDeg,
    latDeg,
    heightEllipsoidalM,
    headingDeg: wrapHeadingDeg(headingDeg),
    pitchDeg,
  };
}

function encodeLook(look: Look): string {
  return [
    rounded(look.headingDeg, 2),
    rounded(look.pitchDeg, 2),
    rounded(look.verticalFovDeg, 1),
  ].join(',');
}

function decodeLook(text: string | null): Look | null {
  const numbers = numbersOf(text, 3);
  if (!numbers) return null;
  const [headingDeg, pitchDeg, verticalFovDeg] = numbers as [number, number, number];
  if (Math.abs(pitchDeg) > 90 || verticalFovDeg <= 0 || verticalFovDeg >= 180) return null;
  return { headingDeg: wrapHeadingDeg(headingDeg), pitchDeg, verticalFovDeg };
}

function idOf(text: string | null): string | null {
  return text !== null && ID.test(text) ? text : null;
}

function numbersOf(text: string | null, count: number): number[] | null {
  if (text === null) return null;
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return numbers.length === count && numbers.every(Number.isFinite) ? numbers : null;
}

function rounded(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
