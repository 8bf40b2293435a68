/** A row of the common data: what every kind of system holds in the contract suite. */
export interface Thing {
  readonly id: string
  readonly name: string | null
  /** A date, or null. */
  readonly born: string | null
  readonly n: number | null
  readonly aliases: readonly Alias[]
}

export interface Alias {
  readonly label: string
  readonly pos: number
}

const alias = (...labels: readonly string[]): readonly Alias[] => labels.map((label, i) => ({ label, pos: labels.length - i }))

/** Odd keys, ties, missing values, several scripts, and everything that LIKE, CSV, XML and URLs take for something else. */
const odd: readonly Thing[] = [
  { id: 'a', name: 'Ábel', born: '1980-01-01', n: 3, aliases: alias('Z', 'A', 'M') },
  { id: 'B', name: 'abel', born: '1980-01-01', n: 3, aliases: [] },
  { id: 'b', name: 'Abel', born: '1980-01-01', n: -7, aliases: alias('A') },
  { id: "o'brien", name: "O'Brien", born: '1979-12-31', n: 0, aliases: alias("d'Arc", '"quoted"') },
  { id: 'x;drop', name: 'Robert"; DROP TABLE things;--', born: '2001-02-28', n: 1, aliases: [] },
  { id: 'a,b', name: '100% wool', born: '2001-02-28', n: 2, aliases: alias('100_x') },
  { id: 'p%', name: '100', born: null, n: null, aliases: [] },
  { id: 'p_', name: '100_x', born: '1999-09-09', n: 100, aliases: [] },
  { id: 'p|', name: '100|x', born: '1999-09-09', n: 20, aliases: [] },
  { id: 'back\\slash', name: 'C:\\temp', born: '1950-06-15', n: 9, aliases: [] },
  { id: 'sl/ash', name: 'A/B?c=d&e=f#g', born: '1950-06-15', n: 10, aliases: alias('x') },
  { id: '..', name: 'dots', born: '1966-01-01', n: 11, aliases: [] },
  { id: 'Ω', name: 'Ωμέγα', born: '1990-05-05', n: 12, aliases: alias('Ω') },
  { id: '漢字', name: '漢字', born: '1990-05-05', n: 13, aliases: [] },
  { id: '\uffee', name: '\uffee high in the basic plane', born: '1990-05-06', n: 14, aliases: [] },
  { id: '😀', name: '😀 astral', born: null, n: 15, aliases: alias('😀') },
  { id: '😁', name: '😁 astral', born: null, n: null, aliases: [] },
  { id: 'مح', name: 'محمد', born: '1985-03-01', n: 16, aliases: [] },
  { id: '<tag>', name: '<b>&amp;</b>', born: '1985-03-31', n: 17, aliases: alias('<a/>') },
  { id: 'none', name: null, born: null, n: null, aliases: [] },
  { id: 'null', name: 'null', born: '1985-04-01', n: 18, aliases: [] },
  { id: 'empty', name: '', born: '1970-01-01', n: 19, aliases: [] },
  { id: '__proto__', name: 'constructor', born: '1970-01-01', n: 21, aliases: alias('toString') },
]

const many = Array.from(
  { length: 60 },
  (_, i): Thing => ({
    id: `k${i}`,
    name: `Name ${i % 7}`,
    born: i % 11 === 0 ? null : `19${60 + (i % 13)}-0${1 + (i % 9)}-1${i % 10}`,
    n: i % 5 === 0 ? null : 1000 - (i % 17),
    aliases: i % 3 === 0 ? alias(`alias ${i}`, `other ${i % 4}`) : [],
  }),
)

/** All rows, in no particular order. */
export const things: readonly Thing[] = [...many.slice(30), ...odd, ...many.slice(0, 30)]

/** Rows with number keys, which order otherwise than their texts. */
export const counters: readonly { readonly no: number; readonly word: string }[] = [10, 9, 100, 1, 2, 20, 1000, 99, 3].map((no) => ({
  no,
  word: `w${no % 3}`,
}))
