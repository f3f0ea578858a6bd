import type { Noise } from '../maths/noise';
import { type AirMedium, henyeyGreenstein, SUN_IRRADIANCE } from './air-medium';
import { type AmbientCube, azimuthBetween } from './ambient';
import type { CumulusField } from './cumulus-field';
import { CumulusMarch, layerDistance } from './cumulus-march';
import { altocumulusAt, cirrusAt, type SheetPoint } from './high-clouds';
import { AIR_REACH_M, airBefore, type SkyTables } from './sky-tables';

/** What clouds are drawn from. */
export interface CloudSource {
  readonly noise: Noise;
  readonly air: AirMedium;
  readonly tables: SkyTables;
  readonly ambient: AmbientCube;
  readonly eyeHeightM: number;
  readonly sunHeadingRad: number;
  readonly sunPitchRad: number;
  readonly cirrusRatio: number;
  readonly altocumulusRatio: number;
  readonly cumulus: CumulusField | undefined;
}

const CIRRUS_HEIGHT_M = 9200;
const ALTOCUMULUS_OVER_EYE_M = 3300;

/** Light of all clouds along one sight line, with the air before them. One a thread. */
export class CloudLayers {
  /** Light added (3) and share of the clear sky that gets through. */
  readonly seen = new Float64Array(4);
  private readonly source: CloudSource;
  private readonly cumulus: CumulusMarch | undefined;
  private readonly sunLight = new Float64Array(3);
  private readonly between = new Float64Array(6);
  private readonly own = new Float64Array(3);
  private readonly sheet: SheetPoint = { share: 0, lit: 1 };
  private readonly sunSine: number;

  constructor(source: CloudSource) {
    this.source = source;
    const { sunPitchRad, sunHeadingRad, cumulus, noise } = source;
    this.sunSine = Math.sin(sunPitchRad);
    const flat = Math.cos(sunPitchRad);
    const sun = {
      x: flat * Math.sin(sunHeadingRad),
      y: flat * Math.cos(sunHeadingRad),
      z: this.sunSine,
    };
    this.cumulus = cumulus && new CumulusMarch(cumulus, noise, sun);
  }

  /**
   * Gathers from the lowest layer up; the answer is in `seen`.
   *
   * @param footprintRad - angle that one sample covers
   */
  look(pitchRad: number, headingRad: number, footprintRad: number): Float64Array {
    const { source, seen } = this;
    seen.fill(0);
    seen[3] = 1;
    const flat = Math.cos(pitchRad);
    const cosine =
      flat * Math.cos(headingRad - source.sunHeadingRad) * Math.cos(source.sunPitchRad) +
      Math.sin(pitchRad) * this.sunSine;
    if (this.cumulus) this.addCumulus(this.cumulus, pitchRad, headingRad, cosine, footprintRad);
    if (source.altocumulusRatio > 0) this.addAltocumulus(pitchRad, headingRad, cosine);
    if (source.cirrusRatio > 0) this.addCirrus(pitchRad, headingRad, cosine);
    return seen;
  }

  /** Puts a layer behind what is gathered already. */
  private put(share: number, pitchRad: number, fromSun: number, distanceM: number): void {
    const { seen, own, between } = this;
    airBefore(
      this.source.tables,
      pitchRad,
      fromSun,
      Math.min(distanceM, AIR_REACH_M * 0.98),
      between,
    );
    const through = seen[3]!;
    for (let c = 0; c < 3; c++) {
      seen[c]! += through * share * (own[c]! * between[3 + c]! + between[c]!);
    }
    seen[3] = through * (1 - share);
  }

  private addCumulus(
    march: CumulusMarch,
    pitchRad: number,
    headingRad: number,
    cosine: number,
    footprintRad: number,
  ): void {
    const { eyeHeightM, air, ambient, sunHeadingRad, cumulus } = this.source;
    const sight = march.walk(eyeHeightM, pitchRad, headingRad, cosine, footprintRad);
    const share = 1 - sight.through;
    if (share < 0.003) return;
    const fromSun = azimuthBetween(headingRad, sunHeadingRad);
    const rise = (sight.distanceM / 6.4e6) * Math.cos(fromSun);
    air.sunShare((cumulus?.baseM ?? 0) + 300, this.sunSine + rise, this.sunLight);
    for (let c = 0; c < 3; c++) {
      const sun = SUN_IRRADIANCE[c]! * this.sunLight[c]! * sight.sun * 0.105;
      const sky = ambient[c]! * sight.above * 0.15 + ambient[3 + c]! * sight.below * 0.13;
      this.own[c] = (sun + sky) / share;
    }
    this.put(share, pitchRad, fromSun, sight.distanceM);
  }

  private addAltocumulus(pitchRad: number, headingRad: number, cosine: number): void {
    const { noise, altocumulusRatio, sunHeadingRad } = this.source;
    const t = layerDistance(pitchRad, ALTOCUMULUS_OVER_EYE_M);
    const flatKm = (t * Math.cos(pitchRad)) / 1000;
    const point = altocumulusAt(
      noise,
      Math.sin(headingRad) * flatKm,
      Math.cos(headingRad) * flatKm,
      altocumulusRatio,
      Math.sin(sunHeadingRad),
      Math.cos(sunHeadingRad),
      this.sheet,
    );
    const forward = 4 * Math.PI * henyeyGreenstein(0.66, cosine);
    this.putSheet(
      point,
      pitchRad,
      headingRad,
      t,
      this.source.eyeHeightM + ALTOCUMULUS_OVER_EYE_M,
      0.062 + 0.03 * forward * (1 - 0.6 * point.share),
      140_000,
    );
  }

  private addCirrus(pitchRad: number, headingRad: number, cosine: number): void {
    const { noise, cirrusRatio, eyeHeightM } = this.source;
    const t = layerDistance(pitchRad, CIRRUS_HEIGHT_M - eyeHeightM);
    const flatKm = (t * Math.cos(pitchRad)) / 1000;
    const point = cirrusAt(
      noise,
      Math.sin(headingRad) * flatKm,
      Math.cos(headingRad) * flatKm,
      cirrusRatio,
      this.sheet,
    );
    const light = 0.05 + 0.026 * 4 * Math.PI * henyeyGreenstein(0.7, cosine);
    this.putSheet(point, pitchRad, headingRad, t, CIRRUS_HEIGHT_M, light, 260_000);
  }

  private putSheet(
    point: SheetPoint,
    pitchRad: number,
    headingRad: number,
    distanceM: number,
    heightM: number,
    light: number,
    fadeM: number,
  ): void {
    const { air, ambient, sunHeadingRad } = this.source;
    const share = point.share * Math.exp(-distanceM / fadeM);
    if (share < 0.002) return;
    const fromSun = azimuthBetween(headingRad, sunHeadingRad);
    const rise = (distanceM / 6.4e6) * Math.cos(pitchRad) * Math.cos(fromSun);
    air.sunShare(heightM, this.sunSine + rise, this.sunLight);
    for (let c = 0; c < 3; c++) {
      this.own[c] = SUN_IRRADIANCE[c]! * this.sunLight[c]! * light * point.lit + ambient[c]! * 0.13;
    }
    this.put(share, pitchRad, fromSun, distanceM);
  }
}
