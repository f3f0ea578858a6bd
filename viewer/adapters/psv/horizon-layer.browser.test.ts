import { afterEach, describe, expect, it } from 'vitest';
import { enuOfDirection } from '#core/panorama/direction';
import type { HorizonTag } from '../horizon-tag';
import type { PanoramaLook, PanoramaPort, PanoramaSpot } from '../panorama-port';
import { createPanorama } from './create-panorama';
import { markerPictureUrl } from './marker-picture';

const WIDTH_PX = 640;
const HEIGHT_PX = 360;
const POSE = { headingDeg: 40, pitchDeg: 0, rollDeg: 0 };

const opened: { port: PanoramaPort; container: HTMLElement }[] = [];
afterEach(() => {
  for (const { port, container } of opened.splice(0)) {
    port.dispose();
    container.remove();
  }
});

async function open(look: PanoramaLook, spots: readonly PanoramaSpot[] = []) {
  const container = document.createElement('div');
  container.style.cssText = `position:fixed;inset:0;width:${WIDTH_PX}px;height:${HEIGHT_PX}px`;
  document.body.append(container);
  const port = createPanorama(container);
  opened.push({ port, container });
  const previewUrl = await markerPictureUrl(POSE, []);
  const picture = {
    id: `horizon-${previewUrl}`,
    widthPx: 1024,
    previewUrl,
    tileUrlTemplate: `${location.origin}/no-such-tile/{level}/{col}_{row}.webp`,
    levels: [{ widthPx: 1024, cols: 2, rows: 1 }],
    pose: POSE,
    videoUrl: null,
    spots,
  };
  await port.show(picture, look, { signal: new AbortController().signal });
  return { port, container };
}

const tag = (id: string, headingDeg: number, pitchDeg: number): HorizonTag => ({
  id,
  headingDeg,
  pitchDeg,
  label: `Đỉnh ${id}`,
  labelLanguage: 'vi',
  note: '3.049 m',
});

