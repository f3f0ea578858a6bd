import { events as psvEvents, type Viewer } from '@photo-sphere-viewer/core';

const JPEG_QUALITY = 0.92;

/**
 * The next frame of a viewer as a JPEG with lines of text at its lower edge.
 *
 * @param canvas - of the viewer
 * @throws Error where the browser gives no picture
 */
export async function captureFrame(
  viewer: Viewer,
  canvas: HTMLCanvasElement,
  lines: readonly string[],
): Promise<Blob> {
  const sheet = document.createElement('canvas');
  await new Promise<void>((resolve) => {
    // Only straight after a frame does the canvas still hold it.
    const onRender = (): void => {
      viewer.removeEventListener(psvEvents.RenderEvent.type, onRender);
      sheet.width = canvas.width;
      sheet.height = canvas.height;
      sheet.getContext('2d')?.drawImage(canvas, 0, 0);
      resolve();
    };
    viewer.addEventListener(psvEvents.RenderEvent.type, onRender);
    viewer.needsUpdate();
  });
  writeLines(sheet, lines);
  const blob = await new Promise<Blob | null>((resolve) =>
    sheet.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
  );
  if (!blob) throw new Error('Expected a picture of the frame, found none.');
  return blob;
}

function writeLines(sheet: HTMLCanvasElement, lines: readonly string[]): void {
  const context = sheet.getContext('2d');
  if (!context) return;
  const sizePx = Math.max(12, Math.round(Math.min(sheet.width, sheet.height * 1.6) / 60));
  const leadingPx = Math.round(sizePx * 1.5);
  const marginPx = sizePx;
  const bandPx = leadingPx * lines.length + marginPx * 2;
  const shade = context.createLinearGradient(0, sheet.height - bandPx * 1.6, 0, sheet.height);
  shade.addColorStop(0, 'rgb(16 19 43 / 0%)');
  shade.addColorStop(0.6, 'rgb(16 19 43 / 62%)');
  shade.addColorStop(1, 'rgb(16 19 43 / 78%)');
  context.fillStyle = shade;
  context.fillRect(0, sheet.height - bandPx * 1.6, sheet.width, bandPx * 1.6);
  context.fillStyle = 'rgb(241 243 238)';
  context.textBaseline = 'alphabetic';
  for (const [at, line] of lines.entries()) {
    const isTitle = at === 0;
    context.font = `${isTitle ? 600 : 400} ${isTitle ? sizePx * 1.15 : sizePx}px "Be Vietnam Pro", system-ui, sans-serif`;
    const y = sheet.height - marginPx - leadingPx * (lines.length - 1 - at);
    context.fillText(line, marginPx, y, sheet.width - 2 * marginPx);
  }
}
