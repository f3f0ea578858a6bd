import {
  Cartographic,
  type CesiumWidget,
  Color,
  ConstantPositionProperty,
  CustomDataSource,
  Entity,
  PointGraphics,
} from 'cesium';

/** The one point that moves along a route with the cursor of its profile. */
export interface RouteCursor {
  /** Moves it, or with null hides it. */
  show(point: { readonly lonDeg: number; readonly latDeg: number } | null): void;
}

const FILL = Color.fromCssColorString('#fff6dd');
const EDGE = Color.fromCssColorString('#c8323c');

/** Adds the cursor, hidden. */
export function createRouteCursor(widget: CesiumWidget): RouteCursor {
  const source = new CustomDataSource('route-cursor');
  void widget.dataSources.add(source);
  const entity = source.entities.add(
    new Entity({
      show: false,
      point: new PointGraphics({
        pixelSize: 13,
        color: FILL,
        outlineColor: EDGE,
        outlineWidth: 4,
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      }),
    }),
  );
  const { ellipsoid } = widget.scene.globe;
  return {
    show(point) {
      entity.show = point !== null;
      if (point) {
        const place = Cartographic.fromDegrees(point.lonDeg, point.latDeg);
        place.height = (widget.scene.globe.getHeight(place) ?? 0) + 2;
        entity.position = new ConstantPositionProperty(ellipsoid.cartographicToCartesian(place));
      }
      widget.scene.requestRender();
    },
  };
}
