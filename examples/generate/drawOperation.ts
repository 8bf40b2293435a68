import { type BureauCode, bureauCodes, tongueOf } from './bureauCodes.ts'
import { addDays } from './days.ts'
import type { Prng } from './prng.ts'
import { enteredOn } from './recordPerson.ts'
import { chargeIn, offenceFamilies } from './text/charges.ts'
import { phrase } from './text/phrases.ts'
import type { TruthOperation, TruthPerson } from './truth.ts'

const first = [
  'AMBER',
  'BASALT',
  'COPPER',
  'DUSK',
  'ELDER',
  'FALLOW',
  'GRANITE',
  'HOLLOW',
  'IRON',
  'JUNIPER',
  'KESTREL',
  'LINEN',
  'MARBLE',
  'NETTLE',
  'OCHRE',
]
const second = [
  'ANCHOR',
  'BRIDGE',
  'COMPASS',
  'DELTA',
  'EMBER',
  'FERRY',
  'GATE',
  'HARROW',
  'ISLET',
  'JETTY',
  'KEEL',
  'LANTERN',
  'MERIDIAN',
  'NARROWS',
  'ORCHARD',
]

/** What an operation is drawn for. */
export interface OperationWish {
  readonly bureau: BureauCode
  readonly key: string
  readonly today: string
  /** Persons of every bureau who can be targets. */
  readonly targets: Readonly<Record<BureauCode, readonly TruthPerson[]>>
}

/** An operation led by a bureau; a fifth of its targets are persons that only another member knows. */
export function drawOperation(prng: Prng, { bureau, key, today, targets }: OperationWish): TruthOperation {
  const startsOn = addDays(today, prng.int(-3 * 365, 90))
  const endsOn = addDays(startsOn, prng.int(5, 400))
  const state = stateOf(prng, startsOn, endsOn, today)
  const others = prng
    .some(
      bureauCodes.filter((code) => code !== bureau),
      prng.int(1, 4),
    )
    .sort()
  const families = prng.some(offenceFamilies, prng.int(1, 3))
  const until = (early: boolean) => (early ? addDays(startsOn, 4) : endsOn)
  const entered = addDays(startsOn, -prng.int(20, 120))
  return {
    ...enteredOn(prng, key, entered < today ? entered : addDays(today, -1), today),
    codename: `${prng.pick(first)} ${prng.pick(second)}`,
    kind: prng.weighted({ JIT: 30, TASK_FORCE: 28, OTF: 14, SURVEILLANCE: 14, CONTROLLED_DELIVERY: 8, INTERPOL_OP: 6 }),
    state,
    purpose: phrase(prng, 'purpose', tongueOf[bureau], { charge: chargeIn(families[0] ?? 'OTHER', tongueOf[bureau]) }),
    legalBasis: prng.pick(['CONV-5', 'BILAT', 'UNTOC 19']),
    startsOn,
    endsOn,
    participants: [
      { bureau, role: 'LEAD', from: startsOn, to: endsOn },
      ...others.map((code) => ({
        bureau: code,
        role: prng.pick(['MEMBER', 'MEMBER', 'SUPPORT', 'OBSERVER']),
        from: startsOn,
        to: until(prng.chance(0.1)),
      })),
    ],
    targets: targetsOf(prng, bureau, others, targets),
    offenceFamilies: families,
    results: ['DEBRIEF', 'CLOSED', 'ARCHIVED'].includes(state)
      ? phrase(prng, 'results', tongueOf[bureau], { n: String(prng.int(1, 30)), m: String(prng.int(2, 60)) })
      : null,
  }
}

function stateOf(prng: Prng, startsOn: string, endsOn: string, today: string): string {
  if (prng.chance(0.06)) return prng.pick(['SUSPENDED', 'TERMINATED'])
  if (startsOn > today) return prng.pick(['PROPOSED', 'NEGOTIATED', 'AGREED'])
  return endsOn >= today ? prng.pick(['ACTIVE', 'ACTIVE', 'ACTION_PHASE']) : prng.pick(['DEBRIEF', 'CLOSED', 'ARCHIVED'])
}

function targetsOf(
  prng: Prng,
  bureau: BureauCode,
  others: readonly BureauCode[],
  targets: OperationWish['targets'],
): TruthOperation['targets'] {
  const own = prng.some(targets[bureau], prng.int(2, 10)).map(({ key }) => ({ bureau, key }))
  const abroad = prng.some(others, 2).flatMap((code) => prng.some(targets[code], prng.int(0, 2)).map(({ key }) => ({ bureau: code, key })))
  return [...own, ...abroad]
}
