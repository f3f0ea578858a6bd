// Stands in for the package `cesium` (alias in tools/vite/vite-setup.ts): everything comes from
// @cesium/engine, and @cesium/widgets with knockout and its `new Function` stays out of the bundle.
// resium names the classes below too; they exist only in @cesium/widgets, and we do not use them.
export * from '@cesium/engine';
export const Viewer = undefined;
