/** A duration as people say it: `8 s`, `2 min 5 s`, `1 h 3 min`. */
export function durationText(durationMs: number): string {
  const totalS = Math.max(0, Math.round(durationMs / 1000));
  const hours = Math.floor(totalS / 3600);
  const minutes = Math.floor((totalS % 3600) / 60);
  const seconds = totalS % 60;
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  if (minutes > 0) return seconds > 0 ? `${minutes} min ${seconds} s` : `${minutes} min`;
  return `${seconds} s`;
}
