/** Words to write values with. */
export interface ValueWords {
  readonly name: (name: string) => string
  readonly date: (iso: string) => string
}

type Fields = Readonly<Record<string, unknown>>

/** A value of a record on one line, for a cell or a file. Empty when there is none. */
export function plainValue(value: unknown, words: ValueWords): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return isName(value) ? words.name(value) : words.date(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return value
      .map((one) => plainValue(one, words))
      .filter((one) => one !== '')
      .join(', ')
  if (typeof value !== 'object') return ''
  const fields = value as Fields
  if (Array.isArray(fields['names'])) return plainValue(fields['names'].slice(0, 1), words)
  if ('full' in fields || 'originalScript' in fields) return [fields['full'], fields['originalScript']].filter(isText).join(' · ')
  if (typeof fields['bureau'] === 'object') return plainValue(fields['bureau'], words)
  if (isText(fields['code'])) return fields['code']
  return Object.entries(fields)
    .filter(([field]) => field !== 'id')
    .map(([, part]) => plainValue(part, words))
    .filter((one) => one !== '')
    .join(' ')
}

/** A name of an enumeration, and no country code: those have two letters. */
function isName(text: string): boolean {
  return /^[A-Z][A-Z_]{2,}$/.test(text) || /^[MFXU]$/.test(text)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
