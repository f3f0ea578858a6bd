/** One change to a vendor's source text; the text must be there exactly `count` times. */
export interface SourcePatch {
  /** End of the file's path with forward slashes: `@cesium/engine/Source/Core/X.js`. */
  readonly fileEnd: string;
  /** Why the change is needed, for the message when it no longer fits. */
  readonly reason: string;
  readonly find: string;
  readonly replace: string;
}

/** The patches of one file. */
export function patchesFor(
  patches: readonly SourcePatch[],
  moduleId: string,
): readonly SourcePatch[] {
  const path = moduleId.replaceAll('\\', '/').replace(/[?#].*$/, '');
  return patches.filter((patch) => path.endsWith(patch.fileEnd));
}

/**
 * Applies patches to a vendor's text.
 *
 * @throws Error when a text to replace is not there exactly once: an upgrade changed it, and
 * building on would quietly break the policy that the patch exists for
 */
export function applyPatches(source: string, patches: readonly SourcePatch[]): string {
  return patches.reduce((text, patch) => {
    const hits = text.split(patch.find).length - 1;
    if (hits !== 1) {
      throw new Error(
        `${patch.fileEnd}: expected the text of the patch "${patch.reason}" once, found it ` +
          `${hits} times. The package changed: read its new source and renew the patch in tools/vite.`,
      );
    }
    return text.replace(patch.find, () => patch.replace);
  }, source);
}
