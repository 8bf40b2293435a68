import { wrap } from './wrap.ts'

/** How one level came about, as the hub tells it. */
interface LevelAnswer {
  readonly level: string
  readonly deciding: readonly string[]
  readonly because: string
}

/** What the hub answers to `explainDisclosure`. */
export interface ExplanationAnswer {
  readonly type: string
  readonly version: string
  readonly record: LevelAnswer
  readonly fields: readonly (LevelAnswer & { readonly field: string })[]
  readonly rules: readonly {
    readonly id: string
    readonly title: string
    readonly why: string | null
    readonly layer: string
    readonly kind: string
    readonly fields: readonly string[] | null
    readonly level: string | null
    readonly counts: boolean
    readonly because: string
    readonly conditions: readonly { readonly text: string; readonly truth: boolean | null }[]
  }[]
}

const withheldBecause = 'no permit grants it'

/** The explanation as text: levels with what they rest on, then every rule with what it did. Fields that came about alike stand together. */
export function explanationLines({ type, version, record, fields, rules }: ExplanationAnswer): readonly string[] {
  const alike = Map.groupBy(fields, ({ level, because }) => `${level} ${because}`)
  return [
    '',
    `${type}, under the rules of version ${version}`,
    '',
    ...levelLines('the record', record),
    ...[...alike.values()].flatMap((group) =>
      group.slice(0, 1).flatMap((one) => levelLines(group.map(({ field }) => field).join(', '), one)),
    ),
    '',
    'Rules that counted',
    ...rules.filter(({ counts }) => counts).flatMap(ruleLines),
    '',
    'Rules that did not',
    ...rules.filter(({ counts }) => !counts).flatMap(ruleLines),
  ]
}

function levelLines(what: string, { level, because }: LevelAnswer): readonly string[] {
  // What each permit failed on stands with the rules.
  const short = because.startsWith(withheldBecause) ? withheldBecause : because
  const word = level === 'NONE' ? 'withheld' : level.toLowerCase()
  return [...wrap(what, `  ${word.padEnd(13)}`), ...wrap(short, ' '.repeat(17))]
}

function ruleLines(rule: ExplanationAnswer['rules'][number]): readonly string[] {
  const { id, title, why, layer, kind, fields, because, conditions } = rule
  const from = layer === 'OWNER' ? '' : ` (${layer.toLowerCase()})`
  return [
    ...wrap(`${id}${from}: ${title}${why === null ? '' : ` [${why}]`}`, '  '),
    ...wrap(`${kind.toLowerCase()} on ${fields === null ? 'the record' : fields.join(', ')}: ${because}`, '      '),
    ...conditions.flatMap(({ text, truth }) => wrap(text, `      ${truth === null ? 'unknown' : truth ? 'yes' : 'no'}: `.padEnd(15))),
  ]
}
