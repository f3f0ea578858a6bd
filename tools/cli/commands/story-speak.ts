import { speakStory } from '../../story/speak-story';
import { DEFAULT_ENGINE, parseEngine } from '../../story/speech-engine';
import type { ArcCommand } from '../arc-command';
import { textOption } from '../option-values';
import { sceneDirOf } from '../scene-dirs';

/** Names the engine where no flag does. */
export const ENGINE_VARIABLE = 'ARC_SPEECH_ENGINE';

/** `arc story speak ID [--engine COMMAND]` */
export const storySpeakCommand: ArcCommand = {
  noun: 'story',
  verb: 'speak',
  summary: 'read a story aloud with a speech program, and caption it; recordings win',
  example: 'npx arc story speak stone-plateau',
  args: [{ name: 'id', description: 'id of the story' }],
  options: [
    {
      flags: '--engine <command>',
      description: `speech program with {text}, {out} and {voice} (or ${ENGINE_VARIABLE}; default: ${DEFAULT_ENGINE})`,
    },
    { flags: '--scene <dir>', description: 'folder of the scene (default: scenes/northwest)' },
  ],
  async run([id = ''], options, context) {
    const command = textOption(options, 'engine') ?? process.env[ENGINE_VARIABLE] ?? DEFAULT_ENGINE;
    const engine = parseEngine(command, process.env);
    const sceneDir = sceneDirOf(textOption(options, 'scene'), context);
    const spoken = await speakStory(sceneDir, id, engine, context.progress);
    const minutes = (spoken.totalS / 60).toFixed(1);
    context.print(
      `Spoke ${spoken.spoken} narrations of ${id} as ${spoken.format}; kept ${spoken.kept}, recorded ${spoken.recorded}; ${spoken.captions} captions, ${minutes} min in ${spoken.folder}`,
    );
    if (spoken.spoken + spoken.kept > 0) {
      context.print('They are marked as synthetic, in their sidecars and in the record.');
    }
    if (spoken.format === 'wav') {
      context.print('Install opusenc (opus-tools), ffmpeg or lame for files a tenth as large.');
    }
    return spoken;
  },
};
