import { QUANTIZED_MAX, type QuantizedMesh } from './quantized-mesh';

/**
 * Height of a mesh at a place in its tile, on the plane of the triangle there.
 *
 * @param u - 0..1 from west to east
 * @param v - 0..1 from south to north
 * @returns metres above the ellipsoid; `undefined` if no triangle covers the place
 */
export function meshHeightM(mesh: QuantizedMesh, u: number, v: number): number | undefined {
  const x = u * QUANTIZED_MAX;
  const y = v * QUANTIZED_MAX;
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const [a, b, c] = [mesh.indices[i]!, mesh.indices[i + 1]!, mesh.indices[i + 2]!];
    const [ax, ay] = [mesh.u[a]! - x, mesh.v[a]! - y];
    const [bx, by] = [mesh.u[b]! - x, mesh.v[b]! - y];
    const [cx, cy] = [mesh.u[c]! - x, mesh.v[c]! - y];
    const wa = bx * cy - by * cx;
    const wb = cx * ay - cy * ax;
    const wc = ax * by - ay * bx;
    if (wa < 0 || wb < 0 || wc < 0) continue;
    const share = (wa * mesh.h[a]! + wb * mesh.h[b]! + wc * mesh.h[c]!) / (wa + wb + wc);
    const { minHeightEllipsoidalM: low, maxHeightEllipsoidalM: high } = mesh.header;
    return low + (share / QUANTIZED_MAX) * (high - low);
  }
  return undefined;
}
