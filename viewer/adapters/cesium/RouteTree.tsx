import {
  ArcType,
  Cartesian3,
  type CesiumWidget,
  ClassificationType,
  Color,
  PolylineOutlineMaterialProperty,
} from 'cesium';
import { useMemo } from 'react';
import { CustomDataSource, Entity, PolylineGraphics, Provider } from 'resium';
import type { GlobeRoute } from '../globe-port';

const COLOURS: Readonly<Record<GlobeRoute['colour'], Color>> = {
  gold: Color.fromCssColorString('#f2b93b'),
  green: Color.fromCssColorString('#8fd08a'),
  mist: Color.fromCssColorString('#eef1ee'),
};

/** Dark edge that keeps a line legible over pale and over dark ground. */
const CASING = Color.fromCssColorString('#1b1f3b');
const CASING_PX = 1;

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
  const material = useMemo(() => {
    const alpha = emphasis === 'faint' ? 0.35 : 1;
    return new PolylineOutlineMaterialProperty({
      color: COLOURS[route.colour].withAlpha(alpha),
      outlineColor: CASING.withAlpha(0.75 * alpha),
      outlineWidth: CASING_PX,
    });
  }, [route.colour, emphasis]);
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
        width={(emphasis === 'selected' ? 6 : 4) + 2 * CASING_PX}
        clampToGround
        classificationType={ClassificationType.TERRAIN}
        arcType={ArcType.GEODESIC}
      />
    </Entity>
  ));
}
