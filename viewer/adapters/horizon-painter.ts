import {
  type BoxPx,
  HORIZON_LAYOUT,
  type HorizonSpot,
  layoutHorizon,
} from '#core/panorama/horizon-layout';
import styles from './horizon-painter.module.css';
import type { HorizonTag } from './horizon-tag';

/** A place in the view, pixels from its upper left corner. */
export interface PointPx {
  readonly xPx: number;
  readonly yPx: number;
}

/** What a frame looks like to the names. */
export interface HorizonFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Parts of the view that names keep off. */
  readonly taken: readonly BoxPx[];
  /** Where a direction is seen; null for behind the viewer. */
  project(direction: { readonly headingDeg: number; readonly pitchDeg: number }): PointPx | null;
}

/** Names with lines down to what they name, over any picture. */
export interface HorizonPainter {
  /** The most important first. */
  setTags(tags: readonly HorizonTag[]): void;
  /** Points one out; null for none. */
  mark(tagId: string | null): void;
  /** Follows a frame; cheap where nothing moved. */
  draw(frame: HorizonFrame): void;
  dispose(): void;
}

interface DrawnTag {
  readonly tag: HorizonTag;
  readonly element: HTMLElement;
  readonly line: SVGLineElement;
  readonly dot: SVGCircleElement;
  widthPx: number;
  heightPx: number;
}

const SVG = 'http://www.w3.org/2000/svg';
/** A pointer that moved farther than this between down and up turned the view. */
const TAP_PX = 6;

/**
 * Makes the names' own layer inside an element. It is for eyes and fingers: who listens or uses a
 * keyboard has the list of the same names.
 *
 * @param onPick - a name was tapped
 */
export function createHorizonPainter(
  container: HTMLElement,
  onPick: (tagId: string) => void,
): HorizonPainter {
  const root = document.createElement('div');
  root.className = styles['horizon'] ?? '';
  root.ariaHidden = 'true';
  root.dataset['horizon'] = '';
  const lines = document.createElementNS(SVG, 'svg');
  root.append(lines);
  container.append(root);
  const stopListening = listenToTaps(root, onPick);
  let drawn: DrawnTag[] = [];
  let spots: ReadonlyMap<string, HorizonSpot> = new Map();
  let markedId: string | null = null;
  return {
    setTags(tags) {
      for (const { element, line, dot } of drawn)
        for (const one of [element, line, dot]) one.remove();
      drawn = tags.map((tag) => newTag(tag, root, lines));
      spots = new Map();
      measure(drawn);
      // Widths change when the web font arrives after the fallback.
      const these = drawn;
      void document.fonts.ready.then(() => measure(these));
    },
    mark(tagId) {
      markedId = tagId;
      for (const { tag, element } of drawn) element.dataset['isMarked'] = String(tag.id === tagId);
    },
    draw(frame) {
      const points = new Map<string, PointPx>();
      const first = drawn.filter(({ tag }) => tag.id === markedId);
      const inOrder = [...first, ...drawn.filter(({ tag }) => tag.id !== markedId)];
      const marks = inOrder.flatMap(({ tag, widthPx, heightPx }) => {
        const point = frame.project(tag);
        if (point === null || widthPx === 0) return [];
        points.set(tag.id, point);
        return [{ id: tag.id, ...point, widthPx, heightPx }];
      });
      const { widthPx, heightPx } = frame;
      const options = { ...HORIZON_LAYOUT, widthPx, heightPx };
      spots = layoutHorizon(marks, frame.taken, options, spots);
      for (const tag of drawn) place(tag, spots.get(tag.tag.id), points.get(tag.tag.id));
    },
    dispose() {
      stopListening();
      root.remove();
    },
  };
}

function newTag(tag: HorizonTag, root: HTMLElement, lines: SVGElement): DrawnTag {
  const element = document.createElement('div');
  element.className = styles['tag'] ?? '';
  element.dataset['horizonTag'] = tag.id;
  const name = document.createElement('span');
  name.lang = tag.labelLanguage;
  name.textContent = tag.label;
  const note = document.createElement('small');
  note.textContent = tag.note;
  element.append(name, note);
  root.append(element);
  const line = document.createElementNS(SVG, 'line');
  const dot = document.createElementNS(SVG, 'circle');
  dot.setAttribute('r', '2.5');
  dot.dataset['horizonDot'] = tag.id;
  lines.append(line, dot);
  return { tag, element, line, dot, widthPx: 0, heightPx: 0 };
}

function measure(tags: readonly DrawnTag[]): void {
  for (const tag of tags) {
    tag.widthPx = tag.element.offsetWidth;
    tag.heightPx = tag.element.offsetHeight;
  }
}

function place(drawn: DrawnTag, spot: HorizonSpot | undefined, point: PointPx | undefined): void {
  const { element, line, dot, heightPx } = drawn;
  const isDrawn = spot !== undefined && point !== undefined;
  for (const one of [element, line, dot]) one.dataset['isDrawn'] = String(isDrawn);
  if (!isDrawn) return;
  element.style.transform = `translate(${spot.leftPx.toFixed(1)}px, ${spot.topPx.toFixed(1)}px)`;
  const x = point.xPx.toFixed(1);
  const y = point.yPx.toFixed(1);
  line.setAttribute('x1', x);
  line.setAttribute('x2', x);
  line.setAttribute('y1', (spot.topPx + heightPx).toFixed(1));
  line.setAttribute('y2', y);
  dot.setAttribute('cx', x);
  dot.setAttribute('cy', y);
}

/** One listener for all names; dragging the view by a name is no tap. */
function listenToTaps(root: HTMLElement, onPick: (tagId: string) => void): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  let down = { xPx: 0, yPx: 0 };
  root.addEventListener(
    'pointerdown',
    ({ clientX, clientY }) => {
      down = { xPx: clientX, yPx: clientY };
    },
    { signal },
  );
  root.addEventListener(
    'click',
    ({ target, clientX, clientY }) => {
      if (Math.hypot(clientX - down.xPx, clientY - down.yPx) > TAP_PX) return;
      const tag =
        target instanceof Element ? target.closest<HTMLElement>('[data-horizon-tag]') : null;
      const id = tag?.dataset['horizonTag'];
      if (id !== undefined) onPick(id);
    },
    { signal },
  );
  return () => abort.abort();
}
