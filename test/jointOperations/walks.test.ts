import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ActWords, advance } from '../../src/jointOperations/advance.ts'
import type { HeldOperation, OperationStep } from '../../src/jointOperations/heldOperation.ts'
import { type OperationLifeWords, operationLife, over } from '../../src/jointOperations/machine.ts'
import { fileFor, knownSteps } from '../../src/jointOperations/operationFile.ts'
import { acceptedIn, joinedIn, partyAt, placeOf } from '../../src/jointOperations/standing.ts'
import { type ActingParty, actorOf } from '../../src/lives/life.ts'
import { ComityError } from '../../src/model/errors.ts'
import type { OperationSide, OperationState } from '../../src/model/jointOperation.ts'
import { catalogue } from '../support/catalogue.ts'

type Acting = ActingParty<OperationLifeWords>

const noon = Date.parse('2026-06-15T12:00:00Z')
const hour = 3_600_000
const terms = {
  kind: 'JIT',
  purpose: 'p',
  legalBasis: null,
  startsOn: '2026-06-15',
  endsOn: '2026-06-30',
  offenceFamilies: [],
  evidenceRule: null,
}
const lead = { bureau: 'XA', role: 'LEAD' as const, invited: noon, accepted: noon, joined: null, signed: null, results: null }
const fresh: HeldOperation = {
  standing: { key: 'k', owner: 'XA', state: 'PROPOSED', version: 1, sent: null, due: null, updated: noon, clock: null },
  content: {
    codename: 'WALK',
    recorded: noon,
    terms,
    pending: null,
    edition: 1,
    parties: [lead],
    members: [],
    targets: [],
    embargoes: [],
    resumes: null,
  },
}
const codes = ['XA', 'XB', 'XC']
const ending: ReadonlySet<string> = new Set(['TERMINATE', 'EXCLUDE', 'LEAVE', 'DECLINE', 'AMEND', 'END'])
const acts = [...new Set(operationLife.transitions.map(({ act }) => act))]

/** Somebody of a bureau, as what the operation takes them for. */
function acting({ content }: HeldOperation, bureau: string | null, roles: readonly string[]): Acting {
  if (bureau === null) return { side: 'HUB', roles: [], bureau: null, person: null }
  const party = partyAt(content, bureau)
  const side: OperationSide = bureau === 'XA' ? 'LEAD' : party?.accepted ? 'PARTY' : 'INVITED'
  return { side, roles, bureau, person: `${bureau}-1` }
}

function wordsFor(bureau: string, about: string, now: number, n: number): ActWords {
  const record = { bureau, type: 'Notice', key: 'n' }
  return {
    message: 'why',
    terms: { ...terms, purpose: `p${n}` },
    bureau: about,
    member: { person: `${bureau}-1`, role: 'r', from: terms.startsOn, to: terms.endsOn },
    target: { key: `t${bureau}`, person: { bureau, type: 'Person', key: 'p' }, marks: ['m'] },
    embargo: { key: `e${bureau}`, record, from: ['XZ'], until: now + hour },
    key: n % 2 === 0 ? `t${bureau}` : `e${bureau}`,
  }
}

