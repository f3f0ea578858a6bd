import type { Viewer } from '@photo-sphere-viewer/core';
import { GyroscopePlugin } from '@photo-sphere-viewer/gyroscope-plugin';
import { StereoPlugin } from '@photo-sphere-viewer/stereo-plugin';

export type SenseMode = 'none' | 'gyroscope' | 'stereo';

/** Following the phone: PSV's plugins, loaded when somebody asks for them. */
export interface PhoneSenses {
  start(mode: 'gyroscope' | 'stereo'): Promise<boolean>;
  stop(): void;
}

/**
 * Adds the plugins to a viewer that lives already; PSV only takes them when it is made, and does
 * nothing with them that is not done here.
 *
 * @param onChange - the mode became another
 */
export function addPhoneSenses(viewer: Viewer, onChange: (mode: SenseMode) => void): PhoneSenses {
  const plugins = Reflect.get(viewer, 'plugins') as Record<string, unknown>;
  const gyroscope = new GyroscopePlugin(viewer, { roll: true, moveMode: 'fast' });
  plugins[GyroscopePlugin.id] = gyroscope;
  gyroscope.init();
  const stereo = new StereoPlugin(viewer);
  plugins[StereoPlugin.id] = stereo;
  stereo.init();
  const tell = (): void =>
    onChange(stereo.isEnabled() ? 'stereo' : gyroscope.isEnabled() ? 'gyroscope' : 'none');
  gyroscope.addEventListener('gyroscope-updated', tell);
  stereo.addEventListener('stereo-updated', tell);
  return {
    async start(mode) {
      if (!(await gyroscope.isSupported())) return false;
      try {
        await (mode === 'stereo' ? stereo.start() : gyroscope.start());
        return true;
      } catch {
        // Not allowed by the visitor: that is an answer, not an error.
        return false;
      }
    },
    stop() {
      stereo.stop();
      gyroscope.stop();
    },
  };
}
