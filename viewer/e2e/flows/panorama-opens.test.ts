import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  globeSettled,
  LEAN,
  livingContexts,
  openPage,
  panoramaSettled,
  startBrowser,
  stopBrowser,
} from '../open-page';

const baseUrl = inject('baseUrl');
const IS_LONG = process.env['LONG'] === '1';
const OPENS = IS_LONG ? 1000 : 20;
const IDS = ['fansipan-sunrise', 'fansipan-west', 'pha-din-valley', 'mam-xoi-ripe-rice'];
const MIB = 1024 * 1024;

beforeAll(startBrowser);
afterAll(stopBrowser);

/** Opens a panorama as the browser's history does. */
async function openByHistory(page: Page, id: string): Promise<void> {
  await page.evaluate((panorama) => {
    const query = new URLSearchParams(location.search);
    query.set('panorama', panorama);
    query.delete('look');
    history.pushState(null, '', `?${query}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, id);
  await panoramaSettled(page, id);
}

interface HeapMib {
  /** Everything that is in use. */
  readonly used: number;
  /** Without what the engine compiled: code that runs often is compiled again, and better. */
  readonly data: number;
}

async function heapMib(session: CDPSession): Promise<HeapMib> {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const parts: string[] = [];
  const take = ({ chunk }: { chunk: string }): void => void parts.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot');
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  return { used: usedSize / MIB, data: dataBytes(JSON.parse(parts.join('')) as Snapshot) / MIB };
}

function describeGrowth(before: HeapMib, after: HeapMib): string {
  const [data, used] = (['data', 'used'] as const).map(
    (part) => `${part} ${before[part].toFixed(2)} to ${after[part].toFixed(2)} MiB`,
  );
  return `${data}, ${used}`;
}

/** A heap snapshot of DevTools, as far as it is read here. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[]];
    };
  };
  readonly nodes: readonly number[];
}

/** Bytes of the page's own objects: neither compiled code nor what the browser keeps beside them. */
function dataBytes({ snapshot, nodes }: Snapshot): number {
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [typeAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const left = new Set(['code', 'native'].map((type) => types[0].indexOf(type)));
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (!left.has(nodes[at + typeAt] ?? -1)) bytes += nodes[at + sizeAt] ?? 0;
  }
  return bytes;
}

describe('opening panoramas in one page', () => {
  it(
    'keeps the heap and the number of contexts',
    async () => {
      const open = await openPage(`${baseUrl}?${LEAN}`);
      const { page } = open;
      await globeSettled(page);
      const session = await page.context().newCDPSession(page);
      await session.send('Runtime.enable');
      // PSV keeps the pictures of the last ten minutes up to a number: full after some opens.
      for (let i = 0; i < 12; i++) await openByHistory(page, IDS[i % IDS.length] ?? '');
      const before = await heapMib(session);
      let after = before;
      for (let opens = 1; opens <= OPENS; opens++) {
        await openByHistory(page, IDS[opens % IDS.length] ?? '');
        if (opens % (OPENS / 4) > 0) continue;
        after = await heapMib(session);
        console.log(`${opens} opens: ${describeGrowth(before, after)}`);
      }
      expect(after.data / before.data).toBeLessThan(1.02);
      expect(await livingContexts(page)).toBe(2);
      expect(open.complaints).toEqual([]);
      await open.close();
    },
    IS_LONG ? 3_600_000 : 180_000,
  );
});
