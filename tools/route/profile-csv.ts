import type { LegProfile } from './profile-legs';

/** Heights along the legs on the ground, one line per point (RFC 4180); distances start anew on each leg. */
export function profileCsv(legs: readonly LegProfile[]): string {
  const lines = legs.flatMap(({ name, mode, profile }, at) =>
    (profile?.points ?? []).map((point) =>
      [
        at + 1,
        quoted(name),
        mode,
        point.alongKm.toFixed(3),
        point.lonDeg.toFixed(6),
        point.latDeg.toFixed(6),
        point.heightOrthometricM.toFixed(1),
      ].join(','),
    ),
  );
  const head = 'leg,name,mode,alongKm,lonDeg,latDeg,heightOrthometricM';
  return `${[head, ...lines].join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
