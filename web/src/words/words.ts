import { createContext, useContext } from 'react'
import type { Sentences } from './english.ts'
import { inWords } from './inWords.ts'

/** Languages of the desk, as BCP 47 tags, each by its own name. */
export const languages = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' } as const

/** A language of the desk. */
export type Language = keyof typeof languages

/** What a language says. */
export interface Catalogue {
  /** The desk's own sentences. `{name}` stands for a value. */
  readonly sentences: Sentences
  /** Names of the schema's enumerations and types. What is missing is written as the schema has it, in words. */
  readonly names: Readonly<Record<string, string>>
  /** Names of record fields, the same way. */
  readonly fields: Readonly<Record<string, string>>
}

/** Says things in the chosen language. */
export interface Words {
  readonly language: Language
  readonly choose: (language: Language) => void
  /** A sentence. */
  readonly say: (sentence: keyof Sentences, values?: Readonly<Record<string, string | number>>) => string
  /** A name of the schema, such as `BORDER_CHECK`. */
  readonly name: (name: string) => string
  /** A field of a record, such as `birthDate`. */
  readonly field: (field: string) => string
  /** A whole number. */
  readonly count: (count: number) => string
  /** A day, or a day and a time, from ISO 8601. What is known in part (`1984-05`) is given as it is. */
  readonly date: (iso: string) => string
}

/** Makes words of a catalogue. */
export function wordsOf(language: Language, catalogue: Catalogue, choose: (language: Language) => void): Words {
  const { sentences, names, fields } = catalogue
  const numbers = new Intl.NumberFormat(language)
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return {
    language,
    choose,
    say: (sentence, values = {}) =>
      sentences[sentence].replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name]
        return typeof value === 'number' ? numbers.format(value) : (value ?? '')
      }),
    name: (name) => names[name] ?? inWords(name),
    field: (field) => fields[field] ?? inWords(field.replace(/(?<=[a-z])(?=[A-Z])/g, '_')),
    count: (count) => numbers.format(count),
    date: (iso) => {
      const instant = Date.parse(iso)
      if (Number.isNaN(instant) || !/^\d{4}-\d\d-\d\d/.test(iso)) return iso
      return (iso.length === 10 ? days : moments).format(instant)
    },
  }
}

/** The words of the page; given by `WordsProvider`. */
export const WordsContext = createContext<Words | null>(null)

/** The words of the page. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (words === null) throw new Error('There is no WordsProvider above this component')
  return words
}
