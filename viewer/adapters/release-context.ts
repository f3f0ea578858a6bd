/**
 * Gives a discarded canvas's graphics context back at once. Neither Cesium nor PSV does, and
 * browsers drop the oldest context of the page when too many pile up.
 */
export function releaseContext(canvas: HTMLCanvasElement): void {
  canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
}
