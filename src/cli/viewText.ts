import type { Outlook } from '../disclosure/study/levelText.ts'
import type { TypeView } from '../disclosure/study/viewMatrix.ts'
import { wrap } from './wrap.ts'

/** A bureau's policy as one caller meets it. */
export interface BureauView {
  readonly code: string
  readonly name: string
  readonly version: string
  /** Null when the bureau's rules cannot be read. */
  readonly types: readonly TypeView[] | null
}

const levels = ['full', 'generalised', 'masked', 'none'] as const

/** The matrix as text: by bureau and type, the fields at each level, and those whose level depends on the record. */
export function viewLines(views: readonly BureauView[]): readonly string[] {
  return views.flatMap(({ code, name, version, types }) => [
    '',
    `${code}  ${name}${version === '' ? '' : `  (disclosure.yaml ${version})`}`,
    ...(types === null ? ['  its rules cannot be read; "comity check" says why'] : types.flatMap(typeLines)),
  ])
}

function typeLines({ type, record, fields, notes }: TypeView): readonly string[] {
  const head = [...wrap(record.raised, `  ${type}: `), ...loweringLines(record, '    ')]
  if (record.highest !== 'listed') return [...head, ...notes.flatMap((note) => wrap(note, '    '))]
  const fixed = levels.flatMap((level) => {
    const names = fields.filter(({ lowest, highest }) => lowest === level && highest === level).map(({ field }) => field)
    return names.length === 0 ? [] : wrap(names.join(', '), `    ${(level === 'none' ? 'withheld' : level).padEnd(13)}`)
  })
  const waiting = Map.groupBy(
    fields.filter(({ lowest, highest }) => lowest !== highest),
    ({ text }) => text,
  )
  const depending = [...waiting.values()].flatMap((alike) => [
    ...wrap(alike.map(({ field }) => field).join(', '), `    ${'it depends'.padEnd(13)}`),
    ...alike.slice(0, 1).flatMap((one) => [...wrap(one.raised, ' '.repeat(19)), ...loweringLines(one, ' '.repeat(19))]),
  ])
  return [...head, ...fixed, ...depending, ...notes.flatMap((note) => wrap(note, '    '))]
}

/** Caps one under the other: each on its own lowers. */
function loweringLines({ lowered }: Outlook, indent: string): readonly string[] {
  return lowered.flatMap(({ to, conditions, uncertain }) => [
    ...wrap(`${to} if ${conditions.length > 1 ? 'any of these holds' : 'this holds'}${uncertain ? ' or cannot be told' : ''}:`, indent),
    ...conditions.flatMap((condition) => wrap(condition, `${indent}- `)),
  ])
}