it('takes a step exactly where there is an arrow, whatever was done before, and keeps what has to hold', () => {
  const attempt = fc.record({
    act: fc.constantFrom(...acts),
    bureau: fc.constantFrom(...codes, null),
    about: fc.constantFrom('XB', 'XC'),
    roles: fc.constantFrom(['NCB_OFFICER'], ['INVESTIGATOR'], ['BORDER_OFFICER']),
    wait: fc.integer({ min: 0, max: 4 }),
    way: fc.option(fc.nat(), { freq: 6 }),
  })
  const reached = new Set<OperationState>()
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 20, maxLength: 120 }), (attempts) => {
      let operation = fresh
      const steps: OperationStep[] = []
      let now = noon
      for (const [n, { wait, way, ...blind }] of attempts.entries()) {
        now += wait * hour
        // Of those who have no business with it nobody gets as far as this.
        const insiders = [...operation.content.parties.map(({ bureau }) => bureau), null]
        const ways = insiders.flatMap((bureau) => {
          const by = acting(operation, bureau, ['NCB_OFFICER'])
          return operationLife.actsOf(placeOf(operation, bureau), actorOf(by)).map((act) => ({ act, bureau, roles: ['NCB_OFFICER'] }))
        })
        // What ends things is rarer than it would be by chance: a walk is to get somewhere.
        const onward = way !== null && way % 8 !== 0 ? ways.filter(({ act }) => !ending.has(act)) : ways
        const { act, bureau, roles } = (way === null ? undefined : onward[way % Math.max(1, onward.length)]) ?? blind
        if (bureau !== null && partyAt(operation.content, bureau) === null) continue
        const by = acting(operation, bureau, roles)
        const transition = operationLife.transitionFor(act, placeOf(operation, bureau), actorOf(by))
        const before = operation
        const seenBefore = codes.map((code) => view(before, steps, code))
        try {
          const next = advance(operation, act, wordsFor(bureau ?? '', blind.about, now, n), by, now)
          expect(transition).not.toBeNull()
          operation = next.operation
          steps.push(next.step)
        } catch (error) {
          if (!(error instanceof ComityError)) throw error
          expect(
            error.code === 'BAD_USER_INPUT' || (error.code === 'ILLEGAL_TRANSITION' && transition === null),
            `${act} ${error.code}`,
          ).toBe(true)
          continue
        }
        reached.add(operation.standing.state)
        holds(before, operation, steps)
        // Whoever does not know of the step sees nothing else than before, but for targets, which have no owner.
        const known = steps.at(-1)?.known ?? []
        for (const [i, code] of codes.entries()) if (!known.includes(code)) expect(view(operation, steps, code)).toEqual(seenBefore[i])
      }
    }),
    { numRuns: 300 },
  )
  expect([...reached].toSorted()).toEqual([...(catalogue.enums.get('OperationState') ?? [])].toSorted())
})

/** What a bureau's file shows, without targets. */
function view(operation: HeldOperation, steps: readonly OperationStep[], bureau: string): unknown {
  const party = partyAt(operation.content, bureau)
  if (party === null) return knownSteps(steps, bureau).length
  const side = acting(operation, bureau, []).side
  const file = fileFor(operation, steps, { bureau, person: 'x', roles: ['NCB_OFFICER'], side }, { shows: true, meets: () => false })
  const { state, version, terms: shown, pending, parties, members, embargoes, steps: told } = file
  return { state, version, shown, pending, codes: parties.map((one) => one.bureau), members, embargoes, told }
}

function holds(before: HeldOperation, { standing, content }: HeldOperation, steps: readonly OperationStep[]): void {
  const joined = joinedIn(content)
  // Nobody is a party but by their own act, and nothing is agreed on that not all have signed.
  for (const { bureau } of acceptedIn(content))
    if (bureau !== 'XA') expect(steps.some((one) => one.act === 'ACCEPT' && one.bureau === bureau)).toBe(true)
  if (standing.sent !== null && before.standing.sent === null)
    expect(acceptedIn(content).every(({ signed }) => signed === content.edition)).toBe(true)
  if (content.terms.purpose !== before.content.terms.purpose && before.standing.sent !== null)
    expect(joined.every(({ signed }) => signed === content.edition)).toBe(true)
  if (standing.sent === null) expect(joined).toEqual([])
  // What somebody brought leaves with them, and everything when it is over.
  const inside = new Set(content.parties.map(({ bureau }) => bureau))
  for (const { bureau } of [...content.members, ...content.targets, ...content.embargoes]) expect(inside).toContain(bureau)
  if (over.has(standing.state)) {
    expect([content.members, content.embargoes, standing.clock]).toEqual([[], [], null])
    expect(content.targets.flatMap(({ marks }) => marks)).toEqual([])
  } else if (standing.state !== 'DEBRIEF') expect(standing.clock).not.toBeNull()
  for (const { act, bureau, about, known } of steps) {
    if (act === 'INVITE' || act === 'DECLINE') expect(['XA', bureau, about]).toEqual(expect.arrayContaining([...known]))
  }
  // Whoever has never accepted knows of nobody but the lead.
  const quiet = codes.filter((code) => code !== 'XA' && !steps.some(({ act, bureau }) => act === 'ACCEPT' && bureau === code))
  for (const code of quiet)
    for (const { bureau, about } of knownSteps(steps, code)) for (const one of [bureau, about]) expect([null, 'XA', code]).toContain(one)
}
