/**
 * Flags under which headless Chromium draws WebGL2 without a GPU (SwiftShader, MAX_TEXTURE_SIZE
 * 8192) and asks nothing of anybody.
 */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // A camera that shows a moving pattern, given without asking.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];
