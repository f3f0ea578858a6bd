import type { FileIssue } from '../file-issue';
import { recordsOf } from '../read-scene';
import { type SceneRule, warning } from './rule';

/** Gateways that no route reaches, where routes lead to gateways at all: nobody would find them. */
export const orphanRule: SceneRule = (content) => {
  const stops = recordsOf(content, 'route').flatMap(({ record }) => record.stops);
  const used = new Set(stops.flatMap((stop) => (stop.type === 'gateway' ? stop.gatewayId : [])));
  if (used.size === 0) return [];
  return recordsOf(content, 'gateway').flatMap(({ file, record }): FileIssue[] =>
    used.has(record.id)
      ? []
      : [
          warning(file, {
            code: 'scene-orphan',
            path: '$.id',
            expected: 'a route that begins, stops or ends there',
            found: 'none',
            fix: 'Add it to the stops of a route, or delete the gateway.',
          }),
        ],
  );
};
