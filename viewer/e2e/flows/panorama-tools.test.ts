import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readBytes } from '../../../tools/io/files';
import { decodePicture } from '../../../tools/io/picture';
import { changeDetail } from '../changed-scene';
import { LEAN, openPage, panoramaSettled, startBrowser, stopBrowser, tabTo } from '../open-page';

const baseUrl = inject('baseUrl');
const ID = 'fansipan-sunrise';
const SUMMIT = `${baseUrl}?${LEAN}&panorama=${ID}`;
const TILES = /\/built\/[^/]+\/\d+\/\d+_\d+\.webp$/;

beforeAll(startBrowser);
afterAll(stopBrowser);

describe('what is around', () => {
  it('is told by the clock, and by the keyboard alone opened, read and left', async () => {
    const open = await openPage(`${SUMMIT}&look=100,-1,65`);
    const { page } = open;
    await panoramaSettled(page, ID);
    const list = page.locator('[data-around-list]');
    await expect
      .poll(() => list.locator('[data-around]').allTextContents())
      .toEqual([
        'Hướng 12 giờ: Mặt trời',
        'Hướng 5 giờ: Xuống sân phía tây · 33 m, đi tới đó',
        'Hướng 7 giờ: Pu Ta Leng, 3.049 m',
        'Hướng 10 giờ: Chóp inox trên đỉnh',
        'Hướng 11 giờ: Phía Sa Pa, dưới biển mây',
      ]);
    await tabTo(page, '[data-around="hotspot:summit-marker"]');
    // Closed, it shows itself to the keyboard.
    expect((await list.boundingBox())?.width).toBeGreaterThan(200);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Chóp inox trên đỉnh' });
    await dialog.getByText('3.147,3 m').waitFor();
    await page.waitForFunction(
      () => document.querySelector('[data-heading-deg]')?.getAttribute('data-heading-deg') === '53',
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-around'))).toBe(
      'hotspot:summit-marker',
    );
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('leads on: a place, a product, a picture and a film', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    const base = { headingDeg: 100, pitchDeg: 0, text: { vi: 'Chữ.', en: 'Words.' } };
    const words = (vi: string) => ({ vi, en: vi });
    await changeDetail(page, ID, () => ({
      hotspots: [
        {
          ...base,
          id: 'picture',
          title: words('Ảnh gần'),
          content: { type: 'picture', url: 'near.webp', credit: 'Người chụp' },
        },
        {
          ...base,
          id: 'film',
          title: words('Phim'),
          content: { type: 'video', url: 'none.webm', credit: 'Người quay' },
        },
        {
          ...base,
          id: 'product',
          title: words('Chè'),
          content: { type: 'product', name: words('Chè Shan'), summary: words('Chè cổ thụ.') },
        },
        {
          ...base,
          id: 'place',
          title: words('Sa Pa kìa'),
          content: { type: 'place', placeId: 'sa-pa' },
        },
      ],
    }));
    await page.route('**/near.webp', async (route) =>
      route.fulfill({
        contentType: 'image/webp',
        body: Buffer.from(await readBytes(`panoramas/${ID}/master.webp`)),
      }),
    );
    await page.goto(SUMMIT);
    await panoramaSettled(page, ID);
    await page.getByRole('button', { name: 'Xung quanh có gì' }).click();
    const choose = (id: string) => page.locator(`[data-around="hotspot:${id}"]`).click();
    await choose('picture');
    await page.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('dialog figure img')?.naturalWidth ?? 0) > 0,
    );
    await page.getByText('Người chụp').waitFor();
    await page.keyboard.press('Escape');
    await choose('film');
    // It is not there: a sentence stands in its place.
    await page.getByRole('alert').getByText('Không tải được nội dung này.').waitFor();
    await page.keyboard.press('Escape');
    await choose('product');
    await page.getByRole('dialog').getByText('Chè cổ thụ.').waitFor();
    await page.keyboard.press('Escape');
    await choose('place');
    await page.getByRole('button', { name: 'Mở Sa Pa trên bản đồ' }).click();
    await page.locator('[data-place-card="sa-pa"]').waitFor();
    await open.close();
  });
});

