import type { PanoramaPort } from '../../adapters/panorama-port';

/** Whether the device may tell how it is held: a touch screen with the event. */
export function canFollowPhone(): boolean {
  return 'DeviceOrientationEvent' in window && navigator.maxTouchPoints > 0;
}

/** Copies the page's address, which holds the view; says whether it could. */
export async function copyAddress(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    return true;
  } catch {
    // No secure context, or refused: the address bar still holds it.
    return false;
  }
}

/** Fills the screen with the page, or gives it back. */
export async function toggleFullscreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen();
}

/**
 * Saves what the viewer shows as a file.
 *
 * @param lines - title and credit, baked into the picture
 * @returns false where no picture could be made
 */
export async function saveView(
  viewer: PanoramaPort,
  lines: readonly string[],
  fileName: string,
): Promise<boolean> {
  try {
    const url = URL.createObjectURL(await viewer.capture(lines));
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.download = fileName;
    anchor.click();
    // The download has read it by the next task of the browser; a minute is beyond doubt.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return true;
  } catch {
    return false;
  }
}
