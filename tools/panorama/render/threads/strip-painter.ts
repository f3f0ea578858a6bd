import { type CloudDome, fillDomeRows } from '../light/cloud-dome';
import { CloudMarch } from '../march/cloud-march';
import { ColumnMarch } from '../march/column-march';
import { seasonLook } from '../near/season-look';
import { FAR_M, type Tile } from '../plants/tile';
import { paintTrees } from '../plants/tree-painter';
import { TuftPainter } from '../plants/tuft-painter';
import { CloudStrip } from './cloud-strip';
import { resolveTile } from './resolve-tile';
import { SampleShader } from './sample-shader';
import { createClouds, type Scene } from './scene';
import type { World } from './world';

/** Measures of a picture. */
export interface PictureSize {
  readonly widthPx: number;
  /** Samples across one pixel where edges are: 1 or 2. */
  readonly samples: number;
  /** Pixels across one strip; a multiple of 16. */
  readonly stripPx: number;
  /** Steps of the march over the near field's own: 1 = full, more = draft. */
  readonly stepFactor: number;
  /** Rows that are painted, of half as many as the picture is wide; the others stay black. */
  readonly fromRow: number;
  readonly toRow: number;
}

/** Two samples show one thing when their distances differ by less. */
const EDGE_RATIO = 0.02;
const CLOUD_STEP_RATIO = 0.0042;

/** Paints vertical strips of the picture. One a thread. */
export class StripPainter {
  private readonly world: World;
  private readonly scene: Scene;
  private readonly size: PictureSize;
  private readonly heightPx: number;
  private readonly tile: Tile;
  private readonly march: ColumnMarch;
  private readonly shader: SampleShader;
  private readonly dome: CloudDome | undefined;
  private readonly clouds: CloudStrip | undefined;
  private readonly tufts: TuftPainter;
  /** What the middle of each pixel of the strip meets; 0 = no object. */
  private readonly objectMark: Float64Array;
  private readonly farthest: Float32Array;

  constructor(world: World, scene: Scene, size: PictureSize, dome: CloudDome | undefined) {
    this.world = world;
    this.scene = scene;
    this.size = size;
    this.heightPx = size.widthPx / 2;
    this.tile = createTile(size);
    this.objectMark = new Float64Array(size.stripPx * this.heightPx);
    this.farthest = new Float32Array(this.heightPx);
    this.dome = dome;
    this.shader = new SampleShader(world, scene, this.heightPx, dome);
    const { near, clip } = world;
    this.tufts = new TuftPainter({
      tufts: scene.tufts,
      grass: seasonLook(world.recipe.season).grass,
      daylight: this.shader.daylight,
      eye: scene.eye,
    });
    const { rows } = this.tile;
    const step = Math.min(near.stepRatio * size.stepFactor, (5.2 * Math.PI) / rows);
    const ground = {
      clip,
      eye: scene.eye,
      micro: near.micro,
      crown: near.crown,
      water: near.water,
    };
    this.march = new ColumnMarch(ground, rows, step);
    this.clouds = this.createClouds();
  }

  /** Paints rows of the clouds of the sky; before any strip. */
  paintSky(fromRow: number, toRow: number): void {
    if (this.dome) fillDomeRows(this.dome, createClouds(this.world, this.scene), fromRow, toRow);
  }

  /**
   * Paints one strip into the frame.
   *
   * @param frame - linear light of the whole picture, three numbers a pixel
   */
  paint(firstPx: number, frame: Float32Array): void {
    const { stripPx, samples } = this.size;
    this.tile.firstColumn = firstPx * samples;
    for (let px = 0; px < stripPx; px++) this.marchPixelColumn(firstPx, px);
    for (let px = 0; px < stripPx; px++) {
      for (let row = this.size.fromRow; row < this.size.toRow; row++) {
        this.paintPixel(firstPx, px, row);
      }
    }
    const { trees, sprites, eye } = this.scene;
    const { daylight, haze } = this.shader;
    paintTrees({ trees, sprites, daylight, haze, eye }, this.tile);
    this.tufts.paint(this.tile);
    resolveTile(this.tile, samples, firstPx, frame);
  }

  private createClouds(): CloudStrip | undefined {
    const { sea, clip, noise, sun } = this.world;
    if (!sea) return undefined;
    const march = new CloudMarch(
      {
        clip,
        noise,
        daylight: this.shader.daylight,
        eye: this.scene.eye,
        sunHeadingRad: sun.headingRad,
        sunPitchRad: sun.pitchRad,
      },
      this.heightPx,
      CLOUD_STEP_RATIO * this.size.stepFactor,
    );
    return new CloudStrip(march, this.size.stripPx, this.heightPx);
  }

  private headingOf(column: number): number {
    return ((column + 0.5) / this.tile.allColumns - 0.5) * 2 * Math.PI;
  }

  private pitchOf(row: number): number {
    return (0.5 - (row + 0.5) / this.tile.rows) * Math.PI;
  }