describe('the tools of a panorama', () => {
  it('show every panorama with its small picture', async () => {
    const open = await openPage(SUMMIT);
    const { page } = open;
    await panoramaSettled(page, ID);
    await page.getByRole('button', { name: 'Tất cả ảnh 360°' }).click();
    const items = page.locator('[data-go-to-panorama]');
    expect(await items.first().getAttribute('data-go-to-panorama')).toBe(ID);
    await page.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('[data-go-to-panorama] img');
      return (image?.naturalWidth ?? 0) > 0;
    });
    await page.locator('[data-go-to-panorama="pha-din-valley"]').click();
    await panoramaSettled(page, 'pha-din-valley');
    expect(await items.count()).toBe(0);
    await open.close();
  });

  it('save what is seen as a picture with its credit, and copy the link to the view', async () => {
    const open = await openPage(`${SUMMIT}&look=100,-1,65`);
    const { page } = open;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await panoramaSettled(page, ID);
    await page.getByRole('button', { name: 'Thêm' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Lưu cảnh đang nhìn' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(`${ID}.jpg`);
    const picture = await decodePicture(await readBytes(await download.path()), 'download');
    expect([picture.widthPx, picture.heightPx]).toEqual([640, 360]);
    await page.getByRole('button', { name: 'Thêm' }).click();
    await page.getByRole('button', { name: 'Chép liên kết tới góc nhìn này' }).click();
    await page.getByText('Đã chép liên kết').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(page.url());
    expect(new URL(copied).searchParams.get('panorama')).toBe(ID);
    await open.close();
  });

  it('look around by themselves only when asked, and stop at a touch', async () => {
    const open = await openPage(`${SUMMIT}&look=200,-5,65`, { reducedMotion: 'no-preference' });
    const { page } = open;
    await panoramaSettled(page, ID);
    await page.getByRole('button', { name: 'Thêm' }).click();
    await page.getByRole('button', { name: 'Tự ngắm quanh' }).click();
    const needle = () =>
      page.evaluate(() =>
        Number.parseFloat(
          document.querySelector<SVGGElement>('[data-heading-deg] g')?.style.rotate ?? '0',
        ),
      );
    const before = await needle();
    await expect.poll(needle, { timeout: 20_000 }).not.toBe(before);
    await page.keyboard.press('Shift');
    await page.getByRole('button', { name: 'Thêm' }).click();
    await page.getByRole('button', { name: 'Tự ngắm quanh' }).waitFor();
    await open.close();
  });

  it('follow the phone', async () => {
    const open = await openPage('about:blank', {
      prepare: async (page) => {
        await page.addInitScript(() =>
          Object.defineProperty(navigator, 'maxTouchPoints', { get: () => 5 }),
        );
      },
    });
    const { page } = open;
    const session = await page.context().newCDPSession(page);
    const hold = (alpha: number) =>
      session.send('DeviceOrientation.setDeviceOrientationOverride', { alpha, beta: 90, gamma: 0 });
    await hold(10);
    await page.goto(`${SUMMIT}&look=100,0,65`);
    await panoramaSettled(page, ID);
    await page.getByRole('button', { name: 'Thêm' }).click();
    await page.getByRole('button', { name: 'Xoay theo điện thoại' }).click();
    await hold(10.5);
    await page.getByRole('button', { name: 'Thêm' }).click();
    await page.getByRole('button', { name: 'Thôi xoay theo điện thoại' }).waitFor();
    const heading = () =>
      page.evaluate(() =>
        Number(document.querySelector('[data-heading-deg]')?.getAttribute('data-heading-deg')),
      );
    const before = await heading();
    // The phone turns to the right: its alpha falls.
    await hold(-39.5 + 360);
    await expect
      .poll(async () => ((((await heading()) - before) % 360) + 360) % 360, { timeout: 20_000 })
      .toBeGreaterThan(40);
    expect(open.complaints).toEqual([]);
    await open.close();
  });
});

describe('tiles that cannot be had', () => {
  it('are told, and come when asked for again', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    await page.route(TILES, (route) => route.fulfill({ status: 404 }));
    await page.goto(SUMMIT);
    await page.getByRole('status').getByText('Một phần ảnh nét không tải được.').waitFor();
    await panoramaSettled(page, ID);
    expect(open.drawnTiles).toEqual([]);
    await page.unroute(TILES);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByText('Một phần ảnh nét không tải được.').waitFor({ state: 'detached' });
    await expect.poll(() => open.drawnTiles.length, { timeout: 20_000 }).toBeGreaterThan(3);
    await open.close();
  });

  it('and a picture that cannot, is opened when asked again', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    await page.route('**/preview.webp', (route) => route.fulfill({ status: 404 }));
    await page.goto(SUMMIT);
    await page.getByRole('alert').getByText('Không mở được ảnh 360°').waitFor();
    await page.unroute('**/preview.webp');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await panoramaSettled(page, ID);
    await open.close();
  });
});

describe('a device whose textures end at 4096 px', () => {
  it.each([
    { maxTexturePx: 4096, finest: '1' },
    { maxTexturePx: 8192, finest: '2' },
  ])('gets the levels it can hold of $maxTexturePx px', async ({ maxTexturePx, finest }) => {
    const open = await openPage('about:blank', {
      prepare: async (page) => {
        await page.addInitScript((px) => {
          const original = WebGL2RenderingContext.prototype.getParameter;
          WebGL2RenderingContext.prototype.getParameter = function (name) {
            return name === this.MAX_TEXTURE_SIZE ? px : original.call(this, name);
          };
          const first = WebGLRenderingContext.prototype.getParameter;
          WebGLRenderingContext.prototype.getParameter = function (name) {
            return name === this.MAX_TEXTURE_SIZE ? px : first.call(this, name);
          };
        }, maxTexturePx);
      },
    });
    const { page } = open;
    const asked = new Set<string>();
    page.on('request', (request) => {
      const [, level] =
        /fansipan-sunrise\/built\/[^/]+\/(\d+)\/\d+_\d+\.webp$/.exec(request.url()) ?? [];
      if (level) asked.add(level);
    });
    await changeDetail(page, ID, ({ image }) => ({
      image: {
        ...image,
        levels: [...image.levels.slice(0, 2), { widthPx: 16_384, cols: 32, rows: 16 }],
      },
    }));
    await page.goto(`${SUMMIT}&look=100,0,20`);
    await page.waitForSelector(`html[data-panorama="${ID}"]`, { state: 'attached' });
    expect([...asked].sort().at(-1)).toBe(finest);
    await open.close();
  });
});
