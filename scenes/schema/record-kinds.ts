import type { z } from 'zod';
import { type Border, borderSchema } from './border';
import { type Climate, climateSchema } from './climate';
import { eventSchema, type SceneEvent } from './event';
import { type Gateway, gatewaySchema } from './gateway';
import { type Panorama, panoramaSchema } from './panorama';
import { type Place, placeSchema } from './place';
import { type Product, productSchema } from './product';
import {
  type PresentProvince,
  type ProvinceBefore2025,
  presentProvinceSchema,
  provinceBefore2025Schema,
} from './province';
import { type Route, routeSchema } from './route';
import { type Scene, sceneSchema } from './scene';
import { type Story, storySchema } from './story';

/** Kinds of files under a scene and the type of each. Ids are unique within a kind. */
export interface RecordOfKind {
  readonly scene: Scene;
  readonly province: PresentProvince;
  readonly 'province-before-2025': ProvinceBefore2025;
  readonly border: Border;
  readonly gateway: Gateway;
  readonly place: Place;
  readonly panorama: Panorama;
  readonly route: Route;
  readonly event: SceneEvent;
  readonly product: Product;
  readonly story: Story;
  readonly climate: Climate;
}

/** A kind of file under a scene. */
export type RecordKind = keyof RecordOfKind;

/** Parser of each kind of file. */
export const RECORD_SCHEMAS: { readonly [K in RecordKind]: z.ZodType<RecordOfKind[K]> } = {
  scene: sceneSchema,
  province: presentProvinceSchema,
  'province-before-2025': provinceBefore2025Schema,
  border: borderSchema,
  gateway: gatewaySchema,
  place: placeSchema,
  panorama: panoramaSchema,
  route: routeSchema,
  event: eventSchema,
  product: productSchema,
  story: storySchema,
  climate: climateSchema,
};

/** All kinds of files, in the order in which reports list them. */
export const RECORD_KINDS = Object.keys(RECORD_SCHEMAS) as readonly RecordKind[];

/** Kinds that lie in a province's folder, by the name of their folder there. */
export const PROVINCE_FOLDERS = {
  places: 'place',
  panoramas: 'panorama',
  events: 'event',
  products: 'product',
} as const satisfies Record<string, RecordKind>;

/** Kinds that lie beside the provinces' folders, by the name of their folder. */
export const SHARED_FOLDERS = {
  provinces: 'province',
  'provinces-before-2025': 'province-before-2025',
  borders: 'border',
  gateways: 'gateway',
  routes: 'route',
  stories: 'story',
  climate: 'climate',
} as const satisfies Record<string, RecordKind>;

/** Name of the file that describes the scene itself. */
export const SCENE_FILE = 'scene.json';
