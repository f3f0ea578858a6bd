import { describe, expect, it } from 'vitest';
import { panoramaJson } from '../../tools/scene/testing/scene-fixture';
import { isPublishable, PUBLISHING_FIELDS } from './panorama';
import { parseRecord } from './parse-record';

describe('panoramaSchema', () => {
  it.each(PUBLISHING_FIELDS)('publishes nothing without %s', (field) => {
    const { [field]: _, ...json } = panoramaJson('east');
    const parsed = parseRecord('panorama', json);
    expect(parsed).toMatchObject({
      ok: false,
      error: [{ code: 'scene-draft-needed', path: `$.${field}` }],
    });
  });

  it.each(PUBLISHING_FIELDS)('lets a draft lack %s, and says that it cannot be shown', (field) => {
    const { [field]: _, ...json } = panoramaJson('east', { isDraft: true });
    const parsed = parseRecord('panorama', json);
    expect(parsed.ok && isPublishable(parsed.value)).toBe(false);
    expect(parsed.ok).toBe(true);
  });

  it('tells that a complete draft can be shown to its editor', () => {
    const parsed = parseRecord('panorama', panoramaJson('east', { isDraft: true }));
    expect(parsed.ok && isPublishable(parsed.value)).toBe(true);
  });
});
