/** A setting kept on this device; where storage is refused it is simply not kept. */
export interface SettingsStorage {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

const PREFIX = 'northwest-arc.';

/** Settings in the browser's local storage. */
export function browserSettings(): SettingsStorage {
  return {
    read(key) {
      try {
        return window.localStorage.getItem(PREFIX + key);
      } catch {
        // Refused by the browser's privacy settings: the page works without memory.
        return null;
      }
    },
    write(key, value) {
      try {
        window.localStorage.setItem(PREFIX + key, value);
      } catch {
        // As above.
      }
    },
  };
}
