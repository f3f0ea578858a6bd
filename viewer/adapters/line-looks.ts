/** Kinds of lines that the globe draws beside routes. */
export type LineLook =
  | 'border'
  | 'expressway'
  | 'national'
  | 'provincial'
  | 'local'
  | 'road-unknown'
  | 'river-wide'
  | 'river'
  | 'stream';

/** How a line is drawn on the globe and in its legend. */
export interface LineStyle {
  /** CSS colour, `#rrggbb`. */
  readonly colour: string;
  readonly opacity: number;
  /** Without its edges. */
  readonly widthPx: number;
  /** Strength of the dark edge that keeps it legible over pale and over dark ground. */
  readonly edgeOpacity: number;
  readonly isDashed: boolean;
}

/** The dark of every edge, and how wide one is. */
export const LINE_EDGE = { colour: '#1b1f3b', widthPx: 1 } as const;

const MIST = '#f1f3ee';
const ROAD = '#fbe9cf';
const WATER = '#5fa8dc';

/** Borders and rivers stay under roads, and all of them under the routes. */
export const LINE_LOOKS: Readonly<Record<LineLook, LineStyle>> = {
  border: { colour: MIST, opacity: 0.85, widthPx: 1, edgeOpacity: 0.4, isDashed: false },
  expressway: { colour: '#ff9a52', opacity: 1, widthPx: 3, edgeOpacity: 0.7, isDashed: false },
  national: { colour: ROAD, opacity: 1, widthPx: 2.2, edgeOpacity: 0.65, isDashed: false },
  provincial: { colour: ROAD, opacity: 0.9, widthPx: 1.4, edgeOpacity: 0.5, isDashed: false },
  local: { colour: ROAD, opacity: 0.8, widthPx: 1, edgeOpacity: 0.4, isDashed: false },
  'road-unknown': {
    colour: '#4a4f73',
    opacity: 0.85,
    widthPx: 1.6,
    edgeOpacity: 0,
    isDashed: true,
  },
  'river-wide': { colour: WATER, opacity: 1, widthPx: 3, edgeOpacity: 0.25, isDashed: false },
  river: { colour: WATER, opacity: 0.9, widthPx: 2, edgeOpacity: 0.2, isDashed: false },
  stream: { colour: WATER, opacity: 0.8, widthPx: 1.2, edgeOpacity: 0.15, isDashed: false },
};
