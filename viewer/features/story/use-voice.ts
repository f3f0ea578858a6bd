import { useEffect, useMemo, useRef } from 'react';
import { localVoice, say } from '../../adapters/local-voice';

/** What the device's own voice says, if anything. */
export interface VoiceWish {
  readonly text: string;
  readonly speedRatio: number;
  readonly isOn: boolean;
  readonly onEnded: () => void;
}

/** The device's own voice for a language; null where it has none. */
export function useLocalVoice(language: string): SpeechSynthesisVoice | null {
  return useMemo(() => localVoice(language), [language]);
}

/** Lets a voice say a text while it is wanted. */
export function useSaying(voice: SpeechSynthesisVoice | null, wish: VoiceWish): void {
  const { text, speedRatio, isOn } = wish;
  const ended = useRef(wish.onEnded);
  ended.current = wish.onEnded;
  useEffect(
    function sayText() {
      if (!isOn || !voice) return;
      const speech = say(text, voice, { speedRatio, onEnded: () => ended.current() });
      return speech.stop;
    },
    [isOn, text, speedRatio, voice],
  );
}
