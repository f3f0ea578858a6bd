/** Something that is being said. */
export interface Speech {
  stop(): void;
}

/**
 * A voice of this device for a language: one that speaks without the network.
 *
 * @param language - BCP 47, "vi"
 * @returns null where the browser or the device has none
 */
export function localVoice(language: string): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null;
  return (
    window.speechSynthesis
      .getVoices()
      .find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language)) ?? null
  );
}

/** Says a text; `onEnded` is called when it was said to its end, not when it was stopped. */
export function say(
  text: string,
  voice: SpeechSynthesisVoice,
  options: { readonly speedRatio: number; readonly onEnded: () => void },
): Speech {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = options.speedRatio;
  let isStopped = false;
  utterance.onend = () => {
    if (!isStopped) options.onEnded();
  };
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(utterance);
  return {
    stop() {
      isStopped = true;
      window.speechSynthesis.cancel();
    },
  };
}
