import type { AspectName, CallerAspect, CallerChoice } from './exampleCallers.ts'
import { allOf, anyOf } from './fieldWords.ts'

/** A class of callers: the place of its choice in each aspect. */
export type ClassIndex = readonly number[]

/** Classes that are every combination of some choices: the places of those choices, by aspect. */
export type ClassGroup = readonly ReadonlySet<number>[]

/** The same classes as few groups: those that differ in one aspect alone are put together, aspect by aspect. */
export function classGroups(classes: readonly ClassIndex[], aspects: readonly CallerAspect[]): readonly ClassGroup[] {
  let groups: readonly ClassGroup[] = classes.map((index) => index.map((at) => new Set([at])))
  for (const at of aspects.keys()) {
    const alike = Map.groupBy(groups, (group) => JSON.stringify(group.map((set, i) => (i === at ? null : [...set].sort()))))
    groups = [...alike.values()].map((same): ClassGroup => {
      const joined = new Set(same.flatMap((group) => [...(group[at] ?? [])]))
      return (same[0] ?? []).map((set, i) => (i === at ? joined : set))
    })
  }
  return groups
}

/** A group of callers in words: "of XB, with the role INVESTIGATOR, for INVESTIGATION or PROSECUTION". */
export function groupText(group: ClassGroup, aspects: readonly CallerAspect[]): string {
  const parts = aspects.flatMap(({ name, choices }, at) => {
    const places = group[at] ?? new Set()
    return places.size === choices.length
      ? []
      : [
          words[name](
            choices.filter((_, i) => places.has(i)),
            choices,
          ),
        ]
  })
  return parts.length === 0 ? 'every caller' : `callers ${parts.join(', ')}`
}

type Words = (some: readonly CallerChoice[], all: readonly CallerChoice[]) => string

const words: Readonly<Record<AspectName, Words>> = {
  country: (some) => `of ${anyOf(namesOf(some, 'any other bureau'))}`,
  organisation: (some) => `of ${anyOf(namesOf(some, 'any other organisation', 'no known organisation'))}`,
  unit: (some) => `of ${anyOf(namesOf(some, 'any other unit', 'no known unit'))}`,
  roles: (some, all) => setsText(some, all, 'with the role', 'without the role', 'with none of the roles that rules name'),
  clearance: (some) => `with clearance ${anyOf(namesOf(some, ''))}`,
  agreements: (some, all) => setsText(some, all, 'under', 'not under', 'under none of the agreements that rules name'),
  operations: (some, all) =>
    setsText(some, all, 'who are members of', 'who are not members of', 'who are members of none of the operations that rules name'),
  purpose: (some, all) => purposesText(some, all),
  case: (some) => `in ${anyOf(namesOf(some, 'any other case', 'no case'))}`,
  time: (some) => anyOf(some.map(({ names }) => (names.length === 0 ? 'now' : `from ${names[0]} on`))),
  emergency: (some) =>
    anyOf(some.map(({ names }) => (names.length === 0 ? 'without emergency access' : `with the emergency access ${names[0]}`))),
}

/** Every single name that the choices stand for; `other` for what no rule mentions, `none` for nothing. */
function namesOf(choices: readonly CallerChoice[], other: string, none = 'none'): readonly string[] {
  const names = choices.flatMap((choice) => {
    const mentioned = choice.alike.filter(([name]) => name !== otherName(choice)).map(([name]) => name ?? none)
    return [...mentioned, ...(choice.other ? [other] : [])]
  })
  return [...new Set(names)].map((name) => name.replace(/~$/, '…'))
}

/** The made-up name that stands for all that no rule mentions. */
function otherName({ other, alike }: CallerChoice): string | null {
  return other ? (alike.at(-1)?.[0] ?? null) : null
}

/** What there is; or what there is not, where that is much shorter. */
function purposesText(some: readonly CallerChoice[], all: readonly CallerChoice[]): string {
  const named = namesOf(some, '')
  const rest = namesOf(
    all.filter((one) => !some.includes(one)),
    '',
  )
  return named.length <= rest.length + 2 ? `for ${anyOf(named)}` : `for any purpose but ${anyOf(rest)}`
}

/** Sets of names: as the least that is needed, the least that is in the way, or one by one. */
function setsText(some: readonly CallerChoice[], all: readonly CallerChoice[], having: string, lacking: string, none: string): string {
  const rest = all.filter((one) => !some.includes(one))
  const needed = leastOf(some)
  if (isClosed(needed, some, all)) return `${having} ${anyOf(needed.map(allOf))}`
  const inTheWay = leastOf(rest)
  if (isClosed(inTheWay, rest, all)) return `${lacking} ${anyOf(inTheWay.map(allOf))}`
  return anyOf(some.map(({ names }) => (names.length === 0 ? none : `${having} ${allOf(names)} alone`)))
}

/** The smallest of the sets, none within another. */
function leastOf(choices: readonly CallerChoice[]): readonly (readonly string[])[] {
  const sets = choices.map(({ names }) => names)
  return sets.filter(
    (set) => !sets.some((other) => other !== set && other.every((name) => set.includes(name)) && other.length < set.length),
  )
}

/** Whether exactly `some` of all the sets hold one of the least ones. */
function isClosed(least: readonly (readonly string[])[], some: readonly CallerChoice[], all: readonly CallerChoice[]): boolean {
  if (least.length === 0 || least.some((set) => set.length === 0)) return false
  return all.every((one) => some.includes(one) === least.some((set) => set.every((name) => one.names.includes(name))))
}
