import type { FileIssue } from '../file-issue';
import { recordById, recordsOf } from '../read-scene';
import { type SceneRule, warning } from './rule';

/** Stories show only what visitors get to see. */
export const storyRule: SceneRule = (content) =>
  recordsOf(content, 'story').flatMap(({ file, record }) =>
    record.chapters.flatMap((chapter, at): FileIssue[] => {
      if (chapter.type !== 'panorama') return [];
      const panorama = recordById(content, 'panorama', chapter.panoramaId);
      if (panorama?.isDraft !== true) return [];
      return [
        warning(file, {
          code: 'scene-link-to-draft',
          path: `$.chapters[${at}].panoramaId`,
          expected: 'a published panorama',
          found: `${panorama.id}, a draft`,
          fix: 'Publish it, or show another one; visitors do not get to see it.',
        }),
      ];
    }),
  );
