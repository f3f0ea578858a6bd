import { useCallback, useEffect, useState } from 'react';
import type { HorizonName, PanoramaDetail } from '#scene';
import { loadHorizonNames } from '../../adapters/net';
import type { PanoramaPort } from '../../adapters/panorama-port';
import { browserSettings } from '../../adapters/storage';
import { useApp } from '../../state/app-context';
import { useWords } from '../use-translate';
import { nextName, spokenName, tagsOf } from './horizon-data';

/** Names on the horizon of the panorama that is open. */
export interface Horizon {
  /** Empty until the picture is sharp, and where nothing is named. */
  readonly names: readonly HorizonName[];
  readonly isOn: boolean;
  /** The name that is pointed out. */
  readonly picked: HorizonName | null;
  /** What was last said of one, for who listens. */
  readonly spoken: string;
  setOn(isOn: boolean): void;
  /** Turns to a name and points it out. */
  choose(name: HorizonName): void;
  unpick(): void;
}

const SETTING = 'horizon-names';
const NO_NAMES: readonly HorizonName[] = [];

/**
 * Loads the names once the picture is sharp, draws them, and steps through them: N to the next
 * clockwise, Shift and N to the one before.
 */
export function useHorizon(viewer: PanoramaPort | null, detail: PanoramaDetail | null): Horizon {
  const { actions } = useApp();
  const { t, locale } = useWords();
  const names = useNames(viewer, detail);
  const [isOn, setOn] = useSwitch();
  const [pickedId, setPickedId] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  const picked = (isOn && names.find(({ id }) => id === pickedId)) || null;

  useEffect(
    function drawNames() {
      viewer?.setHorizon(isOn ? tagsOf(names, locale) : []);
    },
    [viewer, names, isOn, locale],
  );
  const markedId = picked?.id ?? null;
  useEffect(
    function markPicked() {
      viewer?.markHorizon(markedId);
    },
    [viewer, markedId],
  );
  const choose = useCallback(
    (name: HorizonName) => {
      if (!viewer) return;
      setSpoken(spokenName(name, viewer.look().headingDeg, { t, locale }));
      setPickedId(name.id);
      viewer.turnTo(name);
    },
    [viewer, t, locale],
  );
  useEffect(
    function listenToTaps() {
      return viewer?.on('horizonPicked', (id) => {
        const name = names.find((one) => one.id === id);
        if (name?.placeId) actions.openPlace(name.placeId);
        else setPickedId(id);
      });
    },
    [viewer, names, actions],
  );
  useStepKeys(isOn && names.length > 0, (turn) => {
    const next = nextName(names, viewer?.look().headingDeg ?? 0, turn, markedId);
    if (next) choose(next);
  });
  const unpick = useCallback(() => setPickedId(null), []);
  return { names, isOn, picked, spoken, setOn, choose, unpick };
}

/** The names of a panorama once its tiles are drawn: they must not keep the picture waiting. */
function useNames(
  viewer: PanoramaPort | null,
  detail: PanoramaDetail | null,
): readonly HorizonName[] {
  const [loaded, setLoaded] = useState<{ id: string; names: readonly HorizonName[] } | null>(null);
  const id = detail?.id;
  const url = detail?.horizonUrl;
  useEffect(
    function loadNames() {
      if (!viewer || id === undefined || url === undefined) return;
      const abort = new AbortController();
      const stopListening = viewer.on('tilesSettled', (settledId) => {
        if (settledId !== id) return;
        stopListening();
        loadHorizonNames(url, abort.signal).then(
          ({ names }) => setLoaded({ id, names }),
          // A picture without names is whole; they come when it is opened again.
          () => undefined,
        );
      });
      return () => {
        stopListening();
        abort.abort();
      };
    },
    [viewer, id, url],
  );
  return loaded !== null && loaded.id === id ? loaded.names : NO_NAMES;
}

/** On until switched off; remembered on this device. */
function useSwitch(): [isOn: boolean, setOn: (isOn: boolean) => void] {
  const [isOn, setState] = useState(() => browserSettings().read(SETTING) !== 'off');
  const setOn = useCallback((next: boolean) => {
    browserSettings().write(SETTING, next ? 'on' : 'off');
    setState(next);
  }, []);
  return [isOn, setOn];
}

function useStepKeys(isActive: boolean, onStep: (turn: 1 | -1) => void): void {
  useEffect(
    function listenToStepKeys() {
      if (!isActive) return;
      const onKey = (event: KeyboardEvent): void => {
        const at = event.target instanceof HTMLElement ? event.target : null;
        const isElsewhere = at?.closest('dialog, input, textarea, select');
        const hasModifier = event.altKey || event.ctrlKey || event.metaKey;
        if (event.key.toLowerCase() !== 'n' || isElsewhere || hasModifier) return;
        event.preventDefault();
        onStep(event.shiftKey ? -1 : 1);
      };
      window.addEventListener('keydown', onKey);
      return () => window.removeEventListener('keydown', onKey);
    },
    [isActive, onStep],
  );
}
