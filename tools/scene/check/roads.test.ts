import { describe, expect, it } from 'vitest';
import { parseRoadGraph } from '#scene';
import { readRoadGraph } from '../read-road-graph';
import type { SceneContent } from '../read-scene';
import { roadRule } from './roads';

const node = (id: string, lonDeg: number) => ({
  id,
  kind: 'town',
  name: id,
  position: { lonDeg, latDeg: 21 },
});

const edge = (from: string, to: string, changes: object = {}) => ({
  from,
  to,
  roads: ['QL.6'],
  roadClass: 'national',
  terrain: 'mountain',
  lengthKm: 15,
  hours: { car: 0.5, motorbike: 0.5, coach: null },
  ...changes,
});

const SOURCES = [{ id: 'survey', type: 'survey', title: 'Test', surveyor: 'Test', date: '2026' }];

/** Three towns, some ten kilometres from one to the next. */
function graphOf(edges: readonly object[]) {
  const nodes = [node('moc-chau', 104), node('yen-chau', 104.1), node('son-la', 104.2)];
  return { schemaVersion: 1, id: 'northwest', nodes, edges, sources: SOURCES };
}

function faultsOf(edges: readonly object[]): string[] {
  const parsed = parseRoadGraph(graphOf(edges));
  if (!parsed.ok) throw new TypeError(JSON.stringify(parsed.error));
  const content: SceneContent = {
    sceneDir: '',
    records: [],
    addresses: [],
    issues: [],
    roads: parsed.value,
  };
  return roadRule(content).map(({ code, path }) => `${code} ${path}`);
}

const GOOD = [edge('moc-chau', 'yen-chau'), edge('yen-chau', 'son-la')];

describe('roadRule', () => {
  it('finds nothing in a good graph', () => {
    expect(faultsOf(GOOD)).toEqual([]);
  });
  it('finds a road that is shorter than the crow flies', () => {
    const edges = [
      edge('moc-chau', 'yen-chau', {
        lengthKm: 8,
        hours: { car: 0.3, motorbike: 0.3, coach: 0.3 },
      }),
      edge('yen-chau', 'son-la'),
    ];
    expect(faultsOf(edges)).toEqual(['scene-roads-length $.edges[0].lengthKm']);
  });
  it('finds hours that no driver needs or manages', () => {
    const edges = [
      edge('moc-chau', 'yen-chau', { hours: { car: 0.1, motorbike: 2, coach: null } }),
      edge('yen-chau', 'son-la'),
    ];
    expect(faultsOf(edges)).toEqual([
      'scene-roads-pace $.edges[0].hours.car',
      'scene-roads-pace $.edges[0].hours.motorbike',
    ]);
  });
  it('finds a road to nowhere and a town that no road reaches', () => {
    expect(faultsOf([edge('moc-chau', 'yen-chau'), edge('yen-chau', 'son-lo')])).toEqual([
      'scene-roads-unknown-node $.edges[1].to',
      'scene-roads-island $.nodes[2]',
    ]);
  });
  it('finds a road that is told once for each way', () => {
    expect(faultsOf([...GOOD, edge('son-la', 'yen-chau')])).toEqual([
      'scene-roads-repeat $.edges[2]',
    ]);
  });
});

describe('readRoadGraph', () => {
  it('reports every fault of form with its path', () => {
    const text = JSON.stringify(
      graphOf([edge('moc-chau', 'yen-chau', { roadClass: 'motorway', lengthKm: -1 })]),
    );
    const read = readRoadGraph(text);
    const paths = 'issues' in read ? read.issues.map(({ path }) => path) : [];
    expect(paths).toEqual(['$.edges[0].roadClass', '$.edges[0].lengthKm']);
  });
  it('says where the text stops being JSON', () => {
    const read = readRoadGraph('{"nodes": [');
    expect('issues' in read ? read.issues[0]?.path : '').toContain('line 1');
  });
});
