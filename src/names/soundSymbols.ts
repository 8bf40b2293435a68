/**
 * What a letter, or a group of letters that stands for one sound, may be read as in the languages of the clerks who write it: the likeliest reading first.
 * Sounds are one character each: a e i o u; S as in ship, Z as in measure, C as in church, J as in jam, X as in loch, T as in tsar, j as in yes.
 */
const readings: Readonly<Record<string, string>> = {
  a: 'a',
  e: 'ea',
  i: 'i',
  o: 'o',
  u: 'uo',
  y: 'ijuJ',
  b: 'bv',
  c: 'ksTCJ',
  d: 'd',
  f: 'f',
  g: 'gJZXh',
  h: 'hX',
  j: 'JjZX',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  p: 'p',
  q: 'kCg',
  r: 'r',
  s: 'sSz',
  t: 't',
  v: 'vfw',
  w: 'wvu',
  x: 'SksX',
  z: 'zsT',
  tsh: 'C',
  dg: 'J',
  dsh: 'J',
  wh: 'wv',
  wr: 'r',
  ght: 't',
  sh: 'S',
  sch: 'S',
  tsch: 'C',
  dsch: 'J',
  shch: 'SC',
  schtsch: 'SC',
  tch: 'C',
  dzh: 'J',
  ch: 'CSXk',
  zh: 'ZJ',
  kh: 'Xk',
  gh: 'gX',
  th: 'ts',
  ph: 'fp',
  dj: 'J',
  dz: 'zJd',
  dh: 'dz',
  cz: 'C',
  sz: 'sS',
  rz: 'Zr',
  rzh: 'Zr',
  ts: 'Ts',
  tz: 'Ts',
  tc: 'C',
  cs: 'CS',
  ck: 'k',
  qu: 'k',
  ou: 'uw',
  oo: 'u',
  ee: 'i',
  oe: 'oeu',
  ae: 'ea',
  ue: 'ui',
  ei: 'eia',
  ey: 'ei',
  ai: 'aei',
  ay: 'aei',
  aa: 'a',
  au: 'aou',
  eu: 'ueo',
  eo: 'oe',
  ij: 'iae',
  gn: 'nj',
  ny: 'nj',
  nh: 'n',
  lh: 'l',
  oy: 'oi',
  oi: 'oi',
  oua: 'w',
  gu: 'gw',
  iy: 'i',
  yi: 'i',
  ii: 'i',
  ji: 'iJ',
  uu: 'u',
  rh: 'r',
}

/** Two sounds that ears, or alphabets without one of them, take for each other; hundredths of a whole mistake. */
const near: Readonly<Record<string, number>> = {
  bp: 40,
  bv: 40,
  fv: 25,
  fp: 45,
  dt: 40,
  gk: 35,
  Xk: 35,
  Xh: 12,
  Xg: 45,
  gh: 45,
  sz: 25,
  Ss: 45,
  Zz: 45,
  CS: 40,
  SZ: 40,
  CJ: 40,
  JZ: 20,
  Jj: 40,
  Ts: 35,
  Tz: 30,
  CT: 45,
  Tt: 60,
  mn: 50,
  lr: 60,
  CX: 60,
  Ck: 65,
  Jg: 55,
  Jz: 45,
  dz: 60,
  st: 65,
  vw: 12,
  bw: 50,
  fw: 50,
  Zs: 60,
  Sz: 60,
  JX: 50,
  dj: 70,
  ae: 25,
  ai: 50,
  ao: 35,
  au: 45,
  ei: 25,
  eo: 40,
  eu: 45,
  io: 50,
  iu: 40,
  ou: 15,
  ij: 8,
  ej: 30,
  uw: 8,
  ow: 25,
  uv: 30,
}

/**
 * What kana and hangul cannot tell apart, because they have one sound for both: l and r, v and b, f and h or p, si and shi, ti and chi, zi and ji; and what
 * they leave out.
 */
const nearSyllables: Readonly<Record<string, number>> = {
  lr: 2,
  bv: 8,
  vw: 10,
  bw: 40,
  fp: 12,
  fh: 15,
  ph: 40,
  bf: 20,
  sS: 10,
  st: 30,
  tC: 20,
  tT: 12,
  sT: 20,
  dJ: 20,
  zJ: 8,
  zs: 20,
  ZJ: 8,
  zZ: 15,
  JS: 40,
  JC: 12,
  dz: 20,
  gk: 10,
  bp: 15,
  dt: 12,
  sC: 40,
  TC: 15,
  hX: 5,
  Xk: 25,
  jJ: 40,
}

/** Every symbol, longest first, so that `sch` is not read as `s` and `ch`. */
const symbols = Object.keys(readings).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
const longest = symbols[0]?.length ?? 1
const numbers: ReadonlyMap<string, number> = new Map(symbols.map((symbol, number) => [symbol, number]))
const firstSounds = symbols.map((symbol) => readings[symbol]?.[0] ?? '')

/** How many symbols there are. */
export const symbolCount = symbols.length

/** Which symbols are vowels. */
export const vowels: readonly boolean[] = firstSounds.map((sound) => 'aeiou'.includes(sound))

/** Which symbols are often not heard or not written: h, and the glides y, w and j. */
export const weak: readonly boolean[] = symbols.map((symbol) => ['h', 'w', 'y', 'j', 'iy', 'ji', 'ou', 'oua'].includes(symbol))

/** Of two symbols, how far one is from the other: 0 for the same to 100 for a whole mistake. Symmetric. */
export const distances: readonly (readonly number[])[] = symbols.map((a) => symbols.map((b) => between(a, b, near)))

/** The same where one of the two words comes from kana or hangul. */
export const syllableDistances: readonly (readonly number[])[] = symbols.map((a) =>
  symbols.map((b) => Math.min(between(a, b, near), between(a, b, nearSyllables))),
)

/** R, which kana and hangul leave out at the end of a syllable. */
export const dropped: readonly boolean[] = firstSounds.map((sound) => sound === 'r')

/** The symbols of a word of small letters a to z, by number; doubled ones count once. */
export function symbolsOf(word: string): readonly number[] {
  const found: number[] = []
  for (let at = 0; at < word.length; ) {
    let length = Math.min(longest, word.length - at)
    while (length > 1 && !numbers.has(word.slice(at, at + length))) length--
    const number = numbers.get(word.slice(at, at + length))
    if (number !== undefined && number !== found.at(-1)) found.push(number)
    at += length
  }
  return found
}

/** The likeliest sound of a symbol. */
export function soundOf(symbol: number): string {
  return firstSounds[symbol] ?? ''
}

function between(a: string, b: string, table: Readonly<Record<string, number>>): number {
  if (a === b) return 0
  const [ofA, ofB] = [[...(readings[a] ?? '')], [...(readings[b] ?? '')]]
  let least = 100
  for (const [i, one] of ofA.entries())
    for (const [j, other] of ofB.entries()) {
      // A second reading is possible, the first is likely.
      const doubt = (i > 0 ? 4 : 0) + (j > 0 ? 4 : 0) + 2
      const step = one === other ? 0 : (table[one + other] ?? table[other + one] ?? 100)
      least = Math.min(least, step + doubt)
    }
  return least
}