/** Two frames: one that draws, one that is sure to be after it. */
async function drawn(): Promise<void> {
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

const shownIn = (container: HTMLElement): HTMLElement[] => [
  ...container.querySelectorAll<HTMLElement>('[data-horizon-tag][data-is-drawn="true"]'),
];
const idsIn = (container: HTMLElement): string[] =>
  shownIn(container).map(({ dataset }) => dataset['horizonTag'] ?? '');

/** Degrees between a name's dot and where a level pinhole camera has its direction. */
function awayDeg(container: HTMLElement, one: HorizonTag, look: PanoramaLook): number {
  const dot = container.querySelector(`[data-horizon-dot="${one.id}"]`);
  const x = Number(dot?.getAttribute('cx')) - WIDTH_PX / 2;
  const y = HEIGHT_PX / 2 - Number(dot?.getAttribute('cy'));
  const focalPx = HEIGHT_PX / 2 / Math.tan((look.verticalFovDeg * Math.PI) / 360);
  const ahead = enuOfDirection(look);
  const up = enuOfDirection({ headingDeg: look.headingDeg, pitchDeg: look.pitchDeg + 90 });
  const right = enuOfDirection({ headingDeg: look.headingDeg + 90, pitchDeg: 0 });
  const ray = [0, 1, 2].map(
    (i) => focalPx * (ahead[i] ?? 0) + x * (right[i] ?? 0) + y * (up[i] ?? 0),
  );
  const wanted = enuOfDirection(one);
  const along = ray.reduce((sum, value, i) => sum + value * (wanted[i] ?? 0), 0);
  return (Math.acos(Math.min(1, along / Math.hypot(...ray))) * 180) / Math.PI;
}

describe('names on the horizon', () => {
  it.each([
    { headingDeg: 90, pitchDeg: 0, verticalFovDeg: 60 },
    { headingDeg: 100, pitchDeg: -12, verticalFovDeg: 30 },
    { headingDeg: 85, pitchDeg: 15, verticalFovDeg: 90 },
  ])('stand within 0.3° of what they name, looking at %j', async (look) => {
    const { port, container } = await open(look);
    const tags = [tag('a', 84, 1), tag('b', 99, -3), tag('c', 106, 2), tag('d', 265, 0)];
    port.setHorizon(tags);
    await drawn();
    const shown = idsIn(container);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown).not.toContain('d');
    for (const one of tags.filter(({ id }) => shown.includes(id))) {
      expect(awayDeg(container, one, look), one.id).toBeLessThan(0.3);
    }
  });

  it('never lie on each other, and more are shown when one looks closer', async () => {
    const look = { headingDeg: 90, pitchDeg: 0, verticalFovDeg: 80 };
    const { port, container } = await open(look);
    port.setHorizon(Array.from({ length: 12 }, (_, i) => tag(`${i}`, 82 + i * 1.4, 0)));
    await drawn();
    const wide = shownIn(container);
    const boxes = wide.map((element) => element.getBoundingClientRect());
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const isApart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(isApart).toBe(true);
      }
    }
    port.setLook({ ...look, verticalFovDeg: 25 });
    await drawn();
    expect(shownIn(container).length).toBeGreaterThan(wide.length);
  });

  it('keep off hotspots and off what stands over the view', async () => {
    const hotspot: PanoramaSpot = {
      id: 'hotspot:marker',
      kind: 'hotspot',
      label: 'Chóp inox trên đỉnh',
      labelLanguage: 'vi',
      arrow: null,
      headingDeg: 82,
      pitchDeg: 6,
    };
    const look = { headingDeg: 90, pitchDeg: 0, verticalFovDeg: 60 };
    const { port, container } = await open(look, [hotspot]);
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;left:0;top:0;width:200px;height:360px';
    cover.dataset['keepsNamesOff'] = '';
    container.append(cover);
    port.setHorizon([tag('under', 88, 0), tag('covered', 65, 0), tag('free', 121, 0)]);
    await drawn();
    expect(idsIn(container)).not.toContain('covered');
    expect(idsIn(container)).toContain('free');
    const labels = [...container.querySelectorAll('[data-spot-id] > :last-child')];
    for (const name of shownIn(container).map((element) => element.getBoundingClientRect())) {
      for (const spot of labels.map((element) => element.getBoundingClientRect())) {
        const isBeside = name.right <= spot.left || spot.right <= name.left;
        expect(isBeside || name.bottom <= spot.top || spot.bottom <= name.top).toBe(true);
      }
    }
  });

  it('tell when one is tapped, and not when the view is dragged by one', async () => {
    const { port, container } = await open({ headingDeg: 90, pitchDeg: 0, verticalFovDeg: 60 });
    port.setHorizon([tag('pu-ta-leng', 90, 0)]);
    await drawn();
    const picked: string[] = [];
    port.on('horizonPicked', (id) => picked.push(id));
    const [name] = shownIn(container);
    const press = (type: string, clientX: number) =>
      name?.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, clientY: 100 }));
    press('pointerdown', 300);
    press('click', 340);
    expect(picked).toEqual([]);
    press('pointerdown', 300);
    press('click', 302);
    expect(picked).toEqual(['pu-ta-leng']);
  });

  it('point one out, and go with the picture', async () => {
    const { port, container } = await open({ headingDeg: 90, pitchDeg: 0, verticalFovDeg: 60 });
    port.setHorizon([tag('a', 88, 0), tag('b', 89, 0)]);
    port.markHorizon('b');
    await drawn();
    // Pointed out, it goes before the more important one that it would give way to.
    expect(idsIn(container)).toContain('b');
    expect(container.querySelector('[data-is-marked="true"]')?.textContent).toContain('Đỉnh b');
    port.setHorizon([]);
    await drawn();
    expect(container.querySelectorAll('[data-horizon-tag]')).toHaveLength(0);
  });
});
