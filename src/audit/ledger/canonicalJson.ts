/** Text that stands in JSON as it is; what has a surrogate in it is left to `JSON.stringify`. */
const plain = /^[\x20\x21\x23-\x5b\x5d-\ud7ff\ue000-\uffff]*$/

/**
 * JSON in the one form of RFC 8785: keys in the order of their UTF-16 code units, no white space, numbers and strings as ECMAScript writes them. Members that are
 * undefined are left out. A lone surrogate, which the RFC does not know, is escaped. Throws for a number that is not finite.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no such number')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '[' : ','}${canonicalJson(item)}`
    return text === '' ? '[]' : `${text}]`
  }
  for (const key of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[key]
    if (member !== undefined) text += `${text === '' ? '{' : ','}${quoted(key)}:${canonicalJson(member)}`
  }
  return text === '' ? '{}' : `${text}}`
}

function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text)
}
