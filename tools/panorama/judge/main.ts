import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT_DIR } from '../../io/root-dir';
import { type Judgement, judgePanoramas } from './judge-panoramas';
import type { PictureSpot } from './picture-measures';

/** Limits of what is shipped. */
const LIMITS = {
  skylineMedianDeg: 0.5,
  skylineP90Deg: 1.5,
  summitDeg: 0.3,
  flatShare: 0.05,
  correlation: 0.5,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    dem: { type: 'string', default: '../shared/data/dem/nwvn-fused-5s.tif' },
    'drawn-over': { type: 'string', default: '../shared/data/dem/nwvn-dted0-30s.tif' },
  },
});

const judgements = judgePanoramas(ROOT_DIR, positionals, {
  surveyFile: resolve(ROOT_DIR, values.dem),
  drawnDemFile: resolve(ROOT_DIR, values['drawn-over']),
});
for await (const judgement of judgements) console.info(textOf(judgement));

function textOf({ id, skyline, summits, flat, repetition }: Judgement): string {
  const mark = (isGood: boolean): string => (isGood ? 'ok  ' : 'OVER');
  const worst = `worst ${skyline.worst.differenceDeg.toFixed(2)}° at ${skyline.worst.headingDeg}°`;
  const isSkylineGood =
    skyline.headings === 0 ||
    (skyline.medianDeg <= LIMITS.skylineMedianDeg && skyline.p90Deg <= LIMITS.skylineP90Deg);
  const summitText =
    summits.summits === 0
      ? 'none in sight'
      : `${summits.summits}: median ${summits.medianDeg.toFixed(2)}°, worst ${summits.worstDeg.toFixed(2)}° (${summits.worstName})`;
  const isSummitGood = summits.summits === 0 || summits.worstDeg <= LIMITS.summitDeg;
  const moved = `moved by ${repetition.movedPx.join(', ')} px`;
  return [
    id,
    `  ${mark(isSkylineGood)} skyline    median ${skyline.medianDeg.toFixed(2)}°, p90 ${skyline.p90Deg.toFixed(2)}°, ${worst}, ${skyline.headings} headings; near ground before ${(skyline.coveredShare * 100).toFixed(0)} %`,
    `  ${mark(isSummitGood)} summits    ${summitText}`,
    `  ${mark(flat.share <= LIMITS.flatShare)} flat       ${(flat.share * 100).toFixed(1)} % of the ground${spotText(flat.at)}`,
    `  ${mark(repetition.correlation <= LIMITS.correlation)} repetition ${repetition.correlation.toFixed(2)}${spotText(repetition.at)}, ${moved}`,
  ].join('\n');
}

function spotText(spot: PictureSpot | null): string {
  if (spot === null) return '';
  return `, at heading ${spot.headingDeg.toFixed(0)}°, pitch ${spot.pitchDeg.toFixed(0)}°`;
}
