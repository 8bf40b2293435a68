import { type Condition, type Many, type Range, type Ref, refsOf, type Single } from '../language/condition.ts'
import { anyOf, isPlural, refWords } from './fieldWords.ts'

/**
 * A condition as an English clause a lawyer reads: "the record's status is MISSING and XC is not listed in the record's excluded countries". Says
 * what the condition says and no more: where a value that is not known makes it neither true nor false, that is for the reader of the clause to add.
 */
export function conditionText(condition: Condition): string {
  return clause(condition, true)
}

/** The terms that must all hold, each on its own; one for a condition that is not a conjunction. */
export function conjunctsOf(condition: Condition): readonly Condition[] {
  return condition.op === 'and' ? condition.terms.flatMap(conjunctsOf) : [condition]
}

/** `holds` false gives the denial: Kleene's logic keeps De Morgan's laws, so that "not" is always said of the smallest part. */
function clause(condition: Condition, holds: boolean): string {
  switch (condition.op) {
    case 'known':
      return knownText(condition.value === null ? null : condition.value === holds)
    case 'not':
      return clause(condition.term, !holds)
    case 'and':
    case 'or':
      return group(condition, holds)
    case 'yes':
      return `${refWords(condition.of)} is "${holds ? 'yes' : 'no'}"`
    case 'has':
      return `${refWords(condition.of)} ${is(condition.of, holds)} known`
    case 'same':
      return sameText(condition.a, condition.b, holds)
    case 'less':
    case 'atMost':
    case 'equal':
      return relationText(condition, holds)
    case 'in':
      return membershipText(condition.item, condition.list, holds)
    case 'intersects':
      return intersectionText(condition.a, condition.b, holds)
    case 'startsWith':
      return `${singleText(condition.of)} ${holds ? 'begins' : 'does not begin'} with "${condition.prefix}"`
  }
}

function knownText(value: boolean | null): string {
  if (value === null) return 'something holds that is not known of the caller'
  return value ? 'nothing more is asked' : 'never'
}

/** A group within another kind of group stands in brackets: whether "and" or "or" binds closer shall be nobody's question. */
function group(condition: Condition & { readonly op: 'and' | 'or' }, holds: boolean): string {
  const word = (condition.op === 'and') === holds ? 'and' : 'or'
  const terms = condition.terms.map((term) => {
    const text = clause(term, holds)
    return groupWord(term, holds) === null || groupWord(term, holds) === word ? text : `(${text})`
  })
  const subjects = condition.terms.map(subjectOf)
  return terms.map((text, i) => (i === 0 ? text : withoutSubject(text, subjects[i - 1] ?? null))).join(` ${word} `)
}

/** What a single clause begins with, as the words of its field; null for a group. */
function subjectOf(term: Condition): string | null {
  if (term.op === 'not') return subjectOf(term.term)
  const ref = term.op === 'and' || term.op === 'or' ? undefined : refsOf(term)[0]
  return ref === undefined ? null : refWords(ref)
}

/** "the record's tags are known and include MINOR": a field just spoken of need not be named again. */
function withoutSubject(text: string, subject: string | null): string {
  if (subject === null) return text
  if (text.startsWith(`${subject} `)) return text.slice(subject.length + 1)
  return text.endsWith(` in ${subject}`) ? `${text.slice(0, -subject.length)}them` : text
}

function groupWord(term: Condition, holds: boolean): 'and' | 'or' | null {
  if (term.op === 'not') return groupWord(term.term, !holds)
  return term.op === 'and' || term.op === 'or' ? ((term.op === 'and') === holds ? 'and' : 'or') : null
}

function is(ref: Ref, holds: boolean): string {
  const verb = isPlural(ref.sub === null ? ref.field : ref.sub) ? 'are' : 'is'
  return holds ? verb : `${verb} not`
}

function sameText(a: Single, b: Single, holds: boolean): string {
  const [one, other] = a.is === 'ref' ? [a, b] : [b, a]
  return `${singleText(one)} is ${holds ? '' : 'not '}${singleText(other)}`
}

function membershipText(item: Single, list: Many, holds: boolean): string {
  if (list.is === 'constant') {
    const among = valuesText(list.values)
    return (list.values ?? []).length < 2
      ? `${singleText(item)} is ${holds ? '' : 'not '}${among}`
      : `${singleText(item)} is ${holds ? '' : 'none of '}${among}`
  }
  if (list.ref.root === 'caller') return `${refWords(list.ref)} ${holds ? 'include' : 'do not include'} ${singleText(item)}`
  if (list.ref.through) return `${singleText(item)} is ${refWords(list.ref, holds ? 'one' : 'none')}`
  return `${singleText(item)} ${holds ? 'is' : 'is not'} listed in ${refWords(list.ref)}`
}

