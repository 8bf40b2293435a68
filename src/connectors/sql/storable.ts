/**
 * A text as far as a database can hold it. JavaScript texts may contain half of a surrogate pair, and Postgres holds no NUL; no stored text has either, so
 * a comparison with such a text is made with the part before it.
 */
export interface Storable {
  readonly text: string
  /** False: the text was cut, and no stored text equals the whole. */
  readonly whole: boolean
}

const half = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
const halfOrNul = new RegExp(`${half.source}|\\u0000`)

/** Cuts a text where a database cannot follow. */
export function storable(text: string, holdsNul: boolean): Storable {
  const at = text.search(holdsNul ? half : halfOrNul)
  return at < 0 ? { text, whole: true } : { text: text.slice(0, at), whole: false }
}

/** The greatest text that starts with the stored part of a cut text: an upper bound that leaves nothing out. */
export function upperBound(cut: Storable): string {
  return cut.whole ? cut.text : `${cut.text}\u{10FFFF}`
}
