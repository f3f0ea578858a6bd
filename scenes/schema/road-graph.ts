import { z } from 'zod';
import { err, ok, type Result } from '#core/result';
import type { DeepReadonly } from './deep-readonly';
import { groundPositionSchema } from './geography';
import { roadRefSchema } from './leg';
import { recordHeader } from './record-header';
import { recordIdSchema } from './record-id';
import { issuesFromZod, type SceneIssue } from './scene-issue';
import { sourcesSchema } from './source';
import { nameTextSchema, proseTextSchema } from './text';

/** What a node of the road graph is. */
export const ROAD_NODE_KINDS = ['town', 'junction', 'pass', 'border-gate', 'ferry'] as const;

/** Classes of roads, the quickest first. */
export const ROAD_CLASSES = ['expressway', 'national', 'provincial', 'local'] as const;

/** What one drives through: it decides the pace. */
export const ROAD_TERRAINS = ['plain', 'hills', 'mountain'] as const;

/** Where roads meet or one may stop: a town, a junction, a pass. */
export const roadNodeSchema = z.strictObject({
  id: recordIdSchema,
  kind: z.enum(ROAD_NODE_KINDS),
  /** Its Vietnamese name; names of places are not translated. */
  name: nameTextSchema,
  position: groundPositionSchema,
});

const drivingHoursSchema = z.number().positive().max(48);

/** A road between two nodes, travelled both ways. */
export const roadEdgeSchema = z.strictObject({
  from: recordIdSchema,
  to: recordIdSchema,
  /** Numbers in the order in which one meets them from `from`; empty where it has none we know. */
  roads: z.array(roadRefSchema),
  roadClass: z.enum(ROAD_CLASSES),
  terrain: z.enum(ROAD_TERRAINS),
  /** Kilometres with all bends. */
  lengthKm: z.number().positive().max(600),
  /** True where the length was estimated, not measured along a road. */
  isApproximate: z.boolean().exactOptional(),
  /** Honest hours at the wheel by day in dry weather, without stops; null where one may not or cannot. */
  hours: z.strictObject({
    car: drivingHoursSchema,
    motorbike: drivingHoursSchema.nullable(),
    coach: drivingHoursSchema.nullable(),
  }),
  note: proseTextSchema.exactOptional(),
});

/** The roads of a scene as a graph: `roads.json` beside `scene.json`. */
export const roadGraphSchema = z.strictObject({
  ...recordHeader,
  nodes: z.array(roadNodeSchema).min(2),
  edges: z.array(roadEdgeSchema).min(1),
  sources: sourcesSchema,
});

/** What one drives. */
export type Vehicle = 'car' | 'motorbike' | 'coach';
export type RoadNode = DeepReadonly<z.output<typeof roadNodeSchema>>;
export type RoadEdge = DeepReadonly<z.output<typeof roadEdgeSchema>>;
export type RoadGraph = DeepReadonly<z.output<typeof roadGraphSchema>>;

/** Name of the file of the road graph. */
export const ROADS_FILE = 'roads.json';

/**
 * Reads an authored road graph.
 *
 * @param json - what stands in the file, already read as JSON
 * @returns the graph, or every fault at once
 */
export function parseRoadGraph(json: unknown): Result<RoadGraph, SceneIssue[]> {
  const parsed = roadGraphSchema.safeParse(json);
  return parsed.success ? ok(parsed.data) : err(issuesFromZod(parsed.error.issues, json));
}
