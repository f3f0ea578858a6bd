import { resolve } from 'node:path';
import { UsageError } from '#core/errors';
import { DEM_FORMATS_TEXT } from '../../io/open-dem';
import { RENDER_PANORAMA_DEFAULTS, renderPanorama } from '../../panorama/render/render-panorama';
import type { ArcCommand, OptionValues } from '../arc-command';

/** `arc panorama render`: draws a panorama from its recipe and an elevation model. */
export const panoramaRenderCommand: ArcCommand = {
  noun: 'panorama',
  verb: 'render',
  summary: 'Draw a 360° picture from panoramas/<id>/recipe.json: terrain, season and hour.',
  example: 'npx arc panorama render fansipan-sunrise --width 2048 --draft --out look.webp',
  args: [{ name: 'id', description: 'panorama whose recipe is drawn' }],
  options: [
    {
      flags: '--width <px>',
      description: 'pixels across, a multiple of 128; the height is half of it',
      defaultValue: String(RENDER_PANORAMA_DEFAULTS.widthPx),
    },
    {
      flags: '--dem <path>',
      description: `elevation model instead of the sketch relief: ${DEM_FORMATS_TEXT}`,
    },
    { flags: '--out <file>', description: 'WebP to write instead of panoramas/<id>/master.webp' },
    { flags: '--draft', description: 'coarser and some four times faster, for trying a recipe' },
  ],
  async run(args, options, context) {
    const id = args[0];
    if (id === undefined) throw noId();
    const demFile = fileOption(options, 'dem', context.cwd);
    const outFile = fileOption(options, 'out', context.cwd);
    const report = await renderPanorama(context.rootDir, id, {
      widthPx: Number(options['width'] ?? RENDER_PANORAMA_DEFAULTS.widthPx),
      isDraft: options['draft'] === true,
      progress: context.progress,
      signal: context.signal,
      ...(demFile === undefined ? {} : { demFile }),
      ...(outFile === undefined ? {} : { outFile }),
    });
    const size = `${report.widthPx} x ${report.widthPx / 2}`;
    const mebibytes = (report.sizeBytes / 2 ** 20).toFixed(1);
    context.print(`${report.file}: ${size}, ${mebibytes} MiB, over ${report.elevationSource}`);
    return report;
  },
};

function fileOption(options: OptionValues, name: string, cwd: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? resolve(cwd, value) : undefined;
}

function noId(): UsageError {
  return new UsageError('usage-panorama-render', {
    expected: 'the id of a panorama',
    found: 'nothing',
    fix: 'Give it: npx arc panorama render fansipan-sunrise',
  });
}
