import { Viewer } from '@photo-sphere-viewer/core';
import { EquirectangularTilesAdapter } from '@photo-sphere-viewer/equirectangular-tiles-adapter';

/** What the bench tells the bare page to open when its button is clicked. */
interface BareHost {
  barePicture: { readonly previewUrl: string; readonly tileUrlTemplate: string };
  bareLevels: { width: number; cols: number; rows: number }[];
  bareLook: { readonly yaw: number; readonly pitch: number; readonly zoom: number };
}

const host = window as unknown as BareHost;

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
  void viewer.setPanorama(panorama, { position: { yaw, pitch }, zoom, transition: false });
});
