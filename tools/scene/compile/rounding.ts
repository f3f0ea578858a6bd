/** Metres to the decimetre: finer than any height we have, and the same bytes everywhere. */
export function roundedM(valueM: number): number {
  return Number(valueM.toFixed(1));
}

/** Degrees to a thousandth: finer than a pixel of the widest picture. */
export function roundedDeg(angleDeg: number): number {
  const rounded = Number(angleDeg.toFixed(3));
  return rounded === 360 ? 0 : rounded;
}
