import { describe, expect, it } from 'vitest';
import type { ProjectError } from '#core/errors';
import { parseRecipe } from './recipe';
import { testRecipe } from './testing/test-recipe';

function faultOf(change: (recipe: Record<string, unknown>) => void): ProjectError {
  const recipe = structuredClone(testRecipe()) as unknown as Record<string, unknown>;
  change(recipe);
  try {
    parseRecipe(JSON.stringify(recipe), 'panoramas/x/recipe.json');
  } catch (error) {
    return error as ProjectError;
  }
  throw new Error('Expected the recipe to be refused.');
}

describe('parseRecipe', () => {
  it('accepts a whole recipe', () => {
    expect(parseRecipe(JSON.stringify(testRecipe()), 'x')).toEqual(testRecipe());
  });

  it('names file and JSON path of a value out of range', () => {
    const fault = faultOf((r) => {
      (r['viewpoint'] as Record<string, unknown>)['latDeg'] = 123;
    });
    expect(fault.code).toBe('recipe-invalid');
    expect(fault.details).toMatchObject({
      file: 'panoramas/x/recipe.json',
      path: '$.viewpoint.latDeg',
      found: '123',
    });
  });

  it('refuses an unknown kind of near field', () => {
    const fault = faultOf((r) => {
      r['nearField'] = { kind: 'moon' };
    });
    expect(fault.code).toBe('recipe-invalid');
    expect(fault.details.path).toBe('$.nearField.kind');
  });

  it('refuses a field it does not know', () => {
    const fault = faultOf((r) => {
      r['sparkle'] = true;
    });
    expect(fault.code).toBe('recipe-invalid');
  });

  it('refuses what is not JSON', () => {
    expect(() => parseRecipe('{', 'x')).toThrowError(
      expect.objectContaining({ code: 'recipe-invalid' }),
    );
  });
});
