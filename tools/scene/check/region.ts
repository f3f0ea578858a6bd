import { knownOrNull, type Scene } from '#scene';
import type { FileIssue } from '../file-issue';
import { recordsOf, type SceneContent } from '../read-scene';
import { fault, type SceneRule } from './rule';

interface LonLat {
  readonly lonDeg: number;
  readonly latDeg: number;
}

/** Places, panoramas and stations lie inside the region; gateways and far ends of routes need not. */
export const regionRule: SceneRule = (content) => {
  const scene = recordsOf(content, 'scene')[0]?.record;
  if (scene === undefined) return [];
  return positionsOf(content).flatMap(({ file, path, position }) =>
    isInside(scene.regionBoxDeg, position) ? [] : [outside(file, path, position, scene)],
  );
};

function positionsOf(content: SceneContent) {
  return [
    ...recordsOf(content, 'place').map(({ file, record }) => ({
      file,
      path: '$.position',
      position: record.position,
    })),
    ...recordsOf(content, 'panorama').flatMap(({ file, record: { position } }) =>
      position === undefined ? [] : [{ file, path: '$.position', position }],
    ),
    ...recordsOf(content, 'climate').flatMap(({ file, record }) => {
      const station = knownOrNull(record.station);
      return station === null
        ? []
        : [{ file, path: '$.station.position', position: station.position }];
    }),
  ];
}

/** Whether a point lies in a box, its edges included; the box may cross the antimeridian. */
export function isInside(box: Scene['regionBoxDeg'], { lonDeg, latDeg }: LonLat): boolean {
  if (latDeg < box.southDeg || latDeg > box.northDeg) return false;
  return box.westDeg <= box.eastDeg
    ? lonDeg >= box.westDeg && lonDeg <= box.eastDeg
    : lonDeg >= box.westDeg || lonDeg <= box.eastDeg;
}

function outside(file: string, path: string, { lonDeg, latDeg }: LonLat, scene: Scene): FileIssue {
  const { westDeg, southDeg, eastDeg, northDeg } = scene.regionBoxDeg;
  const isSwapped = isInside(scene.regionBoxDeg, { lonDeg: latDeg, latDeg: lonDeg });
  return fault(file, {
    code: 'scene-outside-region',
    path,
    expected: `longitude ${westDeg} to ${eastDeg}, latitude ${southDeg} to ${northDeg}`,
    found: `longitude ${lonDeg}, latitude ${latDeg}`,
    fix: isSwapped ? 'Swap longitude and latitude.' : 'Mend the position.',
  });
}
