import type { SourcePatch } from './source-patch';

/**
 * What Cesium does that `style-src 'self'` forbids, said in ways that it allows.
 *
 * @see stack.md, "Strict CSP": run with globe and panorama, no violations
 */
export const CSP_PATCHES: readonly SourcePatch[] = [
  {
    fileEnd: '@cesium/engine/Source/Scene/CreditDisplay.js',
    reason: 'credit styles as an adopted sheet instead of a <style> element',
    find: `  const shadowRootOrDocumentHead = getShadowRoot(container) ?? document.head;
  const styleElem = document.createElement("style");
  styleElem.innerHTML = style;
  shadowRootOrDocumentHead.appendChild(styleElem);`,
    replace: `  const styleRoot = getShadowRoot(container) ?? document;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  styleRoot.adoptedStyleSheets = [...styleRoot.adoptedStyleSheets, sheet];`,
  },
  {
    fileEnd: '@cesium/engine/Source/Scene/CreditDisplay.js',
    reason: 'no style attribute on the default credit',
    find: `style="vertical-align: -7px" title="Cesium ion"`,
    replace: `title="Cesium ion"`,
  },
  {
    fileEnd: '@cesium/engine/Source/Core/FeatureDetection.js',
    reason: 'pixelated rendering tried through the style object',
    find: `    canvas.setAttribute(
      "style",
      "image-rendering: -moz-crisp-edges;" + "image-rendering: pixelated;",
    );`,
    replace: `    canvas.style.imageRendering = "-moz-crisp-edges";
    canvas.style.imageRendering = "pixelated";`,
  },
];

/** Graphics contexts that a vendor makes only to ask a question, and keeps. */
export const CONTEXT_PATCHES: readonly SourcePatch[] = [
  {
    fileEnd: '@photo-sphere-viewer/core/index.module.js',
    reason: 'the context that tells the texture size is given back at once: pages have few',
    find: `this.maxTextureWidth = ctx ? ctx.getParameter(ctx.MAX_TEXTURE_SIZE) : 0;`,
    replace: `this.maxTextureWidth = ctx ? ctx.getParameter(ctx.MAX_TEXTURE_SIZE) : 0;
      ctx?.getExtension("WEBGL_lose_context")?.loseContext();`,
  },
];

/** What a vendor takes for granted and a browser may refuse. */
export const STORAGE_PATCHES: readonly SourcePatch[] = [
  {
    fileEnd: '@photo-sphere-viewer/core/index.module.js',
    reason: 'a browser that refuses storage still opens panoramas',
    find: `  let initial = "ontouchstart" in window || navigator.maxTouchPoints > 0;`,
    replace: `  let localStorage = {};
  try {
    localStorage = window.localStorage;
  } catch {
  }
  let initial = "ontouchstart" in window || navigator.maxTouchPoints > 0;`,
  },
];

/**
 * Where Cesium finds its workers and pictures.
 *
 * @param expression - JavaScript that gives the address, evaluated in the page
 */
export function cesiumBaseUrlPatch(expression: string): SourcePatch {
  return {
    fileEnd: '@cesium/engine/Source/Core/buildModuleUrl.js',
    reason: 'base address of the static files',
    find: `if (typeof CESIUM_BASE_URL !== "undefined") {
    baseUrlString = CESIUM_BASE_URL;`,
    replace: `if (typeof document !== "undefined") {
    baseUrlString = ${expression};`,
  };
}
