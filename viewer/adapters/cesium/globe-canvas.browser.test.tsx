import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CameraView } from '#core/geo/camera-view';
import type { GlobePlace, GlobePort } from '../globe-port';
import type { GlobeOptions } from './create-globe';
import { GlobeCanvas } from './GlobeCanvas';

const ABOVE_FANSIPAN: CameraView = {
  lonDeg: 103.7751,
  latDeg: 21.9,
  heightEllipsoidalM: 30_000,
  headingDeg: 0,
  pitchDeg: -33,
};
const FANSIPAN: GlobePlace = {
  id: 'fansipan',
  label: 'Đỉnh Fansipan',
  labelLanguage: 'vi',
  lonDeg: 103.7751,
  latDeg: 22.3033,
  heightEllipsoidalM: 3116,
  importance: 1,
  hasPanorama: true,
};

const contexts: WebGL2RenderingContext[] = [];
const livingContexts = (): number => contexts.filter((gl) => !gl.isContextLost()).length;
const getContext = HTMLCanvasElement.prototype.getContext;

beforeEach(() => {
  contexts.length = 0;
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
    this: HTMLCanvasElement,
    ...args: unknown[]
  ) {
    const context = Reflect.apply(getContext, this, args) as RenderingContext | null;
    if (context instanceof WebGL2RenderingContext && !contexts.includes(context)) {
      contexts.push(context);
    }
    return context;
  } as typeof getContext);
});
afterEach(() => vi.restoreAllMocks());

const optionsWith = (failures: string[]): GlobeOptions => ({
  // Nothing is served there: the globe goes on with a bare ellipsoid and says so.
  ground: {
    terrainUrl: `${location.origin}/none/terrain/`,
    imageryUrl: `${location.origin}/none/imagery/`,
    worldBaseUrl: `${location.origin}/none/world/`,
  },
  quality: 'lean',
  initialView: () => ABOVE_FANSIPAN,
  onGroundFailure: (part) => failures.push(part),
});

async function mountGlobe(failures: string[] = []) {
  const ports: (GlobePort | null)[] = [];
  const options = optionsWith(failures);
  const screen = await render(
    <StrictMode>
      <div style={{ position: 'fixed', inset: 0 }}>
        <GlobeCanvas
          options={options}
          routes={[]}
          selectedRouteId={null}
          onPort={(port) => ports.push(port)}
          ariaLabel="globe"
        />
      </div>
    </StrictMode>,
  );
  const port = ports.at(-1);
  if (!port) throw new Error('Expected a globe, found none.');
  return { port, screen };
}

const settled = (port: GlobePort): Promise<void> =>
  new Promise((resolve) => {
    const stop = port.on('tilesSettled', () => {
      stop();
      resolve();
    });
  });

describe('GlobeCanvas', () => {
  it('leaves one viewer under StrictMode and none after it goes', async () => {
    const { port, screen } = await mountGlobe();
    await settled(port);
    expect(document.querySelectorAll('canvas').length).toBe(1);
    expect(livingContexts()).toBe(1);
    await screen.unmount();
    expect(document.querySelectorAll('canvas').length).toBe(0);
    expect(livingContexts()).toBe(0);
  });

  it('names each part of the ground that is not there and goes on', async () => {
    const failures: string[] = [];
    const { port, screen } = await mountGlobe(failures);
    await settled(port);
    expect(failures.sort()).toEqual(['imagery', 'terrain', 'world-base']);
    await screen.unmount();
  });

  it('puts a place’s label at its pixel and reports a click on the pin', async () => {
    const { port, screen } = await mountGlobe();
    port.setPlaces([FANSIPAN]);
    await settled(port);
    const pixel = port.pixelOf('fansipan');
    if (!pixel) throw new Error('Expected Fansipan in the picture, found it nowhere.');
    expect(pixel.xPx).toBeCloseTo(window.innerWidth / 2, -1);
    const label = document.querySelector('[data-place-id="fansipan"]');
    expect(label?.textContent).toBe('Đỉnh Fansipan');
    const picked = new Promise((resolve) => port.on('placePicked', resolve));
    const canvas = document.querySelector('canvas');
    if (!canvas) throw new Error('Expected a canvas, found none.');
    await userEvent.click(page.elementLocator(canvas), {
      position: { x: Math.round(pixel.xPx), y: Math.round(pixel.yPx) },
    });
    expect(await picked).toBe('fansipan');
    await screen.unmount();
  });

  it('flies to a view and stops when told', async () => {
    const { port, screen } = await mountGlobe();
    await settled(port);
    const there = { ...ABOVE_FANSIPAN, lonDeg: 103.9, headingDeg: 20 };
    await port.flyTo(there, { signal: new AbortController().signal });
    const view = port.view();
    expect(view.lonDeg).toBeCloseTo(103.9, 6);
    expect(view.headingDeg).toBeCloseTo(20, 3);
    const abort = new AbortController();
    const flight = port.flyTo(ABOVE_FANSIPAN, { signal: abort.signal });
    abort.abort();
    await expect(flight).rejects.toMatchObject({ name: 'AbortError' });
    await screen.unmount();
  });

  it('says when its graphics context is lost', async () => {
    const { port, screen } = await mountGlobe();
    await settled(port);
    const lost = new Promise((resolve) => port.on('contextLost', resolve));
    contexts.at(-1)?.getExtension('WEBGL_lose_context')?.loseContext();
    expect(await lost).toBe(null);
    await screen.unmount();
  });
});
