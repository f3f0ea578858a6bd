import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  canOpenPhoneHorizon,
  openPhoneHorizon,
  type PhoneHorizon,
  type PhoneHorizonRefusal,
} from './phone-horizon';

const SIZE = { widthPx: 390, heightPx: 600 };
const TAG = {
  id: 'pu-ta-leng',
  headingDeg: 100,
  pitchDeg: 2,
  label: 'Pu Ta Leng',
  labelLanguage: 'vi',
  note: '3.049 m',
};

let host: HTMLElement;
const streams: MediaStream[] = [];
let phone: PhoneHorizon | null = null;

beforeEach(() => {
  host = document.createElement('div');
  host.style.cssText = `position:fixed;left:0;top:0;width:${SIZE.widthPx}px;height:${SIZE.heightPx}px`;
  document.body.append(host);
  const original = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async (wanted) => {
    const stream = await original(wanted);
    streams.push(stream);
    return stream;
  });
});
afterEach(() => {
  phone?.dispose();
  phone = null;
  vi.restoreAllMocks();
  for (const stream of streams.splice(0)) for (const track of stream.getTracks()) track.stop();
  host.remove();
});

/** The phone held upright, its camera towards a heading. */
function hold(headingDeg: number): void {
  const held = { alpha: (360 - headingDeg) % 360, beta: 90, gamma: 0, absolute: true };
  window.dispatchEvent(new DeviceOrientationEvent('deviceorientationabsolute', held));
}

/** The same as Safari says it: an alpha that starts anywhere, and the compass beside it. */
function holdSafari(headingDeg: number): void {
  const event = new DeviceOrientationEvent('deviceorientation', { alpha: 17, beta: 90, gamma: 0 });
  Object.defineProperty(event, 'webkitCompassHeading', { value: headingDeg });
  window.dispatchEvent(event);
}

async function openHolding(holdOnce: () => void, onPick = (_id: string): void => undefined) {
  const timer = setInterval(holdOnce, 20);
  const opened = await openPhoneHorizon(host, onPick, new AbortController().signal);
  clearInterval(timer);
  if (typeof opened === 'string') throw new Error(`Expected a camera, got ${opened}.`);
  phone = opened;
  opened.setTags([TAG]);
  await document.fonts.ready;
  return opened;
}

async function dotX(): Promise<number> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  return Number(host.querySelector('[data-horizon-dot]')?.getAttribute('cx'));
}

describe('names over the camera', () => {
  it('stand where the phone looks, and move as it turns', async () => {
    await openHolding(() => hold(100));
    hold(100);
    expect(await dotX()).toBeCloseTo(SIZE.widthPx / 2, 0);
    hold(105);
    const left = await dotX();
    expect(left).toBeLessThan(SIZE.widthPx / 2 - 20);
    phone?.correctBy(-5);
    expect(await dotX()).toBeCloseTo(SIZE.widthPx / 2, 0);
    hold(280);
    await dotX();
    expect(host.querySelector('[data-horizon-tag]')?.getAttribute('data-is-drawn')).toBe('false');
  });

  it('follow the compass of Safari', async () => {
    await openHolding(() => holdSafari(100));
    holdSafari(100);
    expect(await dotX()).toBeCloseTo(SIZE.widthPx / 2, 0);
  });

  it('stand over the running picture, and the camera stops when they are closed', async () => {
    const opened = await openHolding(() => hold(100));
    const video = host.querySelector('video');
    await expect.poll(() => video?.videoWidth ?? 0).toBeGreaterThan(0);
    expect(streams[0]?.active).toBe(true);
    opened.dispose();
    phone = null;
    expect(streams[0]?.active).toBe(false);
    expect(host.childElementCount).toBe(0);
  });

  it('tell which one was tapped', async () => {
    const picked: string[] = [];
    await openHolding(
      () => hold(100),
      (id) => picked.push(id),
    );
    hold(100);
    await dotX();
    host
      .querySelector('[data-horizon-tag]')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(picked).toEqual(['pu-ta-leng']);
  });

  it('are not opened without a compass: the camera is given back', async () => {
    const opened: PhoneHorizon | PhoneHorizonRefusal = await openPhoneHorizon(
      host,
      () => undefined,
      new AbortController().signal,
    );
    expect(opened).toBe('no-compass');
    expect(streams[0]?.active).toBe(false);
  });

  it('are not opened without a camera', async () => {
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('no'));
    const opened = await openPhoneHorizon(host, () => undefined, new AbortController().signal);
    expect(opened).toBe('no-camera');
  });

  it('are offered on touch screens with a camera alone', () => {
    expect(canOpenPhoneHorizon()).toBe(navigator.maxTouchPoints > 0);
    vi.spyOn(navigator, 'maxTouchPoints', 'get').mockReturnValue(5);
    expect(canOpenPhoneHorizon()).toBe(true);
  });
});
