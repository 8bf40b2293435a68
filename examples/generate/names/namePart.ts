import type { Tongue } from '../bureauCodes.ts'

/** One part of a name, written as each bureau's language spells it. */
export interface NamePart {
  /** In its original script; null when that is Latin. */
  readonly native: string | null
  readonly spelt: Readonly<Record<Tongue, string>>
}

/** Writing systems of names. */
export type Script = 'LATIN' | 'CYRILLIC' | 'ARABIC' | 'GREEK' | 'HAN' | 'KANA'

/** The name of a human being, before any bureau spells it. */
export interface HumanName {
  readonly script: Script
  readonly given: readonly NamePart[]
  readonly family: readonly NamePart[]
  readonly patronymic: NamePart | null
  /** The family name comes first and nothing stands between the signs. */
  readonly eastAsian: boolean
}

/** A name as one bureau records it. */
export interface SpeltName {
  readonly family: string
  readonly given: string
  readonly patronymic: string | null
  readonly originalScript: string | null
}

/** How a bureau that works in `tongue` writes the name. */
export function spell(name: HumanName, tongue: Tongue): SpeltName {
  const text = (parts: readonly NamePart[]) => parts.map((part) => part.spelt[tongue]).join(' ')
  return {
    family: text(name.family),
    given: text(name.given),
    patronymic: name.patronymic?.spelt[tongue] ?? null,
    originalScript: name.script === 'LATIN' ? null : original(name),
  }
}

function original(name: HumanName): string {
  const text = (parts: readonly NamePart[]) => parts.map((part) => part.native ?? '').join(name.eastAsian ? '' : ' ')
  if (name.eastAsian) return text(name.family) + text(name.given)
  const middle = name.patronymic?.native
  return [text(name.given), middle, text(name.family)].filter((part) => part !== undefined && part !== null && part !== '').join(' ')
}

/** The same spelling everywhere, but for letters that a language's clerks do without; `home` is the name's own language, if a bureau works in it. */
export function latinPart(text: string, home: Tongue | null): NamePart {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ø', 'o')
  const wide = text
    .replace(/[äöüåø]/g, (sign) => ({ ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' })[sign] ?? sign)
    .replace(/[ÄÖÜÅØ]/g, (sign) => ({ Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', Å: 'Aa', Ø: 'Oe' })[sign] ?? sign)
    .replaceAll('ß', 'ss')
  const turkish = plain.replaceAll('sh', 'ş').replaceAll('ch', 'ç')
  const spelt = { de: text, fr: wide, es: text, pt: plain, tr: turkish }
  return { native: null, spelt: home === null ? spelt : { ...spelt, [home]: text } }
}

/** Each word with a capital first letter. */
export function capitalise(text: string): string {
  return text.replace(/(^|[\s-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
