import { createStillField } from '../still/still-field';
import type { FieldContext } from './field-context';
import { createForestField } from './forest-field';
import { createKarstField } from './karst-field';
import { createLakeField } from './lake-field';
import { createLaneField } from './lane-field';
import type { NearField, NearShared } from './near-field';
import { createPassField } from './pass-field';
import { createRidgeField } from './ridge-field';
import { createStrongpointField } from './strongpoint-field';
import { createSummitField } from './summit-field';
import { createTeaField } from './tea-field';
import { createTerraceField, prepareTerraces } from './terrace-field';

/** Computes what a near field needs once, before threads start. */
export function prepareNearField(context: FieldContext): NearShared {
  const { nearField } = context.recipe;
  return nearField.kind === 'terraces' ? prepareTerraces(context, nearField) : {};
}

/** Makes the near field of a recipe; the same on every thread. */
export function createNearField(context: FieldContext, shared: NearShared): NearField {
  const { nearField } = context.recipe;
  switch (nearField.kind) {
    case 'forest':
      return createForestField(context, nearField);
    case 'karst':
      return createKarstField(context, nearField);
    case 'lake':
      return createLakeField(context, nearField);
    case 'strongpoint':
      return createStrongpointField(context, nearField);
    case 'lane':
      return createLaneField(context, nearField);
    case 'ridge':
      return createRidgeField(context, nearField);
    case 'tea':
      return createTeaField(context, nearField);
    case 'still':
      return createStillField(context, nearField);
    case 'summit':
      return createSummitField(context, nearField);
    case 'terraces':
      return createTerraceField(context, nearField, shared);
    case 'pass':
    case 'ground':
      return createPassField(context, nearField);
    default:
      return nearField satisfies never;
  }
}
