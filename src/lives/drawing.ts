import type { Life, LifeWords, Transition } from './life.ts'

/** A life and what it is called. */
export interface NamedLife {
  /** A record type. */
  readonly name: string
  /** In one sentence, whose life it is and which rules it follows. */
  readonly about: string
  readonly life: Life<LifeWords>
}

/** Lives as a page in Markdown: a state diagram (Mermaid) and a table of all arrows for each. The same lives give the same page. */
export function livesPage(lives: readonly NamedLife[]): string {
  const head = [
    '# Lives',
    '',
    'How what the hub keeps goes from state to state. Drawn from the code by `npm run lives`; whatever is not here is refused with `ILLEGAL_TRANSITION`, which names what would be right.',
  ]
  return `${[...head, ...lives.flatMap(section)].join('\n')}\n`
}

function section({ name, about, life }: NamedLife): readonly string[] {
  return ['', `## ${name}`, '', about, '', '```mermaid', ...diagram(life), '```', '', ...table(life)]
}

/** One line for each pair of states, with everything that leads from the one to the other. What stays where it is stands in the table alone. */
function diagram({ begins, transitions }: Life<LifeWords>): readonly string[] {
  const lines = new Map<string, Set<string>>()
  const leaving = new Set(transitions.flatMap(({ from, to }) => (to === 'SAME' ? [] : from)))
  for (const { act, from, to } of transitions) {
    for (const state of to === 'SAME' ? [] : from) {
      const line = `${state} --> ${to}`
      lines.set(line, (lines.get(line) ?? new Set<string>()).add(act))
    }
  }
  const states = new Set(transitions.flatMap(({ to }) => (to === 'SAME' || to === 'RESUMED' ? [] : to)))
  const ends = [...states].filter((state) => !leaving.has(state))
  return [
    'stateDiagram-v2',
    `  [*] --> ${begins}`,
    ...[...lines].map(([line, acts]) => `  ${line}: ${[...acts].join(', ')}`),
    ...ends.map((state) => `  ${state} --> [*]`),
  ]
}

function table({ transitions }: Life<LifeWords>): readonly string[] {
  return ['| act | from | to | who | takes |', '|---|---|---|---|---|', ...transitions.map(row)]
}

function row({ act, from, to, side, roles, when, fourEyes, needs }: Transition<LifeWords>): string {
  const who = [side, ...(roles.length === 0 ? [] : [`(${roles.join(', ')})`]), ...(fourEyes ? ['another person'] : [])].join(' ')
  const takes = [...(when === undefined ? [] : [`while ${when}`]), ...needs].join('; ')
  return `| ${act} | ${from.join(', ')} | ${to === 'RESUMED' ? 'where it stood' : to === 'SAME' ? 'stays' : to} | ${who} | ${takes} |`
}
