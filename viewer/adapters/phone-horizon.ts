import {
  alphaOfCompass,
  cameraOfPhone,
  focalOfVideo,
  type PhoneAttitude,
  pixelInCamera,
} from '#core/panorama/horizon-camera';
import { createHorizonPainter } from './horizon-painter';
import type { HorizonTag } from './horizon-tag';
import styles from './phone-horizon.module.css';

/** Names on the horizon over what the phone's camera sees. */
export interface PhoneHorizon {
  setTags(tags: readonly HorizonTag[]): void;
  /** Turns all names by degrees: compasses in phones are off. */
  correctBy(degrees: number): void;
  /** Stops the camera and gives it back. */
  dispose(): void;
}

/** Why there is no picture. */
export type PhoneHorizonRefusal = 'no-camera' | 'no-compass';

/** What Safari adds to the event, and asks for before it tells. */
interface SafariOrientation {
  readonly webkitCompassHeading?: number;
}
interface AskingOrientation {
  requestPermission?(): Promise<'granted' | 'denied'>;
}

/** Along the longer side of a phone's main camera when it films, as most are built. */
const VIDEO_FOV_DEG = 62;
/** A phone that has a compass tells within this. */
const COMPASS_LIMIT_MS = 3000;

/** Whether the browser has what names over the camera take: a touch screen, camera, orientation. */
export function canOpenPhoneHorizon(): boolean {
  return (
    navigator.maxTouchPoints > 0 &&
    'DeviceOrientationEvent' in window &&
    navigator.mediaDevices?.getUserMedia !== undefined
  );
}

/**
 * Opens camera and compass and draws into an element; the browser asks the visitor, so call it from
 * a tap.
 *
 * @returns what holds the camera, or why there is none
 */
export async function openPhoneHorizon(
  host: HTMLElement,
  onPick: (tagId: string) => void,
  signal: AbortSignal,
): Promise<PhoneHorizon | PhoneHorizonRefusal> {
  if (!(await mayReadCompass())) return 'no-compass';
  const stream = await openCamera();
  if (stream === null) return 'no-camera';
  const stopCamera = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  const compass = createCompass();
  const hasCompass = await compass.first(signal);
  if (!hasCompass || signal.aborted) {
    compass.stop();
    stopCamera();
    return 'no-compass';
  }
  const video = document.createElement('video');
  video.className = styles['video'] ?? '';
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  host.append(video);
  // Where it may not start by itself the names stand over black; nothing is lost.
  void video.play().catch(() => undefined);
  const painter = createHorizonPainter(host, onPick);
  let correctionDeg = 0;
  const stopDrawing = drawWhenTurned(compass, (attitude) => {
    const screen = { widthPx: host.clientWidth, heightPx: host.clientHeight };
    const film = { widthPx: video.videoWidth || 16, heightPx: video.videoHeight || 9 };
    const picture = { ...screen, focalPx: focalOfVideo(film, screen, VIDEO_FOV_DEG) };
    const camera = cameraOfPhone(attitude, correctionDeg);
    const project = (direction: { headingDeg: number; pitchDeg: number }) =>
      pixelInCamera(direction, camera, picture);
    painter.draw({ ...screen, taken: [], project });
  });
  return {
    setTags: painter.setTags,
    correctBy(degrees) {
      correctionDeg += degrees;
      compass.tell();
    },
    dispose() {
      stopDrawing();
      compass.stop();
      stopCamera();
      painter.dispose();
      video.remove();
    },
  };
}

async function mayReadCompass(): Promise<boolean> {
  const asking = DeviceOrientationEvent as unknown as AskingOrientation;
  if (asking.requestPermission === undefined) return true;
  // A refusal is an answer, also one that comes as an error.
  return (await asking.requestPermission().catch(() => 'denied')) === 'granted';
}

async function openCamera(): Promise<MediaStream | null> {
  const video = { facingMode: 'environment', width: { ideal: 1280 } };
  return navigator.mediaDevices.getUserMedia({ video, audio: false }).catch(() => null);
}

interface Compass {
  /** Whether a heading by the compass came in time. */
  first(signal: AbortSignal): Promise<boolean>;
  /** Listens to attitudes; only those that know where north is. */
  listen(listener: (attitude: PhoneAttitude) => void): void;
  /** Says the last one again. */
  tell(): void;
  stop(): void;
}

function createCompass(): Compass {
  const abort = new AbortController();
  let last: PhoneAttitude | null = null;
  let listener: ((attitude: PhoneAttitude) => void) | null = null;
  const tell = (): void => {
    if (last !== null) listener?.(last);
  };
  const onEvent = (event: DeviceOrientationEvent & SafariOrientation): void => {
    last = attitudeOf(event) ?? last;
    tell();
  };
  for (const type of ['deviceorientationabsolute', 'deviceorientation']) {
    const listen = onEvent as EventListener;
    window.addEventListener(type, listen, { signal: abort.signal });
  }
  return {
    async first(signal) {
      const until = performance.now() + COMPASS_LIMIT_MS;
      while (last === null && performance.now() < until && !signal.aborted) {
        await new Promise(requestAnimationFrame);
      }
      return last !== null;
    },
    listen(next) {
      listener = next;
      tell();
    },
    tell,
    stop: () => abort.abort(),
  };
}

/** Null where the event does not know where north is. */
function attitudeOf(event: DeviceOrientationEvent & SafariOrientation): PhoneAttitude | null {
  const { alpha, beta, gamma, absolute, webkitCompassHeading } = event;
  if (beta === null || gamma === null) return null;
  const screenDeg = window.screen.orientation?.angle ?? 0;
  const rest = { betaDeg: beta, gammaDeg: gamma, screenDeg };
  if (webkitCompassHeading !== undefined) {
    return { alphaDeg: alphaOfCompass(webkitCompassHeading), ...rest };
  }
  return absolute && alpha !== null ? { alphaDeg: alpha, ...rest } : null;
}

/** Draws at most once a frame, and only after the phone was turned. */
function drawWhenTurned(compass: Compass, draw: (attitude: PhoneAttitude) => void): () => void {
  let frame = 0;
  compass.listen((attitude) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => draw(attitude));
  });
  return () => cancelAnimationFrame(frame);
}
