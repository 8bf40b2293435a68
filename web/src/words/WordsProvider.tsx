import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { english } from './english.ts'
import { type Catalogue, type Language, languages, WordsContext, wordsOf } from './words.ts'

const readers: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  fr: async () => (await import('./french.ts')).french,
  es: async () => (await import('./spanish.ts')).spanish,
  ar: async () => (await import('./arabic.ts')).arabic,
}

/** Gives the page its words: of the browser's language when the desk speaks it, else English. The choice ends with the page. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [known, setKnown] = useState<{ readonly language: Language; readonly catalogue: Catalogue }>({ language: 'en', catalogue: english })
  const [chosen, choose] = useState(preferred)

  useEffect(() => {
    let wanted = true
    const reading = chosen === 'en' ? Promise.resolve(english) : readers[chosen]()
    reading.then(
      (catalogue) => wanted && setKnown({ language: chosen, catalogue }),
      // The hub is away: the page goes on in the language it has.
      () => wanted && choose(known.language),
    )
    return () => {
      wanted = false
    }
  }, [chosen, known.language])
  useEffect(() => {
    document.documentElement.lang = known.language
    document.documentElement.dir = known.language === 'ar' ? 'rtl' : 'ltr'
  }, [known.language])
  const words = useMemo(() => wordsOf(known.language, known.catalogue, choose), [known])
  return <WordsContext value={words}>{children}</WordsContext>
}

function preferred(): Language {
  const found = navigator.languages.map((tag) => tag.split('-', 1)[0]).find((tag) => tag !== undefined && tag in languages)
  return (found as Language | undefined) ?? 'en'
}
