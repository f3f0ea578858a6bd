import { recordsOf, requireSceneRecord, type SceneContent, type SceneRecord } from './read-scene';
import { factTally } from './scene-stats';

const WIDTH_PX = 1200;
const MARGIN_PX = 40;
const LEGEND_PX = 70;
/** Squares in which places are counted: the empty ones are where nobody has written yet. */
const CELL_DEG = 0.25;
/** From little told to all told. */
const COLOURS = ['#b3321f', '#d98b1f', '#8aa52a', '#1f7a45'] as const;

type ToPixel = (lonDeg: number, latDeg: number) => readonly [x: number, y: number];

/** A map of the places of a scene: where they are, and what share of their facts is told. */
export function coverageMapSvg(content: SceneContent): string {
  const { regionBoxDeg: box, title } = requireSceneRecord(content);
  const perLon = (WIDTH_PX - 2 * MARGIN_PX) / (box.eastDeg - box.westDeg);
  const midLatRad = ((box.southDeg + box.northDeg) / 2) * (Math.PI / 180);
  const perLat = perLon / Math.cos(midLatRad);
  const heightPx = Math.round((box.northDeg - box.southDeg) * perLat) + 2 * MARGIN_PX + LEGEND_PX;
  const toPixel: ToPixel = (lonDeg, latDeg) => [
    MARGIN_PX + (lonDeg - box.westDeg) * perLon,
    MARGIN_PX + (box.northDeg - latDeg) * perLat,
  ];
  const places = recordsOf(content, 'place');
  const drawn = [
    ...cells(places, toPixel),
    ...routeLines(content, toPixel),
    ...places.map((entry) => dot(entry, toPixel)),
    ...provinceLabels(content, toPixel),
    ...legend(heightPx, `${title.en}: ${places.length} places`),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH_PX}" height="${heightPx}" font-family="sans-serif">`,
    `<rect width="100%" height="100%" fill="#f7f5ef"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

function cells(places: readonly SceneRecord<'place'>[], toPixel: ToPixel): string[] {
  const counts = new Map<string, number>();
  for (const { record } of places) {
    const { lonDeg, latDeg } = record.position;
    const key = `${Math.floor(lonDeg / CELL_DEG)} ${Math.floor(latDeg / CELL_DEG)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort().map(([key, count]) => {
    const [col = 0, row = 0] = key.split(' ').map(Number);
    const [left, top] = toPixel(col * CELL_DEG, (row + 1) * CELL_DEG);
    const [right, bottom] = toPixel((col + 1) * CELL_DEG, row * CELL_DEG);
    const opacity = Math.min(0.5, 0.12 * count);
    return `<rect x="${px(left)}" y="${px(top)}" width="${px(right - left)}" height="${px(bottom - top)}" fill="#7f9bb0" fill-opacity="${opacity.toFixed(2)}"/>`;
  });
}

function routeLines(content: SceneContent, toPixel: ToPixel): string[] {
  return recordsOf(content, 'route').flatMap(({ record }) =>
    record.legs.map(({ coordinates }) => {
      const points = coordinates.map(([lonDeg, latDeg]) => toPixel(lonDeg, latDeg).map(px));
      return `<polyline points="${points.join(' ')}" fill="none" stroke="#8b8273" stroke-opacity="0.5"/>`;
    }),
  );
}

function dot(entry: SceneRecord<'place'>, toPixel: ToPixel): string {
  const { name, position, importance } = entry.record;
  const { told, unknown, missing } = factTally([entry]);
  const share = told / Math.max(1, told + unknown + missing);
  const colour = COLOURS[Math.min(COLOURS.length - 1, Math.floor(share * COLOURS.length))];
  const [x, y] = toPixel(position.lonDeg, position.latDeg);
  const title = escaped(`${name.vi}: ${told} told, ${unknown} unknown, ${missing} not written`);
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${8 - importance}" fill="${colour}" stroke="#fff"><title>${title}</title></circle>`;
}

/** A province's name and count, in the middle of its places. */
function provinceLabels(content: SceneContent, toPixel: ToPixel): string[] {
  return recordsOf(content, 'province-before-2025').flatMap(({ record }) => {
    const inside = recordsOf(content, 'place').filter(
      (place) => place.record.provinceBefore2025Ids[0] === record.id,
    );
    if (inside.length === 0) return [];
    const mean = (of: 'lonDeg' | 'latDeg') =>
      inside.reduce((sum, place) => sum + place.record.position[of], 0) / inside.length;
    const [x, y] = toPixel(mean('lonDeg'), mean('latDeg'));
    return [
      `<text x="${px(x)}" y="${px(y)}" text-anchor="middle" font-size="20" fill="#333" stroke="#f7f5ef" stroke-width="4" paint-order="stroke">${escaped(record.name.vi)} ${inside.length}</text>`,
    ];
  });
}

function legend(heightPx: number, title: string): string[] {
  const y = heightPx - LEGEND_PX / 2;
  const words = ['less than a quarter', 'to a half', 'to three quarters', 'more of its facts told'];
  return [
    `<text x="${MARGIN_PX}" y="${y}" font-size="20" fill="#333">${escaped(title)}</text>`,
    ...COLOURS.flatMap((colour, at) => {
      const x = WIDTH_PX / 2 - 60 + at * 165;
      return [
        `<circle cx="${x}" cy="${y - 6}" r="7" fill="${colour}"/>`,
        `<text x="${x + 12}" y="${y}" font-size="14" fill="#333">${words[at] ?? ''}</text>`,
      ];
    }),
  ];
}

function px(value: number): string {
  return value.toFixed(1);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
