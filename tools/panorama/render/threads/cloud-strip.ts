import type { HazeView } from '../light/haze-view';
import type { CloudMarch } from '../march/cloud-march';

/** The cloud sea before the pixels of one strip. */
export class CloudStrip {
  private readonly clouds: CloudMarch;
  private readonly stripPx: number;
  private readonly heightPx: number;
  private readonly through: Float32Array;
  private readonly light: Float32Array;
  private readonly distance: Float32Array;

  constructor(clouds: CloudMarch, stripPx: number, heightPx: number) {
    this.clouds = clouds;
    this.stripPx = stripPx;
    this.heightPx = heightPx;
    this.through = new Float32Array(stripPx * heightPx);
    this.light = new Float32Array(stripPx * heightPx * 3);
    this.distance = new Float32Array(stripPx * heightPx);
  }

  /**
   * Marches one pixel column.
   *
   * @param groundM - horizontal distance of the farthest ground in each row, 0 = sky
   */
  run(px: number, headingRad: number, groundM: Float32Array): void {
    const { clouds } = this;
    clouds.run(headingRad, groundM);
    for (let row = 0; row < this.heightPx; row++) {
      const p = row * this.stripPx + px;
      const weight = clouds.weight[row]!;
      this.through[p] = clouds.through[row]!;
      this.distance[p] = weight > 0 ? clouds.distance[row]! / weight : 0;
      for (let c = 0; c < 3; c++) this.light[p * 3 + c] = clouds.light[row * 3 + c]!;
    }
  }

  /**
   * Puts the cloud before a colour, if it is nearer.
   *
   * @param seenM - horizontal distance of what the colour is of
   */
  veil(
    px: number,
    row: number,
    headingRad: number,
    pitchRad: number,
    seenM: number,
    haze: HazeView,
    colour: Float64Array,
  ): void {
    const p = row * this.stripPx + px;
    const cloudM = this.distance[p]!;
    if (cloudM <= 0 || cloudM >= seenM) return;
    const share = 1 - this.through[p]!;
    const air = haze.look(pitchRad, headingRad, cloudM, 0, 0, 1e4);
    for (let c = 0; c < 3; c++) {
      colour[c] = colour[c]! * (1 - share) + this.light[p * 3 + c]! * air[3 + c]! + air[c]! * share;
    }
  }
}
