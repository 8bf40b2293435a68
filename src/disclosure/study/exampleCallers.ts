import type { Caller } from '../../model/principal.ts'
import { readCaller } from '../decide/callerValues.ts'
import { fold } from '../decide/fold.ts'
import type { Rule } from '../decide/rule.ts'
import { refsOf } from '../language/condition.ts'
import { otherCountry } from './exampleValues.ts'
import { constantsOf, type Leaf, leavesOf } from './leaves.ts'

/** One thing about a caller that rules ask for, and values that they tell apart. */
export interface CallerAspect {
  readonly name: AspectName
  readonly choices: readonly CallerChoice[]
}

/** The things that rules may ask of a caller. */
export type AspectName =
  | 'country'
  | 'organisation'
  | 'unit'
  | 'roles'
  | 'clearance'
  | 'agreements'
  | 'operations'
  | 'purpose'
  | 'case'
  | 'time'
  | 'emergency'

/** A value, and all those that the rules cannot tell from it. */
export interface CallerChoice {
  /** As words: names of roles or agreements, a country, a purpose. Empty for "none". */
  readonly names: readonly string[]
  /** The names of everything it stands for. */
  readonly alike: readonly (readonly string[])[]
  /** Whether it stands for everything that no rule mentions. */
  readonly other: boolean
  apply(caller: Caller): Caller
}

/** What callers are made of. */
export interface CallerWorld {
  /** The bureau whose records it is about; its own officers are outside the rules. */
  readonly bureau: string
  readonly purposes: readonly string[]
  /** The instant from which on differences matter. */
  readonly now: number
}

/** Names of which every combination is tried; of more, none, each alone, each pair and all. */
const mostCombined = 12

/** The aspects that some rules read, with the values that they tell apart, and whether no value is missing. */
export function callerAspects(
  rules: readonly Rule[],
  world: CallerWorld,
): { readonly aspects: readonly CallerAspect[]; readonly exhaustive: boolean } {
  const leaves = rules.flatMap(({ to, when }) => [...leavesOf(to), ...leavesOf(when)])
  const about = (root: 'caller' | 'request', field: string): readonly Leaf[] =>
    leaves.filter((leaf) => refsOf(leaf).some((ref) => ref.root === root && ref.field === field))
  const texts = (some: readonly Leaf[]): readonly string[] => [
    ...new Set(some.flatMap(constantsOf).filter((one) => typeof one === 'string')),
  ]
  const agreements = rules.flatMap(({ agreement }) => (agreement === null ? [] : [agreement]))
  const roleNames = texts(about('caller', 'roles'))
  const agreementNames = [...new Set([...agreements.map(({ name }) => name), ...texts(about('caller', 'agreements'))])]
  const operationNames = texts(about('caller', 'operations'))
  const countryLeaves = about('caller', 'country')
  const countries = [...new Set([...texts(countryLeaves), ...agreements.flatMap(({ parties }) => [...(parties ?? [])])])]
  const drafts: readonly Draft[] = [
    {
      name: 'country',
      leaves: countryLeaves,
      more: (caller) => agreements.map(({ parties }) => parties?.has(caller.principal.bureau) ?? null),
      choices: [...countries.filter((one) => one !== world.bureau), otherCountry(new Set([...countries, world.bureau]))].map((country) =>
        choice([country], !countries.includes(country), withPrincipal({ bureau: country })),
      ),
    },
    ...(['organisation', 'unit'] as const).map((name) => ({
      name,
      leaves: about('caller', name),
      choices: textChoices(texts(about('caller', name)), (value) => withPrincipal({ [name]: value })),
    })),
    {
      name: 'roles',
      leaves: about('caller', 'roles'),
      choices: combinations(roleNames).map((roles) => choice(roles, false, withPrincipal({ roles }))),
    },
    {
      name: 'clearance',
      leaves: about('caller', 'clearance'),
      choices: [0, 1, 2, 3].map((clearance) => choice([String(clearance)], false, withPrincipal({ clearance }))),
    },
    {
      name: 'agreements',
      leaves: about('caller', 'agreements'),
      more: ({ principal }) => agreements.map(({ name }) => principal.agreements.includes(name)),
      choices: combinations(agreementNames).map((names) => choice(names, false, withPrincipal({ agreements: names }))),
    },
    {
      name: 'operations',
      leaves: about('caller', 'operations'),
      choices: combinations(operationNames).map((names) =>
        choice(names, false, withPrincipal({ operations: names.map((name) => ({ name, parties: [world.bureau] })) })),
      ),
    },
    {
      name: 'purpose',
      leaves: about('request', 'purpose'),
      more: ({ purpose }) => rules.map(({ purposes }) => purposes?.has(purpose.kind) ?? null),
      choices: world.purposes.map((kind) => choice([kind], false, (caller) => ({ ...caller, purpose: { ...caller.purpose, kind } }))),
    },
    {
      name: 'case',
      leaves: about('request', 'case'),
      choices: textChoices(texts(about('request', 'case')), (value) => (caller) => ({
        ...caller,
        purpose: { ...caller.purpose, case: value },
      })),
    },
    { name: 'time', leaves: [], more: ({ instant }) => [instant], choices: timeChoices(rules, world.now) },
    {
      name: 'emergency',
      leaves: [],
      more: ({ emergency }) => [emergency?.rule ?? null],
      choices: [null, ...new Set(rules.filter(({ emergency }) => emergency).map(({ id }) => id))].map((rule) =>
        choice(rule === null ? [] : [rule], false, (caller) => ({
          ...caller,
          emergency: rule === null ? null : { id: '', bureau: world.bureau, rule },
        })),
      ),
    },
  ]
  const aspects = drafts.map((draft) => ({ name: draft.name, choices: toldApart(draft, baseCaller(world)) }))
  return { aspects, exhaustive: [roleNames, agreementNames, operationNames].every(({ length }) => length <= mostCombined) }
}

