/** Where on the route one is: moved by hand, by the map or by the flight; outside React. */
export interface RouteCursor {
  /** Kilometres from the start; null while nobody points. */
  alongKm(): number | null;
  move(alongKm: number | null): void;
  /** @returns what ends the listening */
  onMoved(listener: (alongKm: number | null) => void): () => void;
}

/** A cursor that points nowhere. */
export function createRouteCursor(): RouteCursor {
  const listeners = new Set<(alongKm: number | null) => void>();
  let present: number | null = null;
  return {
    alongKm: () => present,
    move(alongKm) {
      if (alongKm === present) return;
      present = alongKm;
      for (const listener of listeners) listener(alongKm);
    },
    onMoved(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
