import type { Viewer } from '@photo-sphere-viewer/core';
import { Group, Mesh, MeshBasicMaterial, Quaternion, Shape, ShapeGeometry, Vector3 } from 'three';
import { radFromDeg } from '#core/geo/angles';
import { type PanoramaPose, yawFromHeading } from '#core/panorama/pose';
import type { PanoramaSpot } from '../panorama-port';

/** Height of the eye over the ground in units of PSV's sphere (radius 10). */
const EYE_UNITS = 1.5;
/** Half width of an arrow in heights of the eye. */
const HALF_WIDTH_EYES = 0.4;
/** Over both the picture (0) and its tiles (1). */
const SHADOW_ORDER = 10;

interface DrawnArrow {
  readonly group: Group;
  readonly face: MeshBasicMaterial;
}

/** Arrows of the links, drawn in the scene itself: they lie on the ground and turn with it. */
export interface LinkArrows {
  set(spots: readonly PanoramaSpot[], pose: PanoramaPose): void;
  /** Raises the arrow that is pointed at; null for none. */
  emphasise(spotId: string | null): void;
  setVisible(isVisible: boolean): void;
  clear(): void;
}

/** Makes the arrows of a viewer. */
export function createLinkArrows(viewer: Viewer): LinkArrows {
  const layer = new Group();
  viewer.renderer.addObject(layer);
  const colours = readColours(viewer.container);
  let drawn = new Map<string, DrawnArrow>();
  const clear = (): void => {
    for (const { group } of drawn.values()) disposeGroup(group);
    layer.clear();
    drawn = new Map();
    viewer.needsUpdate();
  };
  return {
    clear,
    set(spots, pose) {
      clear();
      for (const { id, arrow } of spots) {
        if (!arrow) continue;
        const made = newArrow(colours);
        const yawRad = yawFromHeading(arrow.headingDeg, pose);
        const distance = arrow.distanceEyes * EYE_UNITS;
        made.group.position.copy(
          vectorOf(yawRad, radFromDeg(arrow.pitchDeg)).multiplyScalar(distance),
        );
        made.group.quaternion.copy(turnOf(yawRad, radFromDeg(arrow.slopeDeg)));
        layer.add(made.group);
        drawn.set(id, made);
      }
    },
    emphasise(spotId) {
      for (const [id, { group, face }] of drawn) {
        const isChosen = id === spotId;
        group.scale.setScalar(isChosen ? 1.18 : 1);
        setColour(face, isChosen ? colours.lit : colours.face);
      }
      viewer.needsUpdate();
    },
    setVisible(isVisible) {
      layer.visible = isVisible;
    },
  };
}

type Rgb = readonly [red: number, green: number, blue: number];

interface ArrowColours {
  readonly face: Rgb;
  readonly lit: Rgb;
  readonly edge: Rgb;
}

/** The page's own colours; white and black where a page has none of our styles. */
function readColours(element: HTMLElement): ArrowColours {
  const style = getComputedStyle(element);
  const read = (name: string, otherwise: Rgb): Rgb => {
    const [, hex] = /^\s*#([0-9a-f]{6})\s*$/i.exec(style.getPropertyValue(name)) ?? [];
    if (!hex) return otherwise;
    const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return [part(0), part(2), part(4)];
  };
  return {
    face: read('--colour-gold', [1, 1, 1]),
    lit: read('--colour-gold-light', [1, 1, 1]),
    edge: read('--colour-indigo-deep', [0, 0, 0]),
  };
}

/**
 * A broad chevron on a soft dark bed, flat in x and y, pointing to +y: readable on snow as on
 * forest.
 */
function newArrow(colours: ArrowColours): DrawnArrow {
  const group = new Group();
  const size = HALF_WIDTH_EYES * EYE_UNITS;
  for (const [grow, opacity] of [
    [0.2, 0.16],
    [0.1, 0.3],
  ] as const) {
    const bed = newMesh(chevron(size, grow), colours.edge, opacity);
    bed.renderOrder = SHADOW_ORDER;
    group.add(bed);
  }
  const face = newMesh(chevron(size, 0), colours.face, 0.96);
  face.renderOrder = SHADOW_ORDER + 1;
  group.add(face);
  return { group, face: face.material };
}

/**
 * Without texture and seen from above only: the very program of PSV's invisible sphere, which it
 * asks for what the pointer is on. Another one would stop the first picture with a link for the time
 * of its compilation.
 */
function newMesh(shape: Shape, colour: Rgb, opacity: number) {
  const material = new MeshBasicMaterial({
    opacity,
    transparent: true,
    depthTest: false,
    depthWrite: false,
  });
  setColour(material, colour);
  return new Mesh(new ShapeGeometry(shape), material);
}

/** PSV draws without converting colours, so they go in as they come out. */
function setColour(material: MeshBasicMaterial, [red, green, blue]: Rgb): void {
  material.color.setRGB(red, green, blue);
}

/**
 * Outline of a chevron.
 *
 * @param size - half of its width
 * @param grow - how far the outline stands off on every side, in `size`s
 */
function chevron(size: number, grow: number): Shape {
  const points = [
    [0, 0.95 + 1.5 * grow],
    [1 + 1.1 * grow, -0.15 + 0.25 * grow],
    [1 + 1.1 * grow, -0.62 - 1.2 * grow],
    [0, 0.42 - 1.2 * grow],
    [-1 - 1.1 * grow, -0.62 - 1.2 * grow],
    [-1 - 1.1 * grow, -0.15 + 0.25 * grow],
  ] as const;
  const shape = new Shape();
  for (const [at, [x, y]] of points.entries()) {
    if (at === 0) shape.moveTo(x * size, y * size);
    else shape.lineTo(x * size, y * size);
  }
  shape.closePath();
  return shape;
}

/** PSV's vector of a direction: +z ahead at yaw 0, +y up, yaw turns towards -x. */
function vectorOf(yawRad: number, pitchRad: number): Vector3 {
  const flat = Math.cos(pitchRad);
  return new Vector3(-flat * Math.sin(yawRad), Math.sin(pitchRad), flat * Math.cos(yawRad));
}

/** Lays the arrow's plane (x right, y ahead, z up) along a heading, rising by a slope. */
function turnOf(yawRad: number, slopeRad: number): Quaternion {
  const ahead = vectorOf(yawRad, slopeRad);
  const right = vectorOf(yawRad + Math.PI / 2, 0);
  const up = new Vector3().crossVectors(right, ahead);
  const basis = new Group().matrix.makeBasis(right, ahead, up);
  return new Quaternion().setFromRotationMatrix(basis);
}

function disposeGroup(group: Group): void {
  for (const child of group.children) {
    if (!(child instanceof Mesh)) continue;
    child.geometry.dispose();
    child.material.dispose();
  }
}
