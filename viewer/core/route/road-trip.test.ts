import { describe, expect, it } from 'vitest';
import { nearestNode, quickestTrip, type TripGraph } from './road-trip';

const at = (id: string, lonDeg: number) => ({ id, position: { lonDeg, latDeg: 21 } });
const road = (
  from: string,
  to: string,
  lengthKm: number,
  car: number,
  motorbike: number | null,
) => ({
  from,
  to,
  lengthKm,
  hours: { car, motorbike, coach: null },
});

const GRAPH: TripGraph = {
  nodes: [at('ha-noi', 105.85), at('yen-bai', 104.87), at('lao-cai', 103.97)],
  edges: [
    road('ha-noi', 'yen-bai', 160, 2, null),
    road('ha-noi', 'yen-bai', 150, 3.5, 4),
    road('lao-cai', 'yen-bai', 130, 1.7, 3.5),
  ],
};

describe('quickestTrip', () => {
  it('takes the quicker of two roads, and roads against the way they are written', () => {
    expect(quickestTrip(GRAPH, 'ha-noi', 'lao-cai', 'car')).toEqual({
      hours: 3.7,
      lengthKm: 290,
      nodeIds: ['ha-noi', 'yen-bai', 'lao-cai'],
      edges: [GRAPH.edges[0], GRAPH.edges[2]],
    });
  });
  it('keeps motorbikes off roads that are closed to them', () => {
    expect(quickestTrip(GRAPH, 'ha-noi', 'lao-cai', 'motorbike')?.lengthKm).toBe(280);
  });
  it('takes as long back as there', () => {
    const there = quickestTrip(GRAPH, 'ha-noi', 'lao-cai', 'motorbike');
    const back = quickestTrip(GRAPH, 'lao-cai', 'ha-noi', 'motorbike');
    expect(back?.hours).toBe(there?.hours);
  });
  it('is null where the vehicle cannot get there', () => {
    expect(quickestTrip(GRAPH, 'ha-noi', 'lao-cai', 'coach')).toBeNull();
  });
});

describe('nearestNode', () => {
  it('finds the nearest node and how far it is', () => {
    const nearest = nearestNode(GRAPH.nodes, { lonDeg: 104.8, latDeg: 21 });
    expect(nearest?.node.id).toBe('yen-bai');
    expect(nearest?.awayKm).toBeCloseTo(7.27, 1);
  });
  it('is null without nodes', () => {
    expect(nearestNode([], { lonDeg: 104, latDeg: 21 })).toBeNull();
  });
});
