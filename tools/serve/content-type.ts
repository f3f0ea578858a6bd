const TEXT = '; charset=utf-8';

/** Content types by extension; what is not here is sent as bytes. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  css: `text/css${TEXT}`,
  html: `text/html${TEXT}`,
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: `text/javascript${TEXT}`,
  json: `application/json${TEXT}`,
  md: `text/markdown${TEXT}`,
  mjs: `text/javascript${TEXT}`,
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  opus: 'audio/ogg',
  png: 'image/png',
  svg: `image/svg+xml${TEXT}`,
  terrain: 'application/vnd.quantized-mesh',
  txt: `text/plain${TEXT}`,
  wasm: 'application/wasm',
  webm: 'video/webm',
  webmanifest: `application/manifest+json${TEXT}`,
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: `application/xml${TEXT}`,
};

/** Content type of a file by its name. */
export function contentTypeOf(path: string): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return CONTENT_TYPES[extension] ?? 'application/octet-stream';
}

/** Whether a file of this type gets smaller by compression. */
export function isCompressible(contentType: string): boolean {
  return contentType.endsWith(TEXT) || contentType === 'application/wasm';
}