  /** Marches the sample columns of a pixel column, its clouds and its objects. */
  private marchPixelColumn(firstPx: number, px: number): void {
    const { tile, farthest } = this;
    const s = this.size.samples;
    farthest.fill(0);
    for (let a = 0; a < s; a++) {
      const i = px * s + a;
      this.march.run(this.headingOf(tile.firstColumn + i));
      const { distances } = this.march;
      for (let j = 0; j < tile.rows; j++) {
        const d = distances[j]! === 0 ? FAR_M : distances[j]!;
        tile.distance[j * tile.columns + i] = d;
        const row = Math.floor(j / s);
        farthest[row] = Math.max(farthest[row]!, d);
      }
    }
    const headingRad = ((firstPx + px + 0.5) / this.size.widthPx - 0.5) * 2 * Math.PI;
    this.clouds?.run(
      px,
      headingRad,
      farthest.map((d) => (d >= FAR_M ? 0 : d)),
    );
    for (let row = this.size.fromRow; row < this.size.toRow; row++) {
      const pitchRad = (0.5 - (row + 0.5) / this.heightPx) * Math.PI;
      const mark = this.shader.findObject(headingRad, pitchRad, farthest[row]!);
      this.objectMark[row * this.size.stripPx + px] = mark;
    }
  }

  /**
   * Shades a pixel once where it shows one thing, by samples where it holds an edge. Toward the
   * poles, where pixels crowd, one stands for its neighbours.
   */
  private paintPixel(firstPx: number, px: number, row: number): void {
    const s = this.size.samples;
    const { tile } = this;
    const first = row * s * tile.columns + px * s;
    const flat = Math.cos(((row + 0.5) / this.heightPx - 0.5) * Math.PI);
    const lead = px - (px % crowding(flat));
    if (lead !== px) {
      this.copyPixel(row * s * tile.columns + lead * s, first);
      return;
    }
    if (s === 1 || !this.isEdge(px, row)) {
      const middle = (s - 1) / 2;
      const mark = this.objectMark[row * this.size.stripPx + px]!;
      this.shade((firstPx + px) * s + middle, row * s + middle, px, row, first, mark !== 0);
      this.spread(first, s);
      return;
    }
    for (let b = 0; b < s; b++) {
      for (let a = 0; a < s; a++) {
        const o = first + b * tile.columns + a;
        this.shade((firstPx + px) * s + a, row * s + b, px, row, o, true);
      }
    }
  }

  private isEdge(px: number, row: number): boolean {
    const s = this.size.samples;
    const { tile, objectMark: marks } = this;
    const { stripPx } = this.size;
    const first = row * s * tile.columns + px * s;
    const d = tile.distance[first]!;
    for (let b = 0; b < s; b++) {
      for (let a = 0; a < s; a++) {
        const other = tile.distance[first + b * tile.columns + a]!;
        if (Math.abs(other - d) > EDGE_RATIO * d) return true;
      }
    }
    const p = row * stripPx + px;
    const mark = marks[p]!;
    return (
      (px > 0 && marks[p - 1] !== mark) ||
      (px < stripPx - 1 && marks[p + 1] !== mark) ||
      (row > 0 && marks[p - stripPx] !== mark) ||
      (row < this.heightPx - 1 && marks[p + stripPx] !== mark)
    );
  }

  private copyPixel(from: number, to: number): void {
    const { rgb, columns } = this.tile;
    const s = this.size.samples;
    for (let b = 0; b < s; b++) {
      const p = (from + b * columns) * 3;
      const q = (to + b * columns) * 3;
      for (let k = 0; k < s * 3; k++) rgb[q + k] = rgb[p + k]!;
    }
  }

  private spread(first: number, s: number): void {
    const { rgb, distance, columns } = this.tile;
    for (let b = 0; b < s; b++) {
      for (let a = 0; a < s; a++) {
        const o = first + b * columns + a;
        for (let c = 0; c < 3; c++) rgb[o * 3 + c] = rgb[first * 3 + c]!;
        distance[o] = distance[first]!;
      }
    }
  }

  private shade(
    column: number,
    row: number,
    px: number,
    pixelRow: number,
    o: number,
    mayMeetObject: boolean,
  ): void {
    const { shader, tile } = this;
    const heading = this.headingOf(column);
    const pitch = this.pitchOf(row);
    const seenM = shader.shade(heading, pitch, column, row, tile.distance[o]!, mayMeetObject);
    this.clouds?.veil(px, pixelRow, heading, pitch, seenM, shader.haze, shader.colour);
    tile.distance[o] = seenM;
    for (let c = 0; c < 3; c++) tile.rgb[o * 3 + c] = shader.colour[c]!;
  }
}

function createTile({ widthPx, stripPx, samples }: PictureSize): Tile {
  const rows = (widthPx / 2) * samples;
  const columns = stripPx * samples;
  return {
    columns,
    rows,
    allColumns: widthPx * samples,
    firstColumn: 0,
    rgb: new Float32Array(columns * rows * 3),
    distance: new Float32Array(columns * rows),
  };
}

/** Pixels that one stands for, by the cosine of their elevation. */
function crowding(flat: number): number {
  if (flat > 0.5) return 1;
  if (flat > 0.25) return 2;
  if (flat > 0.125) return 4;
  return flat > 0.0625 ? 8 : 16;
}
