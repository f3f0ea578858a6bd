import { routeLengthKm } from '#core/geo/route-length';
import { foundText, ROADS_FILE, type RoadEdge, type RoadGraph, type RoadNode } from '#scene';
import type { FileIssue } from '../file-issue';
import { fault, type SceneRule } from './rule';

/** Roads are longer than the crow flies, and not by much more than this even in the mountains. */
const BEND_RATIO = { least: 0.98, most: 4 } as const;

/** Slowest and fastest mean pace by class, km/h. */
const PACES_KM_PER_H: Readonly<Record<RoadEdge['roadClass'], readonly [number, number]>> = {
  expressway: [55, 100],
  national: [20, 60],
  provincial: [14, 45],
  local: [8, 35],
};

/** Nodes are known, roads are told once, lengths and times make sense, and all hang together. */
export const roadRule: SceneRule = ({ roads }) => (roads === null ? [] : roadIssues(roads));

function roadIssues(roads: RoadGraph): FileIssue[] {
  const nodes = new Map(roads.nodes.map((node) => [node.id, node]));
  return [
    ...repeatIssues(roads),
    ...roads.edges.flatMap((edge, at) => [
      ...endIssues(nodes, edge, at),
      ...lengthIssues(nodes, edge, at),
      ...paceIssues(edge, at),
    ]),
    ...islandIssues(roads),
  ];
}

function repeatIssues({ nodes, edges }: RoadGraph): FileIssue[] {
  const ids = nodes.map(({ id }) => id);
  const pairs = edges.map(
    ({ from, to, roads }) => `${[from, to].sort().join(' ')} ${roads.join()}`,
  );
  return [
    ...repeated(ids).map((at) =>
      twice(`$.nodes[${at}].id`, 'an id that no other node has', ids[at]),
    ),
    ...repeated(pairs).map((at) =>
      twice(`$.edges[${at}]`, 'a road told once, for both ways', pairs[at]),
    ),
  ];
}

function repeated(texts: readonly string[]): number[] {
  return texts.flatMap((text, at) => (texts.indexOf(text) === at ? [] : [at]));
}

function twice(path: string, expected: string, found: string | undefined): FileIssue {
  return fault(ROADS_FILE, {
    code: 'scene-roads-repeat',
    path,
    expected,
    found: foundText(found),
    fix: 'Leave one of the two out.',
  });
}

type Nodes = ReadonlyMap<string, RoadNode>;

function endIssues(nodes: Nodes, edge: RoadEdge, at: number): FileIssue[] {
  return (['from', 'to'] as const).flatMap((end) =>
    nodes.has(edge[end])
      ? []
      : [
          fault(ROADS_FILE, {
            code: 'scene-roads-unknown-node',
            path: `$.edges[${at}].${end}`,
            expected: 'the id of a node',
            found: foundText(edge[end]),
            fix: 'Add the node, or write the id of one that is there.',
          }),
        ],
  );
}

function lengthIssues(nodes: Nodes, { from, to, lengthKm }: RoadEdge, at: number): FileIssue[] {
  const [start, end] = [nodes.get(from)?.position, nodes.get(to)?.position];
  if (start === undefined || end === undefined) return [];
  const crowKm = routeLengthKm([
    [start.lonDeg, start.latDeg],
    [end.lonDeg, end.latDeg],
  ]);
  const [leastKm, mostKm] = [BEND_RATIO.least * crowKm - 1, BEND_RATIO.most * crowKm + 1];
  if (lengthKm >= leastKm && lengthKm <= mostKm) return [];
  return [
    fault(ROADS_FILE, {
      code: 'scene-roads-length',
      path: `$.edges[${at}].lengthKm`,
      expected: `${leastKm.toFixed(0)} to ${mostKm.toFixed(0)} km, for ${crowKm.toFixed(0)} km as the crow flies`,
      found: `${lengthKm} km`,
      fix: 'Measure the road again, or mend the positions of its ends.',
    }),
  ];
}

function paceIssues({ lengthKm, hours, roadClass }: RoadEdge, at: number): FileIssue[] {
  const [slowest, fastest] = PACES_KM_PER_H[roadClass];
  // Tenths of an hour are coarse on short roads.
  const [leastH, mostH] = [lengthKm / fastest - 0.1, lengthKm / slowest + 0.1];
  return Object.entries(hours).flatMap(([vehicle, told]) =>
    told === null || (told >= leastH && told <= mostH)
      ? []
      : [
          fault(ROADS_FILE, {
            code: 'scene-roads-pace',
            path: `$.edges[${at}].hours.${vehicle}`,
            expected: `${leastH.toFixed(1)} to ${mostH.toFixed(1)} h for ${lengthKm} km of this class`,
            found: `${told} h`,
            fix: 'Give the hours at the wheel, by day and in dry weather.',
          }),
        ],
  );
}

/** Every node can be reached from the first, in a car. */
function islandIssues({ nodes, edges }: RoadGraph): FileIssue[] {
  const first = nodes[0];
  if (first === undefined) return [];
  const reached = new Set([first.id]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of edges) {
      if (reached.has(from)) reached.add(to);
      else if (reached.has(to)) reached.add(from);
    }
  }
  return nodes.flatMap(({ id }, at) =>
    reached.has(id)
      ? []
      : [
          fault(ROADS_FILE, {
            code: 'scene-roads-island',
            path: `$.nodes[${at}]`,
            expected: `a way by road to ${first.id}`,
            found: `none from ${id}`,
            fix: 'Add the road that leads there, or leave the node out.',
          }),
        ],
  );
}
