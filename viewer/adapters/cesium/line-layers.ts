import {
  ArcType,
  Cartesian3,
  type CesiumWidget,
  ClassificationType,
  Color,
  GeometryInstance,
  GroundPolylineGeometry,
  GroundPolylinePrimitive,
  Material,
  PolylineMaterialAppearance,
} from 'cesium';
import type { GlobeLine, GlobeLineLayer } from '../globe-port';
import { LINE_EDGE, LINE_LOOKS, type LineLook, type LineStyle } from '../line-looks';

/** Lines on the ground: a primitive for each look of a layer, made by Cesium's workers. */
export interface LineLayers {
  setLines(layer: GlobeLineLayer, lines: readonly GlobeLine[]): void;
  /** Whether everything that was asked for is laid. */
  areReady(): boolean;
  dispose(): void;
}

/** Layers from the lowest up; routes lie above all of them. */
const ORDER: readonly GlobeLineLayer[] = ['rivers', 'borders', 'roads'];
const DASH_PX = 10;

/** @param disturb - told when there is something new to draw */
export function createLineLayers(widget: CesiumWidget, disturb: () => void): LineLayers {
  const { groundPrimitives } = widget.scene;
  const layers = new Map<GlobeLineLayer, readonly GroundPolylinePrimitive[]>();
  let areHeightsKnown = false;
  let isDisposed = false;

  const lay = (): void => {
    if (isDisposed || !areHeightsKnown) return;
    // Whatever is drawn first lies lowest, so all of them are put under the routes in their order.
    let at = 0;
    for (const name of ORDER) {
      for (const primitive of layers.get(name) ?? []) {
        if (!groundPrimitives.contains(primitive)) groundPrimitives.add(primitive, at);
        at += 1;
      }
    }
    disturb();
  };
  return {
    setLines(layer, lines) {
      for (const primitive of layers.get(layer) ?? []) groundPrimitives.remove(primitive);
      layers.set(layer, primitivesOf(lines));
      if (areHeightsKnown) {
        lay();
        return;
      }
      void GroundPolylinePrimitive.initializeTerrainHeights().then(() => {
        areHeightsKnown = true;
        lay();
      });
    },
    areReady: () => [...layers.values()].flat().every(({ ready }) => ready),
    dispose() {
      isDisposed = true;
      // What was added goes with the globe's own collection.
      for (const primitive of [...layers.values()].flat()) {
        if (!groundPrimitives.contains(primitive)) primitive.destroy();
      }
      layers.clear();
    },
  };
}

/** A primitive for each look, in the order in which the looks first come. */
function primitivesOf(lines: readonly GlobeLine[]): GroundPolylinePrimitive[] {
  const looks = new Set(lines.map(({ look }) => look));
  return [...looks].map((look) =>
    primitiveOf(
      look,
      lines.filter((line) => line.look === look),
    ),
  );
}

function primitiveOf(look: LineLook, lines: readonly GlobeLine[]): GroundPolylinePrimitive {
  const style = LINE_LOOKS[look];
  return new GroundPolylinePrimitive({
    geometryInstances: lines.map(
      ({ coordinates }) =>
        new GeometryInstance({
          geometry: new GroundPolylineGeometry({
            positions: coordinates.map(([lonDeg, latDeg]) =>
              Cartesian3.fromDegrees(lonDeg, latDeg),
            ),
            width: style.widthPx + (style.edgeOpacity > 0 ? 2 * LINE_EDGE.widthPx : 0),
            arcType: ArcType.GEODESIC,
          }),
        }),
    ),
    appearance: new PolylineMaterialAppearance({ material: materialOf(style) }),
    classificationType: ClassificationType.TERRAIN,
    allowPicking: false,
  });
}

function materialOf(style: LineStyle): Material {
  const color = Color.fromCssColorString(style.colour).withAlpha(style.opacity);
  if (style.isDashed) return Material.fromType('PolylineDash', { color, dashLength: DASH_PX });
  return Material.fromType('PolylineOutline', {
    color,
    outlineColor: Color.fromCssColorString(LINE_EDGE.colour).withAlpha(style.edgeOpacity),
    outlineWidth: style.edgeOpacity > 0 ? LINE_EDGE.widthPx : 0,
  });
}
