export interface SecurityOptions {
  /** Origins beside our own that the page may fetch from: the open terrain tier, when it is not off. */
  readonly connectOrigins: readonly string[];
  /** Who may frame the page. */
  readonly frameAncestors: readonly string[];
}

export const SECURITY_DEFAULTS: SecurityOptions = { connectOrigins: [], frameAncestors: [] };

/**
 * The headers of every answer.
 *
 * @see stack.md, "Strict CSP": run with globe and panorama, no violations
 */
export function securityHeaders(
  options: SecurityOptions = SECURITY_DEFAULTS,
): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(options),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // The camera: for names on the horizon over what the phone sees, asked for by a tap.
    'Permissions-Policy': 'camera=(self), microphone=(), payment=(), usb=()',
  };
}

function contentSecurityPolicy({ connectOrigins, frameAncestors }: SecurityOptions): string {
  const ancestors = frameAncestors.length === 0 ? ["'none'"] : frameAncestors;
  const directives: readonly (readonly [string, ...string[]])[] = [
    ['default-src', "'self'"],
    // Cesium compiles WebAssembly (terrain and picture decoders); no eval of text.
    ['script-src', "'self'", "'wasm-unsafe-eval'"],
    ['style-src', "'self'"],
    // PSV hands its tiles over as blobs.
    ['img-src', "'self'", 'blob:'],
    ['worker-src', "'self'"],
    ['connect-src', "'self'", ...connectOrigins],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['frame-ancestors', ...ancestors],
  ];
  return directives.map((parts) => parts.join(' ')).join('; ');
}
