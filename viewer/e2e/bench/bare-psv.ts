import { events, Viewer } from '@photo-sphere-viewer/core';
import { EquirectangularTilesAdapter } from '@photo-sphere-viewer/equirectangular-tiles-adapter';

/** What the bench tells the bare page to open, and where it reads how long that took. */
interface BareHost {
  barePicture: { readonly previewUrl: string; readonly tileUrlTemplate: string };
  bareLevels: { width: number; cols: number; rows: number }[];
  bareLook: { readonly yaw: number; readonly pitch: number; readonly zoom: number };
  bareTimes: { previewMs?: number; sharpMs?: number };
}

const host = window as unknown as BareHost;
const UNFINISHED = [1, 2];

const container = document.createElement('div');
container.id = 'viewer';
const button = document.createElement('button');
button.textContent = 'open';
document.body.append(button, container);

// PSV as its documentation starts it, with our fields of view and no blur, which costs time.
const viewer = new Viewer({
  container,
  adapter: [EquirectangularTilesAdapter, { baseBlur: false, showErrorTile: false }],
  navbar: false,
  minFov: 20,
  maxFov: 95,
});

button.addEventListener('click', () => {
  const startMs = performance.now();
  const times: BareHost['bareTimes'] = {};
  host.bareTimes = times;
  const { previewUrl, tileUrlTemplate } = host.barePicture;
  const panorama = {
    baseUrl: previewUrl,
    levels: host.bareLevels,
    tileUrl: (col: number, row: number, level: number) =>
      tileUrlTemplate
        .replace('{level}', String(level))
        .replace('{col}', String(col))
        .replace('{row}', String(row)),
  };
  const { yaw, pitch, zoom } = host.bareLook;
  void viewer
    .setPanorama(panorama, { position: { yaw, pitch }, zoom, transition: false })
    .then(() => {
      requestAnimationFrame(() => {
        times.previewMs = performance.now() - startMs;
      });
      const onRender = (): void => {
        const adapter: object = Reflect.get(viewer, 'adapter');
        const tiles = Reflect.get(Reflect.get(adapter, 'state'), 'tiles') as object;
        const tasks = Object.values(
          Reflect.get(Reflect.get(adapter, 'queue'), 'tasks') as Record<string, { status: number }>,
        );
        const isSharp =
          Object.keys(tiles).length > 0 &&
          tasks.every(({ status }) => !UNFINISHED.includes(status));
        if (!isSharp) return;
        times.sharpMs = performance.now() - startMs;
        viewer.removeEventListener(events.RenderEvent.type, onRender);
      };
      viewer.addEventListener(events.RenderEvent.type, onRender);
      viewer.needsUpdate();
    });
});
