import {
  ArcType,
  Cartesian3,
  type CesiumWidget,
  ClassificationType,
  Color,
  ColorMaterialProperty,
} from 'cesium';
import { useMemo } from 'react';
import { CustomDataSource, Entity, PolylineGraphics, Provider } from 'resium';
import type { GlobeRoute } from '../globe-port';

const COLOURS: Readonly<Record<GlobeRoute['colour'], Color>> = {
  gold: Color.fromCssColorString('#f2b93b'),
  green: Color.fromCssColorString('#8fd08a'),
  mist: Color.fromCssColorString('#eef1ee'),
};

/** Routes as a tree of lines on the ground. */
export function RouteTree(props: {
  readonly widget: CesiumWidget;
  readonly routes: readonly GlobeRoute[];
  readonly selectedRouteId: string | null;
}) {
  const { widget, routes, selectedRouteId } = props;
  const context = useMemo(
    () => ({ cesiumWidget: widget, scene: widget.scene, dataSourceCollection: widget.dataSources }),
    [widget],
  );
  return (
    <Provider value={context}>
      <CustomDataSource name="routes">
        {routes.map((route) => (
          <RouteLines
            key={route.id}
            route={route}
            emphasis={emphasisOf(route.id, selectedRouteId)}
          />
        ))}
      </CustomDataSource>
    </Provider>
  );
}

type Emphasis = 'plain' | 'selected' | 'faint';

function emphasisOf(routeId: string, selectedRouteId: string | null): Emphasis {
  if (selectedRouteId === null) return 'plain';
  return routeId === selectedRouteId ? 'selected' : 'faint';
}

function RouteLines({
  route,
  emphasis,
}: {
  readonly route: GlobeRoute;
  readonly emphasis: Emphasis;
}) {
  const material = useMemo(
    () =>
      new ColorMaterialProperty(COLOURS[route.colour].withAlpha(emphasis === 'faint' ? 0.35 : 1)),
    [route.colour, emphasis],
  );
  const lines = useMemo(
    () =>
      route.lines.map((line, index) => ({
        key: `${route.id}:${index}`,
        positions: line.map(([lonDeg, latDeg]) => Cartesian3.fromDegrees(lonDeg, latDeg)),
      })),
    [route],
  );
  return lines.map(({ key, positions }) => (
    <Entity key={key} id={`route:${key}`}>
      <PolylineGraphics
        positions={positions}
        material={material}
        width={emphasis === 'selected' ? 6 : 4}
        clampToGround
        classificationType={ClassificationType.TERRAIN}
        arcType={ArcType.GEODESIC}
      />
    </Entity>
  ));
}
