import { generateWorld } from '../../examples/generate/generateWorld.ts'
import { Prng } from '../../examples/generate/prng.ts'
import type { TruthName, TruthPerson } from '../../examples/generate/truth.ts'
import type { LabelledPair, Part } from './labelledPair.ts'

const seeds: Readonly<Record<Part, number>> = { tune: 1, held: 20_261_125 }

/**
 * People of the demo's generator whom several bureaus know, as each bureau's clerks spell them and in the original script; and as many again who are others:
 * half of them strangers, half with the same family name or first given name. Nobody of one seed is known under another.
 */
export function demoPairs(part: Part): readonly LabelledPair[] {
  const world = generateWorld({ seed: seeds[part], scale: 0.5, today: '2026-01-15' })
  const persons = Object.values(world.bureaus).flatMap(({ code, persons: all }) => all.map((person) => ({ code, person })))
  const named = persons.filter(({ person }) => primary(person) !== undefined)
  const byKey = new Map(named.map(({ code, person }) => [`${code}/${person.key}`, person]))
  const prng = new Prng(`names/demo/${part}`)
  const same = world.shared.flatMap(({ records }) => {
    const known = records.flatMap(({ bureau, key }) => byKey.get(`${bureau}/${key}`) ?? [])
    const [a, b] = known
    return a === undefined || b === undefined ? [] : [pair(a, b, true, prng)]
  })
  const all = named.map(({ person }) => person)
  const others = same.flatMap(() => {
    const a = prng.pick(all)
    const alike = all.filter((one) => one.human !== a.human && sharesWord(one, a) && fullName(one) !== fullName(a))
    const b = prng.pick(all)
    const near = alike.length === 0 ? [] : [pair(a, prng.pick(alike), false, prng)]
    return [...near, ...(b.human === a.human || fullName(a) === fullName(b) ? [] : [pair(a, b, false, prng)])]
  })
  return [...same, ...others]
}

function pair(a: TruthPerson, b: TruthPerson, same: boolean, prng: Prng): LabelledPair {
  const original = primary(b)?.originalScript ?? null
  return { group: a.script.toLowerCase(), a: fullName(a), b: original !== null && prng.chance(0.5) ? original : fullName(b), same }
}

function primary({ names }: TruthPerson): TruthName | undefined {
  return names.find(({ kind }) => kind === 'PRIMARY')
}

function fullName(person: TruthPerson): string {
  const name = primary(person)
  return [name?.given, name?.patronymic, name?.family].filter((part) => part !== null && part !== undefined).join(' ')
}

function sharesWord(a: TruthPerson, b: TruthPerson): boolean {
  const [one, other] = [primary(a), primary(b)]
  return one?.family === other?.family || one?.given.split(' ')[0] === other?.given.split(' ')[0]
}
