import { join } from 'node:path';
import { UsageError } from '#core/errors';
import { type CameraPosition, placeHeightM } from '#scene';
import { readTextIfThere } from '../../io/files';
import { nearMiss } from '../../scene/near-miss';
import { recordsOf, type SceneContent } from '../../scene/read-scene';

/** A thing in the landscape that one can see from afar. */
export interface Landmark {
  /** As the editor named it. */
  readonly name: string;
  readonly position: CameraPosition;
}

/** Finds landmarks by id: places of the scene that have a height, and summits of the sketch. */
export class Landmarks {
  readonly #known: ReadonlyMap<string, CameraPosition>;

  private constructor(known: ReadonlyMap<string, CameraPosition>) {
    this.#known = known;
  }

  static async read(rootDir: string, content: SceneContent): Promise<Landmarks> {
    const known = new Map(await sketchPoints(rootDir));
    for (const { record } of recordsOf(content, 'place')) {
      const heightOrthometricM = placeHeightM(record);
      const { lonDeg, latDeg } = record.position;
      if (heightOrthometricM !== null) known.set(record.id, { lonDeg, latDeg, heightOrthometricM });
    }
    return new Landmarks(known);
  }

  /**
   * The landmark that a text names: an id, or `lon,lat,height` in degrees and metres above the sea.
   *
   * @throws UsageError `usage-landmark`
   */
  find(text: string): Landmark {
    const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    const [lonDeg = Number.NaN, latDeg = Number.NaN, heightOrthometricM = Number.NaN] = numbers;
    const isPosition =
      numbers.length === 3 &&
      Math.abs(lonDeg) <= 180 &&
      Math.abs(latDeg) <= 90 &&
      heightOrthometricM >= -500 &&
      heightOrthometricM <= 9000;
    if (isPosition) return { name: text, position: { lonDeg, latDeg, heightOrthometricM } };
    const position = this.#known.get(text);
    if (position !== undefined) return { name: text, position };
    const meant = nearMiss(text, this.#known.keys());
    throw new UsageError('usage-landmark', {
      path: '--pair',
      expected: 'a place or summit that we know with its height, or lon,lat,height',
      found: JSON.stringify(text),
      fix:
        meant === null
          ? 'Give its position: --pair 812,640=103.7751,22.3033,3147'
          : `Did you mean ${JSON.stringify(meant)}?`,
    });
  }
}

async function sketchPoints(rootDir: string): Promise<readonly [string, CameraPosition][]> {
  const text = await readTextIfThere(join(rootDir, 'tilesets/sketch/points.json'));
  if (text === undefined) return [];
  const file: unknown = JSON.parse(text);
  const points = typeof file === 'object' && file !== null && 'points' in file ? file.points : [];
  if (!Array.isArray(points)) return [];
  return points.flatMap(({ id, lonDeg, latDeg, heightM }: Record<string, unknown>) =>
    typeof id === 'string' &&
    typeof lonDeg === 'number' &&
    typeof latDeg === 'number' &&
    typeof heightM === 'number'
      ? [[id, { lonDeg, latDeg, heightOrthometricM: heightM }] as [string, CameraPosition]]
      : [],
  );
}
