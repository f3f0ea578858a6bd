/** Longer packets are no metadata of a photograph. */
const XMP_MAX_BYTES = 1 << 20;

/** A part of an extended packet, which holds what a camera put beside (audio, depth), begins so. */
const EXTENDED = /^[0-9A-Fa-f]{32}/;

/** Simple properties of an XMP packet by their prefixed name (`GPano:PoseHeadingDegrees`). */
export type XmpTags = Readonly<Record<string, string>>;

/**
 * Reads the simple properties of the vocabularies that tell of a panorama: Google's `GPano` and, for
 * programs that write no EXIF block, `exif`. Cameras write them as elements (Ricoh), phones and
 * programs as attributes (Android's Photo Sphere), some as elements that carry attributes.
 *
 * @returns empty where there is no packet, or one too long to be believed
 */
export function readXmpTags(xmp: Uint8Array | undefined): XmpTags {
  if (xmp === undefined || xmp.length > XMP_MAX_BYTES) return {};
  const text = Buffer.from(xmp).toString('utf8');
  if (EXTENDED.test(text)) return {};
  const tags: Record<string, string> = {};
  for (const [, name = '', attribute, element] of text.matchAll(
    /((?:GPano|exif):\w{1,60})(?:\s{0,9}=\s{0,9}["']([^"'<]{0,200})["']|(?:\s[^<>]{0,200})?>([^<]{0,200})<)/g,
  )) {
    tags[name] ??= (attribute ?? element ?? '').trim();
  }
  return tags;
}
