/** One line of the table of threats. */
export interface Threat {
  readonly id: string
  /** The tests that are said to cover it. */
  readonly tests: readonly { readonly file: string; readonly title: string }[]
  readonly state: string
}

/** How many threats there are: `T1` to `T30`. */
export const threatCount = 30

/** The lines of the table in `docs/threats.md`. */
export function threatsIn(text: string): readonly Threat[] {
  const rows = text.split('\n').filter((line) => /^\| T\d+ \|/.test(line))
  return rows.map((row) => {
    const cells = row.split('|').map((cell) => cell.trim())
    const tests = [...(cells[5] ?? '').matchAll(/`(test\/[^`]+)` "([^"]+)"/g)].map(([, file = '', title = '']) => ({ file, title }))
    return { id: cells[1] ?? '', tests, state: cells[6] ?? '' }
  })
}

/** What is wrong with the table, as sentences. `textOf` gives a file's text, or null when there is none. */
export function threatProblems(threats: readonly Threat[], textOf: (file: string) => string | null): readonly string[] {
  const wanted = Array.from({ length: threatCount }, (_, i) => `T${i + 1}`)
  const missing = wanted.filter((id) => threats.filter((threat) => threat.id === id).length !== 1).map((id) => `${id} has not one line`)
  const broken = threats.flatMap(({ id, tests, state }) => [
    ...(tests.length === 0 ? [`${id} names no test`] : []),
    ...(/^(holds|partly|to come)\b/.test(state) ? [] : [`${id} is neither held, nor partly, nor to come: "${state}"`]),
    ...tests.flatMap(({ file, title }) => {
      const text = textOf(file)
      if (text === null) return [`${id} names ${file}, which does not exist`]
      return new RegExp(`\\bit(\\.each\\([\\s\\S]*?\\))?\\(\\s*['"\`]${escaped(title)}['"\`]`).test(text)
        ? []
        : [`${id} names "${title}", which ${file} does not have`]
    }),
  ])
  return [...missing, ...broken]
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
