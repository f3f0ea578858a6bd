import { serveJobs } from '../io/worker-pool';
import { type DemMosaic, type MosaicRequest, mosaicHeights, openMosaic } from './dem-mosaic';
import { filledPosts, halvedPosts } from './halve-posts';
import { LevelPosts } from './level-posts';
import type { PostWindow } from './post-grid';
import type { PostLevel } from './post-pyramid';

/** What a thread that builds a pyramid is told once. */
export interface PyramidWorkerSetup {
  readonly request: MosaicRequest;
  readonly levels: readonly PostLevel[];
}

/** A window of a level to make: from the files, from the finer level, or its voids. */
export type PyramidJob =
  | { readonly type: 'read'; readonly window: PostWindow }
  | { readonly type: 'halve'; readonly to: number; readonly window: PostWindow }
  | { readonly type: 'fill'; readonly level: number; readonly window: PostWindow };

serveJobs(({ request, levels }: PyramidWorkerSetup) => {
  const opened = new Map<number, LevelPosts>();
  const level = (i: number): LevelPosts => {
    const posts = opened.get(i) ?? new LevelPosts(levels[i]!);
    opened.set(i, posts);
    return posts;
  };
  let mosaic: Promise<DemMosaic> | undefined;
  return async (job: PyramidJob): Promise<boolean> => {
    switch (job.type) {
      case 'read':
        mosaic ??= openMosaic(request);
        level(0).write(job.window, await mosaicHeights(await mosaic, job.window));
        return true;
      case 'halve':
        level(job.to).write(job.window, halvedPosts(level(job.to - 1), job.window));
        return true;
      case 'fill': {
        const posts = level(job.level);
        posts.write(job.window, filledPosts(posts, level(job.level + 1), job.window));
        return true;
      }
    }
  };
});
