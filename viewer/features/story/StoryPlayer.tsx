import { ChevronLeft, ChevronRight, Pause, Play, Volume2, VolumeX, X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { readingTimeS, sentenceAt, timedSentences } from '#core/story/chapter-time';
import type { SceneIndex, StoryChapterDetail, StoryDetail, StorySummary } from '#scene';
import { appUrl, loadStoryDetail } from '../../adapters/net';
import { useApp, useAppState } from '../../state/app-context';
import { IconButton } from '../../ui/Button';
import { SpeedSelect } from '../../ui/SpeedSelect';
import { useDetail } from '../use-detail';
import { useWords } from '../use-translate';
import styles from './story.module.css';
import { type Playback, STORY_SPEEDS, usePlayback } from './use-playback';
import { useLocalVoice, useSaying } from './use-voice';

/** The story that is told: its words over the map or the panorama, and what moves it on. */
export function StoryPlayer({ scene }: { readonly scene: SceneIndex }) {
  const story = useAppState((state) => state.view.story);
  const summary = scene.stories.find(({ id }) => id === story?.storyId);
  if (!story || !summary) return null;
  return <Player key={summary.id} summary={summary} chapterIndex={story.chapter} />;
}

function Player(props: { readonly summary: StorySummary; readonly chapterIndex: number }) {
  const { summary, chapterIndex } = props;
  const { t } = useWords();
  const detail = useDetail(summary.detailUrl, loadStoryDetail);
  if (detail.status === 'ready') {
    const chapter = detail.value.chapters[chapterIndex];
    if (chapter) {
      return <Chapter story={detail.value} chapter={chapter} chapterIndex={chapterIndex} />;
    }
  }
  return (
    <Frame label={t('story.label')}>
      <p role={detail.status === 'failed' ? 'alert' : 'status'}>
        {t(detail.status === 'failed' ? 'place.failed' : 'place.loading')}
      </p>
    </Frame>
  );
}

function Chapter(props: {
  readonly story: StoryDetail;
  readonly chapter: StoryChapterDetail;
  readonly chapterIndex: number;
}) {
  const { story, chapter, chapterIndex } = props;
  const { actions } = useApp();
  const { t, text, locale } = useWords();
  const [isSpoken, setSpoken] = useState(false);
  useEffect(
    function showChapter() {
      actions.showChapter(chapter);
    },
    [actions, chapter],
  );
  const narration = text(chapter.narration);
  const recording = chapter.audio[locale];
  const voice = useLocalVoice(locale);
  const isLast = chapterIndex === story.chapters.length - 1;
  const goOn = (): void => {
    if (isLast) playback.setPlaying(false);
    else actions.goToChapter(chapterIndex + 1);
  };
  // A voice says itself when it is done.
  const durationS = isSpoken
    ? null
    : (chapter.durationS ?? recording?.durationS ?? readingTimeS(narration));
  const playback = usePlayback(`${story.id} ${chapterIndex} ${locale}`, durationS, goOn);
  useSaying(voice, {
    text: narration,
    speedRatio: playback.speedRatio,
    isOn: isSpoken && playback.isPlaying && recording === undefined,
    onEnded: goOn,
  });
  return (
    <Frame label={t('story.label')}>
      <Head story={story} chapterIndex={chapterIndex} />
      <h2 className={styles['title']} aria-live="polite">
        {text(chapter.title)}
      </h2>
      <Captions narration={narration} ratio={playback.ratio} />
      {recording && isSpoken && (
        <Recording url={appUrl(recording.url)} playback={playback} onEnded={goOn} />
      )}
      {recording?.isSynthetic && isSpoken && (
        <p className={styles['count']}>{t('story.synthetic')}</p>
      )}
      <span className={styles['progress']} aria-hidden="true">
        <span style={{ scale: `${playback.ratio} 1` }} />
      </span>
      <Controls
        playback={playback}
        chapterIndex={chapterIndex}
        isLast={isLast}
        hasVoice={recording !== undefined || voice !== null}
        isSpoken={isSpoken}
        onSpoken={setSpoken}
      />
    </Frame>
  );
}

function Head(props: { readonly story: StoryDetail; readonly chapterIndex: number }) {
  const { story, chapterIndex } = props;
  const { actions } = useApp();
  const { t, text } = useWords();
  return (
    <header className={styles['header']}>
      <p className={styles['story']}>{text(story.title)}</p>
      <p className={styles['count']}>
        {t('story.chapterOf', { chapter: chapterIndex + 1, count: story.chapters.length })}
      </p>
      <IconButton
        label={t('story.close')}
        icon={<X aria-hidden size={18} />}
        onClick={actions.closeStory}
      />
    </header>
  );
}

function Frame(props: { readonly label: string; readonly children: ReactNode }) {
  const leftPx = useAppState((state) => state.frame.leftPx);
  const bottomPx = useAppState((state) => state.frame.bottomPx);
  const isInPanorama = useAppState((state) => state.view.panoramaId !== null);
  return (
    <section
      className={styles['player']}
      aria-label={props.label}
      style={
        isInPanorama
          ? undefined
          : {
              left: leftPx === 0 ? undefined : leftPx + 16,
              bottom: bottomPx === 0 ? undefined : bottomPx,
            }
      }
    >
      {props.children}
    </section>
  );
}

/** All that is said, the sentence that is on in full light. */
function Captions({ narration, ratio }: { readonly narration: string; readonly ratio: number }) {
  const sentences = useMemo(() => timedSentences(narration), [narration]);
  const present = sentenceAt(sentences, ratio);
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(
    function keepInSight() {
      const sentence = box.current?.children[present];
      if (!(sentence instanceof HTMLElement) || !box.current) return;
      box.current.scrollTop = sentence.offsetTop - box.current.offsetTop;
    },
    [present],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys too
    <p ref={box} className={styles['captions']} tabIndex={0}>
      {sentences.map(({ text, fromRatio }, at) => (
        <span key={fromRatio} data-is-on={at === present}>
          {`${text} `}
        </span>
      ))}
    </p>
  );
}

/** A recorded narration, kept in step with the controls. */
function Recording(props: {
  readonly url: string;
  readonly playback: Playback;
  readonly onEnded: () => void;
}) {
  const { url, playback, onEnded } = props;
  const audio = useRef<HTMLAudioElement>(null);
  const { isPlaying, speedRatio } = playback;
  useEffect(
    function keepInStep() {
      const element = audio.current;
      if (!element) return;
      element.playbackRate = speedRatio;
      // A browser may refuse sound before the first touch; the captions go on.
      if (isPlaying) element.play().catch(() => undefined);
      else element.pause();
    },
    [isPlaying, speedRatio],
  );
  // The captions are the text beside it.
  // biome-ignore lint/a11y/useMediaCaption: what is said is written in full beside it
  return <audio ref={audio} src={url} autoPlay={isPlaying} onEnded={onEnded} />;
}

function Controls(props: {
  readonly playback: Playback;
  readonly chapterIndex: number;
  readonly isLast: boolean;
  readonly hasVoice: boolean;
  readonly isSpoken: boolean;
  readonly onSpoken: (isSpoken: boolean) => void;
}) {
  const { playback, chapterIndex, isLast, hasVoice, isSpoken, onSpoken } = props;
  const { actions } = useApp();
  const { t, number } = useWords();
  return (
    <div className={styles['controls']}>
      <IconButton
        label={t('story.previous')}
        icon={<ChevronLeft aria-hidden size={20} />}
        onClick={() => actions.goToChapter(chapterIndex - 1)}
      />
      <IconButton
        label={t(playback.isPlaying ? 'story.pause' : 'story.play')}
        icon={playback.isPlaying ? <Pause aria-hidden size={20} /> : <Play aria-hidden size={20} />}
        onClick={() => playback.setPlaying(!playback.isPlaying)}
      />
      <IconButton
        label={t(isLast ? 'story.again' : 'story.next')}
        icon={<ChevronRight aria-hidden size={20} />}
        onClick={() => actions.goToChapter(isLast ? 0 : chapterIndex + 1)}
      />
      <SpeedSelect
        label={t('story.speed')}
        speeds={STORY_SPEEDS}
        speedRatio={playback.speedRatio}
        textOf={(speed) => number(speed, 2)}
        onChange={playback.setSpeed}
      />
      {hasVoice && (
        <IconButton
          label={t(isSpoken ? 'story.mute' : 'story.listen')}
          icon={isSpoken ? <Volume2 aria-hidden size={20} /> : <VolumeX aria-hidden size={20} />}
          onClick={() => onSpoken(!isSpoken)}
        />
      )}
    </div>
  );
}
