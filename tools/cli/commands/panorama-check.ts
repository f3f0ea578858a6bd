import { AssetError } from '#core/errors';
import { checkPanoramas } from '../../panorama/check/check-panoramas';
import type { ArcCommand } from '../arc-command';

/** `arc panorama check [ID...] [--strict]` */
export const panoramaCheckCommand: ArcCommand = {
  noun: 'panorama',
  verb: 'check',
  summary: 'look pictures and records over: seam, poles, horizon, credit, media, doubles, budgets',
  example: 'npx arc panorama check fansipan-sunrise',
  args: [{ name: 'ids...', description: 'panoramas (default: all)', isOptional: true }],
  options: [{ flags: '--strict', description: 'warnings count as faults' }],
  async run(ids, options, { rootDir, progress, print, signal }) {
    const report = await checkPanoramas(rootDir, ids, progress, signal);
    for (const { severity, panoramaId, code, expected, found, fix } of report.findings) {
      print(`${severity} ${panoramaId} ${code}: expected ${expected}, found ${found}. ${fix}`);
    }
    const { panoramas, faults, warnings } = report;
    print(`${panoramas} panoramas, ${faults} faults, ${warnings} warnings`);
    if (faults === 0 && (options['strict'] !== true || warnings === 0)) return report;
    throw new PanoramaFaultsError(report);
  },
};

/** Panoramas with faults; machines get the whole report. */
class PanoramaFaultsError extends AssetError {
  constructor(report: Awaited<ReturnType<typeof checkPanoramas>>) {
    const [first] = report.findings;
    const details = {
      expected: 'panoramas without faults',
      found: `${report.faults} faults, ${report.warnings} warnings; the first: ${first?.panoramaId} ${first?.code}`,
      fix: first?.fix ?? 'Mend them.',
      report,
    };
    super('panorama-faulty', details);
  }
}
