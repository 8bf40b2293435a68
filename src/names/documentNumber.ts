/** The most characters of a document's number that are read. ICAO 9303 has 9, or more in the optional field; national cards have up to some twenty. */
const longest = 40

/**
 * A document's number as it is compared: NFKC, digits of any script as 0 to 9, letters A to Z large, and nothing else: no blanks, hyphens, dots or fillers (`<`).
 * Empty when nothing is left.
 */
export function documentNumber(text: string): string {
  return text
    .slice(0, 4 * longest)
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, longest)
}

/**
 * The check digit of ICAO Doc 9303-3, section 4.9: weights 7, 3, 1; A is 10, Z is 35, the filler `<` is 0. Null when the text holds anything else.
 */
export function checkDigit(field: string): string | null {
  let sum = 0
  for (const [at, sign] of [...field].entries()) {
    const value = sign === '<' ? 0 : '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(sign)
    if (value < 0) return null
    sum += value * ([7, 3, 1][at % 3] ?? 0)
  }
  return String(sum % 10)
}

/** What came of a number copied from a machine readable zone. */
export interface ZoneNumber {
  readonly number: string
  /** Whether the digit after the nine places of the number is the one that belongs there. */
  readonly checked: boolean
}

/**
 * Reads the number from a machine readable zone: nine places, filled up with `<`, and the check digit. Null when the text is not of this form. A text of ten
 * letters and digits without a filler has it too: whoever asks has to know that it comes from a zone.
 */
export function readZoneNumber(text: string): ZoneNumber | null {
  const zone = text.trim().toUpperCase()
  if (!/^[A-Z0-9][A-Z0-9<]{8}\d$/.test(zone)) return null
  return { number: documentNumber(zone.slice(0, 9)), checked: checkDigit(zone.slice(0, 9)) === zone[9] }
}

/** What two documents' numbers say. */
export type DocumentOutcome =
  /** The same number, with or without the check digit of a machine readable zone after one of them. */
  | 'agrees'
  /** The same but for signs that look alike: O and 0, I and 1, B and 8, S and 5, Z and 2. */
  | 'looksAlike'
  | 'differs'
  /** At least one holds fewer than four signs: too few to go by. */
  | 'unknown'

/** Compares two documents' numbers. Symmetric. The issuing country is not looked at: numbers are unique in a country only. */
export function compareDocumentNumbers(a: string, b: string): DocumentOutcome {
  const [one, other] = [documentNumber(a), documentNumber(b)]
  if (one.length < 4 || other.length < 4) return 'unknown'
  if (one === other || withDigit(one) === other || withDigit(other) === one) return 'agrees'
  return plain(one) === plain(other) ? 'looksAlike' : 'differs'
}

/**
 * Keys to look a document up by: two numbers of which `compareDocumentNumbers` says that they agree or look alike share one. Empty for a number of too few signs.
 */
export function documentKeys(text: string): readonly string[] {
  const number = documentNumber(text)
  if (number.length < 4) return []
  const zone = withDigit(number)
  return zone === null ? [plain(number)] : [plain(number), plain(zone)]
}

/** The number as a zone has it, its check digit behind it. The fillers between are gone by then, and count nothing. */
function withDigit(number: string): string | null {
  return number.length > 9 ? null : number + checkDigit(number)
}

function plain(number: string): string {
  const like: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1', B: '8', S: '5', Z: '2' }
  return number.replace(/[OQILBSZ]/g, (sign) => like[sign] ?? sign)
}

function asciiDigit(sign: string): string {
  const point = sign.codePointAt(0) ?? 0
  // The ten digits of a script follow each other, and begin where the one before is none.
  let zero = point
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(point - zero)
}
