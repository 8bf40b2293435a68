import type { CubeChange } from '../disclosure/study/cubeDiff.ts'
import { fieldWords } from '../disclosure/study/fieldWords.ts'
import type { LevelChange } from '../disclosure/study/levelDiff.ts'
import { fieldLevelText, recordLevelText } from '../disclosure/study/levelText.ts'
import type { PolicyDiff, TermChange } from '../disclosure/study/policyDiff.ts'
import { wrap } from './wrap.ts'

/** Differences as text: what loosens first, type by type. */
export function diffLines({ changes, forms, terms, cubes, classes, exhaustive, loosens, tightens }: PolicyDiff): readonly string[] {
  const gains = changes.filter(({ direction }) => direction === 'loosens')
  const losses = changes.filter(({ direction }) => direction === 'tightens')
  return [
    ...section('Gains: some callers learn more', gains),
    ...section('Loses: some callers learn less', losses),
    ...(forms.length === 0 ? [] : ['Other forms: the same level may show more']),
    ...forms.flatMap(({ type, field, level, from, to }) => wrap(`${type}.${field}, ${level}: ${from} -> ${to}`, '  ')),
    ...(terms.length === 0 ? [] : ['Terms of emergency access']),
    ...terms.flatMap(termLines),
    ...(cubes.length === 0 ? [] : ['Published counts']),
    ...cubes.flatMap(cubeLines),
    `${verdict(loosens, tightens)} ${classes} kinds of callers compared${exhaustive ? '' : '; not exhaustive: too many to try them all'}.`,
  ]
}

function verdict(loosens: boolean, tightens: boolean): string {
  if (loosens) return tightens ? 'Loosens and tightens.' : 'Loosens.'
  return tightens ? 'Tightens only.' : 'Nobody learns more or less.'
}

function section(title: string, changes: readonly LevelChange[]): readonly string[] {
  return changes.length === 0 ? [] : [title, ...changes.flatMap(changeLines), '']
}

/** Groups of callers told of one change; of more, how many there are. */
const mostGroups = 6

function changeLines({ type, fields, from, to, callers, example }: LevelChange): readonly string[] {
  const words = fields === null ? recordLevelText : fieldLevelText
  const more = callers.length > mostGroups ? [`      and ${callers.length - mostGroups} groups of callers more`] : []
  return [
    ...wrap(`${type} ${fields === null ? 'records' : fields.join(', ')}: ${words(from)} -> ${words(to)}`, '  '),
    ...callers.slice(0, mostGroups).flatMap((group) => wrap(group, '    - ')),
    ...more,
    ...wrap(`for instance, of a record with ${exampleText(example)}`, '      '),
  ]
}

function exampleText(example: LevelChange['example']): string {
  const parts = Object.entries(example).map(([field, value]) => `${fieldWords(field)} ${valueText(value)}`)
  return parts.length === 0 ? 'nothing known' : parts.join(', ')
}

function valueText(value: unknown): string {
  if (value === null) return 'not known'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueText).join(' + ')
  if (typeof value === 'object') {
    const parts = Object.entries(value as object).map(([name, part]) => `${fieldWords(name)} ${valueText(part)}`)
    return parts.length === 0 ? 'known' : `(${parts.join(', ')})`
  }
  return value === true ? 'yes' : value === false ? 'no' : String(value)
}

const termWords: Readonly<Record<TermChange['term'], (value: number) => string>> = {
  ttlMs: (value) => `lasts ${value / 60_000} minutes`,
  justificationMin: (value) => `wants a justification of ${value} signs`,
  perDay: (value) => `may be invoked ${value} times a day`,
  reviewMs: (value) => `is reviewed within ${value / 3_600_000} hours`,
}

function termLines({ block, term, from, to, direction }: TermChange): readonly string[] {
  return wrap(`${block} ${direction}: ${termWords[term](from)} -> ${termWords[term](to)}`, '  ')
}

const cubeWords: Readonly<Record<Exclude<CubeChange['about'], 'readers'>, string>> = {
  counted: 'counts',
  base: 'is rounded to',
  least: 'shows counts from',
}

function cubeLines({ cube, about, from, to, callers, direction }: CubeChange): readonly string[] {
  if (about !== 'readers') return wrap(`${cube} ${direction}: ${cubeWords[about]} ${from} -> ${to}`, '  ')
  const more = callers.length > mostGroups ? [`      and ${callers.length - mostGroups} groups of callers more`] : []
  return [
    ...wrap(`${cube} ${direction}: is read${direction === 'loosens' ? '' : ' no more'} by`, '  '),
    ...callers.slice(0, mostGroups).flatMap((group) => wrap(group, '    - ')),
    ...more,
  ]
}
