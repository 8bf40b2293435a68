import { type BureauCode, bureauCodes, keyFor, type RecordTypeName } from './bureauCodes.ts'
import { addDays } from './days.ts'
import { drawHuman, type Human } from './drawHuman.ts'
import { drawNotice } from './drawNotice.ts'
import { drawOperation } from './drawOperation.ts'
import { drawRequest, type Holdings } from './drawRequest.ts'
import { Prng } from './prng.ts'
import { recordPerson } from './recordPerson.ts'
import type { BureauTruth, SharedHuman, TruthPerson, TruthRef, World } from './truth.ts'

/** What the data is made from. The same three values give the same data on every machine. */
export interface WorldOptions {
  readonly seed: number
  /** Multiplies every count; at 1 each bureau has 2,000 persons, 600 notices, 300 requests and 40 operations. */
  readonly scale: number
  /** The day that is "now" in the data, `YYYY-MM-DD`. */
  readonly today: string
}

/** Records of each type at scale 1, in each bureau. */
export const perBureau: Readonly<Record<RecordTypeName, number>> = { Person: 2000, Notice: 600, AssistanceRequest: 300, Operation: 40 }

const sharedAtScaleOne = 300
const namesakesAtScaleOne = 40
/** Capacities of persons that an operation may target. */
const targetable = ['WANTED_FOR_PROSECUTION', 'SUSPECT', 'CHARGED', 'PERSON_OF_INTEREST']

/** Makes up everything that the five bureaus know. Throws RangeError when the scale is not a positive number. */
export function generateWorld(options: WorldOptions): World {
  if (!(options.scale > 0)) throw new RangeError('scale must be greater than 0')
  const prng = new Prng(`comity/1/${options.seed}`)
  const known = everybody(prng, options)
  const persons = byBureau((code) => recordAll(prng.fork(code), code, known[code], options))
  const notices = byBureau((code) => drawNotices(prng.fork(code), code, persons[code], options))
  const targets = byBureau((code) => persons[code].filter((person) => targetable.includes(person.status)))
  const operations = byBureau((code) =>
    times(code, 'Operation', options, prng, (part, key) => drawOperation(part, { bureau: code, key, today: options.today, targets })),
  )
  const holdings: Holdings = byBureau((code) => ({ persons: persons[code], notices: notices[code], operations: operations[code] }))
  const bureaus = byBureau((code): BureauTruth => {
    const requests = times(code, 'AssistanceRequest', options, prng, (part, key) =>
      drawRequest(part, { bureau: code, key, today: options.today, holdings }),
    )
    return { code, persons: persons[code], notices: notices[code], requests, operations: operations[code] }
  })
  return { ...options, bureaus, shared: sharedIn(persons), namesakes: namesakesIn(persons) }
}

/** Whom each bureau knows: first those that others know as well, then its own, in random order. */
function everybody(prng: Prng, { scale, today }: WorldOptions): Readonly<Record<BureauCode, readonly Human[]>> {
  const known = byBureau((): Human[] => [])
  const isMinor = (part: Prng) => part.chance(0.07)
  for (let i = 0; i < Math.max(2, sharedAtScaleOne * scale); i++) {
    const part = prng.fork(`shared/${i}`)
    const members = part.some(bureauCodes, part.chance(0.2) ? 3 : 2)
    const human = drawHuman(part, `h-shared-${i}`, members[0] ?? 'XA', today, isMinor(part))
    for (const code of members) known[code].push(human)
  }
  for (let i = 0; i < Math.max(1, namesakesAtScaleOne * scale); i++) {
    const part = prng.fork(`namesake/${i}`)
    const [one = 'XA', other = 'XB'] = part.some(bureauCodes, 2)
    const human = drawHuman(part.fork('one'), `h-like-${i}-a`, one, today, false)
    known[one].push(human)
    known[other].push({ ...drawHuman(part.fork('other'), `h-like-${i}-b`, other, today, false), name: human.name, sex: human.sex })
  }
  for (const code of bureauCodes) {
    for (let i = known[code].length; i < count('Person', scale); i++) {
      const part = prng.fork(`${code}/human/${i}`)
      known[code].push(drawHuman(part, `h-${code}-${i}`, code, today, isMinor(part)))
    }
  }
  return byBureau((code) => prng.fork(`${code}/order`).shuffle(known[code]).slice(0, count('Person', scale)))
}

function recordAll(prng: Prng, code: BureauCode, humans: readonly Human[], { today }: WorldOptions): TruthPerson[] {
  const numbers = keyNumbers(prng.fork('person numbers'), humans.length)
  return humans.map((human, i) => {
    const part = prng.fork(`person/${i}`)
    const year = addDays(today, -part.int(1, 5 * 365)).slice(0, 4)
    return recordPerson(part, human, code, keyFor(code, 'Person', numbers[i] ?? i, year, part.pattern('############')), today)
  })
}

function drawNotices(prng: Prng, code: BureauCode, persons: readonly TruthPerson[], options: WorldOptions): BureauTruth['notices'] {
  const byStatus = Map.groupBy(persons, (person) => person.status)
  return times(code, 'Notice', options, prng, (part, key, n) => drawNotice(part, { bureau: code, key, n, today: options.today, byStatus }))
}

function times<T>(
  code: BureauCode,
  type: RecordTypeName,
  options: WorldOptions,
  prng: Prng,
  draw: (prng: Prng, key: string, n: number) => T,
): T[] {
  const parts = prng.fork(`${code}/${type}`)
  const numbers = keyNumbers(parts.fork('numbers'), count(type, options.scale))
  return numbers.map((number, n) => {
    const part = parts.fork(String(n))
    const year = addDays(options.today, -part.int(1, 3 * 365)).slice(0, 4)
    return draw(part, keyFor(code, type, number, year, part.pattern('############')), n)
  })
}

/** Rising numbers with gaps, in random order: a dense run of numbers would give away how many records there are. */
function keyNumbers(prng: Prng, length: number): number[] {
  const numbers: number[] = []
  for (let i = 0, n = 0; i < length; i++) {
    n += prng.int(1, 5)
    numbers.push(n)
  }
  return prng.shuffle(numbers)
}

function sharedIn(persons: Readonly<Record<BureauCode, readonly TruthPerson[]>>): SharedHuman[] {
  const all = bureauCodes.flatMap((bureau) => persons[bureau].map((person) => ({ human: person.human, ref: { bureau, key: person.key } })))
  const groups = Map.groupBy(all, ({ human }) => human)
  return [...groups].filter(([, group]) => group.length > 1).map(([human, group]) => ({ human, records: group.map(({ ref }) => ref) }))
}

function namesakesIn(persons: Readonly<Record<BureauCode, readonly TruthPerson[]>>): TruthRef[][] {
  const all = bureauCodes.flatMap((bureau) => persons[bureau].map((person) => ({ human: person.human, ref: { bureau, key: person.key } })))
  const alike = all.filter(({ human }) => human.startsWith('h-like-'))
  return [...Map.groupBy(alike, ({ human }) => human.slice(0, -2)).values()]
    .filter((pair) => pair.length > 1)
    .map((pair) => pair.map(({ ref }) => ref))
}

function count(type: RecordTypeName, scale: number): number {
  return Math.max(4, Math.round(perBureau[type] * scale))
}

function byBureau<T>(make: (code: BureauCode) => T): Record<BureauCode, T> {
  return Object.fromEntries(bureauCodes.map((code) => [code, make(code)])) as Record<BureauCode, T>
}
