import { addQuad, createMesh, type Mesh, type Vec3 } from './mesh';

/** Strokes of each letter on a sheet 4 wide and 6 high: points as digit pairs x, y. */
const LETTERS: Readonly<Record<string, string>> = {
  A: '002640 1232',
  B: '00063645443303 3342413000',
  C: '4536160501103041',
  D: '00062644422000',
  E: '40000646 0333',
  F: '000646 0333',
  G: '45361605011030414323',
  H: '0006 4046 0343',
  I: '2026',
  J: '3631201001',
  K: '0006 460340',
  L: '060040',
  M: '0006234640',
  N: '00064046',
  O: '103041453616050110',
  P: '00063645443303',
  Q: '103041453616050110 2240',
  R: '00063645443303 2340',
  S: '453616050413334241301001',
  T: '0646 2026',
  U: '060110304146',
  V: '062046',
  W: '0610243046',
  X: '0046 0640',
  Y: '062346 2023',
  Z: '06460040',
  Đ: '00062644422000 0323',
  '0': '103041453616050110',
  '1': '152620',
  '2': '05163645440040',
  '3': '0516364544334241301001 1333',
  '4': '30360242',
  '5': '4606033342413000',
  '6': '36160501103041423303',
  '7': '064610',
  '8': '13334445361605041302011030414233',
  '9': '10304145361605041343',
  '.': '2021',
  '-': '1333',
};

/** Marks over a letter by combining character; the horn belongs to the letter's side. */
const MARKS: Readonly<Record<string, string>> = {
  '\u0300': '3718',
  '\u0301': '1738',
  '\u0302': '172837',
  '\u0303': '17283738',
  '\u0306': '182738',
  '\u0309': '18293827',
};
const HORN = '\u031b';
const HORN_STROKES = '455657';
const DOT_BELOW = '\u0323';
const ADVANCE = 5.5;
const STROKE = 0.95;
const SPACE = 3;

/**
 * Painted letters with all Vietnamese marks as flat strokes in the plane y = 0, read from -y,
 * centred on x = 0, the line on z = 0. Small letters are written as capitals.
 *
 * @param heightM - of a capital letter without marks
 */
export function lettering(text: string, heightM: number, material: number): Mesh {
  const mesh = createMesh();
  const unit = heightM / 6;
  const glyphs = readGlyphs(text);
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) - (ADVANCE - 4);
  let x = -width / 2;
  for (const { strokes, advance } of glyphs) {
    for (const stroke of strokes) {
      for (let i = 0; i + 1 < stroke.length; i++) {
        addStroke(mesh, stroke[i]!, stroke[i + 1]!, x, unit, material);
      }
    }
    x += advance;
  }
  return mesh;
}

interface Glyph {
  readonly strokes: readonly (readonly (readonly [number, number])[])[];
  readonly advance: number;
}

function readGlyphs(text: string): readonly Glyph[] {
  const glyphs: { strokes: (readonly (readonly [number, number])[])[]; advance: number }[] = [];
  let raised = 0;
  for (const sign of text.toUpperCase().normalize('NFD')) {
    const last = glyphs[glyphs.length - 1];
    const mark = MARKS[sign];
    if (mark && last) {
      last.strokes.push(...readStrokes(mark, raised));
      raised += 2;
    } else if (sign === HORN && last) last.strokes.push(...readStrokes(HORN_STROKES, 0));
    else if (sign === DOT_BELOW && last) last.strokes.push(...readStrokes('2021', -2.4));
    else {
      const letter = LETTERS[sign];
      glyphs.push({
        strokes: letter ? [...readStrokes(letter, 0)] : [],
        advance: letter ? ADVANCE : SPACE,
      });
      raised = 0;
    }
  }
  return glyphs;
}

function readStrokes(
  code: string,
  raised: number,
): readonly (readonly (readonly [number, number])[])[] {
  return code
    .split(' ')
    .map((stroke) =>
      Array.from(
        { length: stroke.length / 2 },
        (_, i) => [Number(stroke[2 * i]), Number(stroke[2 * i + 1]) + raised] as const,
      ),
    );
}

/** A bar from point to point, lengthened so that corners close. */
function addStroke(
  mesh: Mesh,
  from: readonly [number, number],
  to: readonly [number, number],
  left: number,
  unit: number,
  material: number,
): void {
  const dx = to[0] - from[0];
  const dz = to[1] - from[1];
  const length = Math.hypot(dx, dz) || 1;
  const ux = ((dx / length) * STROKE) / 2;
  const uz = ((dz / length) * STROKE) / 2;
  const at = (p: readonly [number, number], along: number, side: number): Vec3 => [
    (left + p[0] + ux * along - uz * side) * unit,
    0,
    (p[1] + uz * along + ux * side) * unit,
  ];
  addQuad(mesh, [at(from, -1, -1), at(to, 1, -1), at(to, 1, 1), at(from, -1, 1)], material);
}