/** Somebody of a bureau that no rule mentions, with nothing that any rule could ask for. */
export function baseCaller({ purposes, now }: CallerWorld): Caller {
  return {
    principal: {
      personRef: 'example',
      bureau: otherCountry(new Set()),
      organisation: null,
      unit: null,
      roles: [],
      clearance: 0,
      agreements: [],
      purposes,
      expiresAt: 0,
    },
    purpose: { kind: purposes[0] ?? '', case: null },
    date: new Date(now).toISOString().slice(0, 10),
    instant: now,
    emergency: null,
  }
}

interface Draft {
  readonly name: AspectName
  /** The leaves that read it. */
  readonly leaves: readonly Leaf[]
  /** What else of the rules reads it. */
  readonly more?: (caller: Caller) => readonly unknown[]
  readonly choices: readonly CallerChoice[]
}

/** Choices between which some rule makes a difference; the first of each kind stands for the others. */
function toldApart({ leaves, more, choices }: Draft, base: Caller): readonly CallerChoice[] {
  const kinds = new Map<string, CallerChoice>()
  for (const one of choices) {
    const caller = one.apply(base)
    const outcome = JSON.stringify([leaves.map((leaf) => fold(leaf, readCaller(caller))), more?.(caller) ?? []])
    const known = kinds.get(outcome)
    kinds.set(outcome, known === undefined ? one : { ...known, alike: [...known.alike, ...one.alike], other: known.other || one.other })
  }
  return [...kinds.values()]
}

function choice(names: readonly string[], other: boolean, apply: (caller: Caller) => Caller): CallerChoice {
  return { names, alike: [names], other, apply }
}

function withPrincipal(part: Partial<Caller['principal']>): (caller: Caller) => Caller {
  return (caller) => ({ ...caller, principal: { ...caller.principal, ...part } })
}

/** A text that may be anything or nothing. */
function textChoices(mentioned: readonly string[], apply: (value: string | null) => (caller: Caller) => Caller): readonly CallerChoice[] {
  const some = [...new Set(mentioned.flatMap((text) => [text, `${text}~`]))]
  return [
    choice([], false, apply(null)),
    ...some.map((text) => choice([text], false, apply(text))),
    choice(['Ωther'], true, apply('Ωther')),
  ]
}

/** Now, and every instant from now on at which a grant or an agreement of the file begins or ends. */
function timeChoices(rules: readonly Rule[], now: number): readonly CallerChoice[] {
  const days = rules.flatMap(({ agreement }) =>
    agreement === null ? [] : [startOf(agreement.from), startOf(agreement.until) + 86_400_000],
  )
  const instants = [...rules.flatMap(({ from, until }) => [from, until]), ...days]
  const later = [...new Set(instants)]
    .filter((one): one is number => one !== null && one > now && Number.isFinite(one))
    .sort((a, b) => a - b)
  return [now, ...later].map((instant) => {
    const text = new Date(instant).toISOString()
    return choice(instant === now ? [] : [text.replace('.000Z', 'Z')], false, (caller) => ({ ...caller, instant, date: text.slice(0, 10) }))
  })
}

/** The instant at which a day (yyyymmdd) begins; NaN for the bounds of agreements without one. */
function startOf(day: number): number {
  return day < 1_01_01 || day > 9999_12_31 ? Number.NaN : Date.UTC(Math.trunc(day / 10000), (Math.trunc(day / 100) % 100) - 1, day % 100)
}

/** Combinations of names, the smaller ones first. */
function combinations(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length > mostCombined) {
    const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b]))
    return [[], ...names.map((name) => [name]), ...pairs, names]
  }
  const all = Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_name, i) => (bits >> i) & 1))
  return all.sort((a, b) => a.length - b.length)
}