function intersectionText(a: Many, b: Many, holds: boolean): string {
  const [one, other] = a.is === 'ref' ? [a, b] : [b, a]
  const subject = one.is === 'ref' ? refWords(one.ref, holds ? 'one' : 'none') : manyText(one)
  if (other.is === 'ref') return `${manyText(one)} and ${manyText(other)} have ${holds ? 'a value' : 'no value'} in common`
  const among = valuesText(other.values)
  if (one.is === 'ref' && one.ref.through) return `${subject} is ${among}`
  const several = (other.values ?? []).length > 1
  return `${subject} ${holds ? `include${several ? ' one of' : ''}` : `include ${several ? 'none of' : 'not'}`} ${among}`
}

const relations = {
  number: {
    less: ['is less than', 'is at least'],
    atMost: ['is at most', 'is more than'],
    more: ['is more than', 'is at most'],
    atLeast: ['is at least', 'is less than'],
    equal: ['is', 'is not'],
  },
  date: {
    less: ['lies before', 'lies on or after'],
    atMost: ['lies on or before', 'lies after'],
    more: ['lies after', 'lies on or before'],
    atLeast: ['lies on or after', 'lies before'],
    equal: ['is', 'is not'],
  },
  years: {
    less: ['fewer than', 'at least'],
    atMost: ['at most', 'more than'],
    more: ['more than', 'at most'],
    atLeast: ['at least', 'fewer than'],
    equal: ['exactly', 'not exactly'],
  },
} as const

/** A field goes to the left of constants and of what is worked out from others, so that the sentence is about the field. */
const turned = { less: 'more', atMost: 'atLeast', equal: 'equal' } as const

function relationText({ op, a, b }: Condition & { readonly op: 'less' | 'atMost' | 'equal' }, holds: boolean): string {
  const turn = a.is === 'constant' || (b.is === 'years' && a.is !== 'years') || (a.is === 'shifted' && 'ref' in b)
  const [one, other] = turn ? [b, a] : [a, b]
  const dates = isDate(one) || isDate(other)
  const relation = relations[one.is === 'years' ? 'years' : dates ? 'date' : 'number'][turn ? turned[op] : op][holds ? 0 : 1]
  if (one.is !== 'years') return `${rangeText(one, dates)} ${relation} ${rangeText(other, dates)}`
  const years = `${rangeText(other, false)} whole years`
  return `${relation} ${years} lie between ${rangeText(one.from, true)} and ${rangeText(one.to, true)}`
}

function isDate(range: Range): boolean {
  return range.is === 'date' || range.is === 'dateTime' || range.is === 'partialDate' || range.is === 'shifted'
}

function rangeText(range: Range, date: boolean): string {
  switch (range.is) {
    case 'constant':
      return boundsText(range.low, range.high, date ? dayText : String)
    case 'years':
      return `the whole years between ${rangeText(range.from, true)} and ${rangeText(range.to, true)}`
    case 'shifted':
      return shiftedText(range.day, range.by)
    default:
      return refWords(range.ref)
  }
}

function shiftedText(day: Range, by: Range): string {
  if (by.is !== 'constant' || by.low !== by.high) return `the day ${rangeText(by, false)} days after ${rangeText(day, true)}`
  const days = `${Math.abs(by.low)} ${Math.abs(by.low) === 1 ? 'day' : 'days'}`
  return by.low === 0 ? rangeText(day, true) : `the day ${days} ${by.low < 0 ? 'before' : 'after'} ${rangeText(day, true)}`
}

function boundsText(low: number, high: number, text: (value: number) => string): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return 'a value that is not known'
  return low === high ? text(low) : `something from ${text(low)} to ${text(high)}`
}

function dayText(day: number): string {
  const digits = String(day).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

function singleText(single: Single): string {
  return single.is === 'ref' ? refWords(single.ref) : valueText(single.value)
}

function manyText(many: Many): string {
  return many.is === 'ref' ? refWords(many.ref) : valuesText(many.values)
}

function valuesText(values: readonly (string | number | null)[] | null): string {
  if (values === null) return 'a list that is not known'
  return values.length === 0 ? 'an empty list' : anyOf(values.map(valueText))
}

/** Codes stand for themselves; other texts in quotes. */
function valueText(value: string | number | null): string {
  if (value === null) return 'a value that is not known'
  return typeof value === 'number' || /^[A-Z0-9][A-Z0-9_-]*$/.test(value) ? String(value) : `"${value}"`
}
