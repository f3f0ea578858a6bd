import { encodeWebp } from '../../../io/picture';
import type { Progress } from '../../../io/progress';
import type { HeightPosts } from '../land/land-heights';
import { DRAFT_CARE, type PaintCare, paintLight } from '../paint-picture';
import type { Recipe } from '../recipe';
import { perspective, STILL_SIZE, type StillCamera, windowOf } from './still-camera';
import { developStill } from './still-tone';

export interface PaintStillOptions {
  readonly workerCount: number;
  readonly isDraft?: boolean;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

/** A card's picture must come quickly over a slow line. */
export const STILL_LIMIT_BYTES = 120_000;
/** Two samples for three pixels of a view of 60 degrees: what 120 KB can hold. */
const PANORAMA_PX = 4352;
const STILL_CARE: PaintCare = { samples: 2, gridFactor: 1, stepFactor: 1.3 };
const DRAFT_PANORAMA_PX = 3200;
const QUALITIES = [82, 78, 74, 70, 66, 62, 58, 54, 50, 44, 38, 32];

/** Paints what a camera sees of a recipe's land: sRGB, 1200 x 800. Same input, same pixels. */
export async function paintStill(
  recipe: Recipe,
  camera: StillCamera,
  field: HeightPosts,
  { isDraft = false, ...options }: PaintStillOptions,
): Promise<Uint8Array> {
  const widthPx = isDraft ? DRAFT_PANORAMA_PX : PANORAMA_PX;
  const care = isDraft ? DRAFT_CARE : STILL_CARE;
  const window = windowOf(camera, widthPx);
  const painted = await paintLight(recipe, field, { ...options, widthPx, care }, window);
  return developStill(perspective(painted, camera), recipe.exposureEv);
}

/** The best WebP that holds the limit. */
export async function encodeStill(rgb: Uint8Array): Promise<Buffer> {
  const picture = { data: rgb, ...STILL_SIZE, channels: 3 as const };
  let bytes: Buffer = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    bytes = await encodeWebp(picture, { quality, effort: 5 });
    if (bytes.length <= STILL_LIMIT_BYTES) return bytes;
  }
  return bytes;
}
