import { UsageError } from '#core/errors';
import {
  type CalibrationOutcome,
  calibratePanorama,
  type PixelPair,
} from '../../panorama/calibrate/calibrate-panorama';
import type { ArcCommand, CommandContext } from '../arc-command';

/** `arc panorama calibrate ID --pair X,Y=LANDMARK --pair ... [--write]` */
export const panoramaCalibrateCommand: ArcCommand = {
  noun: 'panorama',
  verb: 'calibrate',
  summary: 'find heading, pitch and roll from things that can be seen in the picture',
  example:
    'npx arc panorama calibrate sa-pa-1 --pair 812,640=fansipan --pair 3010,655=103.6039,22.4229,3049 --write',
  args: [{ name: 'id', description: 'panorama to calibrate' }],
  options: [
    {
      flags: '--pair <x,y=what>',
      description:
        'a pixel of the master picture, and the place, summit or lon,lat,height it shows; two or more',
      isRepeatable: true,
    },
    { flags: '--write', description: 'write the pose into the record' },
  ],
  async run([id = ''], options, { rootDir, print }) {
    const given = options['pair'];
    const pairs = (Array.isArray(given) ? given : []).map((text) => pairOf(String(text)));
    const outcome = await calibratePanorama(rootDir, id, pairs, {
      canWrite: options['write'] === true,
    });
    tell(outcome, print);
    return outcome;
  },
};

function tell(outcome: CalibrationOutcome, print: CommandContext['print']): void {
  const { pose, poseBefore, pairs, rmsDeg, worstDeg } = outcome;
  for (const pair of pairs) {
    const where = `${pair.headingDeg.toFixed(2)}°, ${signed(pair.pitchDeg)}°`;
    const far = `${(pair.distanceM / 1000).toFixed(1)} km`;
    const off = `off by ${pair.residualDeg.toFixed(2)}° (${pair.residualPx.toFixed(1)} px)`;
    print(`${pair.xPx},${pair.yPx} = ${pair.landmark}: ${where}, ${far}, ${off}`);
  }
  print(`Off by ${rmsDeg.toFixed(2)}° in all (root mean square), ${worstDeg.toFixed(2)}° at worst`);
  if (poseBefore !== null) print(`Pose before: ${poseText(poseBefore)}`);
  print(`Pose: ${poseText(pose)}`);
  print(
    outcome.isWritten
      ? `Written into ${outcome.recordFile}`
      : 'Not written: add --write where the numbers are good.',
  );
}

function poseText({ headingDeg, pitchDeg, rollDeg }: CalibrationOutcome['pose']): string {
  return `heading ${headingDeg}°, pitch ${pitchDeg}°, roll ${rollDeg}°`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

function pairOf(text: string): PixelPair {
  const [, x, y, landmark] = /^\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*=\s*(\S.*?)\s*$/.exec(text) ?? [];
  const xPx = Number(x);
  const yPx = Number(y);
  if (landmark !== undefined && Number.isFinite(xPx) && Number.isFinite(yPx)) {
    return { xPx, yPx, landmark };
  }
  throw new UsageError('usage-pair', {
    path: '--pair',
    expected: 'two numbers of pixels, "=", and a landmark',
    found: JSON.stringify(text),
    fix: 'Write for example --pair 812,640=fansipan.',
  });
}
