import type { CloudDome } from '../light/cloud-dome';
import type { Grade } from '../tone/grade';
import type { Scene } from './scene';
import type { PictureSize } from './strip-painter';
import type { WorldPlan } from './world';

/** What a worker is born with. */
export interface WorkerBirth {
  readonly plan: WorldPlan;
  readonly size: PictureSize;
  /** Linear light of the whole picture. */
  readonly frame: Float32Array;
  /** Clouds of the sky; undefined on a cloudless day. */
  readonly dome: CloudDome | undefined;
  readonly picture: Uint8Array;
}

/** One piece of work; every piece writes its own part of shared memory. */
export type Job =
  | {
      readonly kind: 'fill';
      readonly level: number;
      readonly fromRow: number;
      readonly toRow: number;
    }
  | { readonly kind: 'sky'; readonly fromRow: number; readonly toRow: number }
  | { readonly kind: 'paint'; readonly firstPx: number }
  | { readonly kind: 'develop'; readonly fromRow: number; readonly toRow: number };

/** What a worker is told. */
export type WorkerMessage =
  | { readonly kind: 'scene'; readonly scene: Scene }
  | { readonly kind: 'grade'; readonly grade: Grade }
  | { readonly kind: 'job'; readonly job: Job };

/** What a worker answers. */
export type WorkerAnswer = { readonly kind: 'done' };
