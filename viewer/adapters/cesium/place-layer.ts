import {
  Cartesian3,
  Cartographic,
  type CesiumWidget,
  Color,
  ConstantPositionProperty,
  ConstantProperty,
  CustomDataSource,
  Entity,
  PointGraphics,
} from 'cesium';
import type { GlobeHighlight, GlobePlace } from '../globe-port';

/** A place on the ground of the loaded terrain. */
export interface PlacedPlace {
  readonly place: GlobePlace;
  /** Earth-fixed position of the pin; follows the terrain as it loads. */
  readonly position: Cartesian3;
  readonly entity: Entity;
}

const PIN_COLOUR = Color.fromCssColorString('#f2c14e');
const PLAIN_PIN_COLOUR = Color.fromCssColorString('#eef1ee');
const SELECTED_COLOUR = Color.fromCssColorString('#c8323c');
const OUTLINE_COLOUR = Color.fromCssColorString('#1b1f3b');

/** Pins of all places: one data source, built once per list of places. */
export interface PlaceLayer {
  readonly placed: ReadonlyMap<string, PlacedPlace>;
  setPlaces(places: readonly GlobePlace[]): void;
  setHighlight(highlight: GlobeHighlight): void;
  /** Puts every pin on the terrain that is loaded under it. */
  settleOnTerrain(): void;
  setShown(id: string, isShown: boolean): void;
}

/** Makes the layer and adds its data source to a globe. */
export function createPlaceLayer(widget: CesiumWidget): PlaceLayer {
  const source = new CustomDataSource('places');
  const placed = new Map<string, PlacedPlace>();
  void widget.dataSources.add(source);
  let highlight: GlobeHighlight = {
    selectedPlaceId: null,
    hoveredPlaceId: null,
    selectedRouteId: null,
  };

  return {
    placed,
    setPlaces(places) {
      source.entities.suspendEvents();
      source.entities.removeAll();
      placed.clear();
      for (const place of places) {
        const position = Cartesian3.fromDegrees(
          place.lonDeg,
          place.latDeg,
          place.heightEllipsoidalM,
        );
        const entity = source.entities.add(pinOf(place, position));
        placed.set(place.id, { place, position, entity });
      }
      source.entities.resumeEvents();
      for (const pin of placed.values()) paintPin(pin, highlight);
      widget.scene.requestRender();
    },
    setHighlight(next) {
      highlight = next;
      for (const pin of placed.values()) paintPin(pin, highlight);
      widget.scene.requestRender();
    },
    settleOnTerrain() {
      for (const pin of placed.values()) lowerToTerrain(widget, pin);
    },
    setShown(id, isShown) {
      const pin = placed.get(id);
      if (pin && pin.entity.show !== isShown) pin.entity.show = isShown;
    },
  };
}

function pinOf(place: GlobePlace, position: Cartesian3): Entity {
  return new Entity({
    id: `place:${place.id}`,
    position,
    point: new PointGraphics({
      pixelSize: 10,
      color: place.hasPanorama ? PIN_COLOUR : PLAIN_PIN_COLOUR,
      outlineColor: OUTLINE_COLOUR,
      outlineWidth: 2,
      // Whether a pin is behind a mountain is decided when the view settles (line-of-sight.ts).
      disableDepthTestDistance: Number.POSITIVE_INFINITY,
    }),
  });
}

function paintPin(pin: PlacedPlace, highlight: GlobeHighlight): void {
  const { point } = pin.entity;
  if (!point) return;
  const isSelected = pin.place.id === highlight.selectedPlaceId;
  const isHovered = pin.place.id === highlight.hoveredPlaceId;
  const plain = pin.place.hasPanorama ? PIN_COLOUR : PLAIN_PIN_COLOUR;
  point.color = new ConstantProperty(isSelected ? SELECTED_COLOUR : plain);
  point.pixelSize = new ConstantProperty(
    isSelected || isHovered ? 15 : pin.place.hasPanorama ? 11 : 8,
  );
}

function lowerToTerrain(widget: CesiumWidget, pin: PlacedPlace): void {
  const { lonDeg, latDeg } = pin.place;
  const heightM = widget.scene.globe.getHeight(Cartographic.fromDegrees(lonDeg, latDeg));
  if (heightM === undefined) return;
  const onGround = Cartesian3.fromDegrees(lonDeg, latDeg, heightM + 2);
  if (Cartesian3.equalsEpsilon(onGround, pin.position, 0, 0.5)) return;
  Cartesian3.clone(onGround, pin.position);
  pin.entity.position = new ConstantPositionProperty(onGround);
}
