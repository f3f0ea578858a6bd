/** resium 1.26 exports about ninety components; far fewer means its file has another shape. */
const COMPONENTS_AT_LEAST = 60;

/** A top-level `name = factory(`: the line begins in the first column. */
const TOP_LEVEL_CALL = /(?<=^(?:var |\S.*, ))([\w$]+) = ([\w$]+)\((?=\{|"|\(|$)/gm;

/**
 * Marks resium's component factories as free of side effects.
 *
 * resium is one file whose ninety components are calls at module level, so importing one keeps
 * them all, and with them every Cesium class they wrap (110 KiB brotli). Each call only makes a
 * React component, so the bundler may drop what nobody uses.
 *
 * @param source - text of resium/dist/resium.js
 * @throws Error when the file no longer looks like that
 */
export function annotatePureComponents(source: string): string {
  let count = 0;
  const annotated = source.replace(TOP_LEVEL_CALL, (_, name: string, factory: string) => {
    count++;
    return `${name} = /* @__PURE__ */ ${factory}(`;
  });
  if (count < COMPONENTS_AT_LEAST) {
    throw new Error(
      `resium.js: expected at least ${COMPONENTS_AT_LEAST} component factories, found ${count}. ` +
        'The package changed: renew tools/vite/resium-pure.ts.',
    );
  }
  return annotated;
}
