import { type Language, languages, useWords } from '../words/words.ts'

/** The language of the page. */
export function LanguageField() {
  const { language, choose, say } = useWords()
  return (
    <label className="field language-field">
      <small>{say('language')}</small>
      <select name="language" value={language} onChange={(event) => choose(event.target.value as Language)}>
        {Object.entries(languages).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
