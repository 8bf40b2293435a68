import { type BureauCode, bureauCodes, tongueOf } from './bureauCodes.ts'
import { addDays, instant } from './days.ts'
import { drawOffence } from './drawCase.ts'
import type { Prng } from './prng.ts'
import { enteredOn } from './recordPerson.ts'
import { phrase } from './text/phrases.ts'
import { town } from './text/places.ts'
import type { TruthNotice, TruthOperation, TruthPerson, TruthRef, TruthRequest } from './truth.ts'

const kinds = {
  INFORMATION: 30,
  IDENTITY_CHECK: 12,
  WHEREABOUTS: 14,
  CRIMINAL_RECORD: 10,
  DOCUMENT_CHECK: 8,
  VEHICLE_CHECK: 5,
  EVIDENCE: 5,
  STATEMENT: 3,
  SEARCH_SEIZURE: 2,
  PRESERVATION: 3,
  ASSET_FREEZE: 2,
  PROVISIONAL_ARREST: 2,
  EXTRADITION: 3,
  VIDEO_HEARING: 1,
}
const states = {
  SENT: 10,
  RECEIVED: 8,
  ACKNOWLEDGED: 8,
  ADMISSIBILITY: 4,
  MORE_INFO: 4,
  ACCEPTED: 5,
  IN_EXECUTION: 12,
  PARTIALLY_ANSWERED: 6,
  ANSWERED: 18,
  REFUSED: 4,
  POSTPONED: 2,
  CLOSED: 12,
  LAPSED: 3,
  WITHDRAWN: 2,
  DRAFT: 1,
  AWAITING_AUTHORISATION: 1,
}
const answerOf: Readonly<Record<string, readonly string[]>> = {
  PARTIALLY_ANSWERED: ['PARTIAL'],
  ANSWERED: ['ANSWER', 'NO_RECORD', 'CANNOT_SAY'],
  CLOSED: ['ANSWER', 'NO_RECORD'],
  REFUSED: ['REFUSED'],
  POSTPONED: ['POSTPONED'],
}
const daysFor: Readonly<Record<string, number>> = { FLASH: 0, URGENT: 3, NORMAL: 7, JUDICIAL: 30, CUSTOM: 21 }

/** What all bureaus hold and a request can be about. */
export type Holdings = Readonly<
  Record<
    BureauCode,
    { readonly persons: readonly TruthPerson[]; readonly notices: readonly TruthNotice[]; readonly operations: readonly TruthOperation[] }
  >
>

/** What a request is drawn for. */
export interface RequestWish {
  readonly bureau: BureauCode
  readonly key: string
  readonly today: string
  readonly holdings: Holdings
}

/** A request for assistance; a third of them are about persons that the requested bureau, not the asking one, has on record. */
export function drawRequest(prng: Prng, { bureau, key, today, holdings }: RequestWish): TruthRequest {
  const tongue = tongueOf[bureau]
  const requested = prng
    .some(
      bureauCodes.filter((code) => code !== bureau),
      Number(prng.weighted({ 1: 70, 2: 22, 3: 8 })),
    )
    .sort()
  const [asked = bureau] = requested
  const sentOn = addDays(today, -(1 + Math.floor(prng.next() ** 2 * 900)))
  const state = prng.weighted(states)
  const urgency = prng.weighted({ NORMAL: 48, URGENT: 26, FLASH: 8, JUDICIAL: 14, CUSTOM: 4 })
  const sent = !['DRAFT', 'AWAITING_AUTHORISATION'].includes(state)
  const second = prng.int(20_000, 70_000)
  const offences = prng.chance(0.6) ? [drawOffence(prng, bureau, sentOn)] : []
  const one = (code: BureauCode, noun: 'notices' | 'operations'): TruthRef => ({
    bureau: code,
    key: prng.pick<{ readonly key: string }>(holdings[code][noun]).key,
  })
  const abroad = prng.chance(0.33) ? asked : bureau
  return {
    ...enteredOn(prng, key, addDays(sentOn, -1), today),
    reference: `${bureau}-${sentOn.slice(0, 4)}-${prng.pattern('AA-99999')}`,
    kind: prng.weighted(kinds),
    state,
    urgency,
    purpose: prng.weighted({
      INVESTIGATION: 60,
      PROSECUTION: 16,
      MISSING_PERSON: 8,
      IDENTIFICATION: 8,
      ASSET_TRACING: 4,
      PREVENTION_THREAT: 4,
    }),
    requestedBureaus: requested,
    requestingAuthority: phrase(prng, 'authority', tongue, { town: town(prng, tongue) }),
    question: phrase(prng, 'question', tongue),
    facts: phrase(prng, 'summary', tongue, { place: town(prng, tongue), year: sentOn.slice(0, 4), charge: offences[0]?.charge ?? '…' }),
    justification: phrase(prng, 'justification', tongue),
    legalBasis: prng.pick(['CONV-5', 'CONV-5', treatyOf(bureau, asked), 'UNTOC 18']),
    offences,
    subjects: prng.some(holdings[abroad].persons, prng.int(1, 3)).map((person) => ({ bureau: abroad, key: person.key })),
    notice: prng.chance(0.4) ? one(prng.chance(0.3) ? asked : bureau, 'notices') : null,
    operation: prng.chance(0.15) ? one(prng.chance(0.3) ? asked : bureau, 'operations') : null,
    responses: sent ? responsesOf(prng, state, requested, sentOn, today) : [],
    sentAt: sent ? instant(sentOn, second) : null,
    dueAt: sent ? instant(addDays(sentOn, daysFor[urgency] ?? 7), second + (urgency === 'FLASH' ? 8 * 3600 : 0)) : null,
  }
}

function treatyOf(bureau: BureauCode, asked: BureauCode): string {
  const pair = [bureau, asked].sort().join('-')
  return ['XA-XB', 'XC-XD'].includes(pair) ? `BILAT-${pair}` : 'CONV-5'
}

function responsesOf(
  prng: Prng,
  state: string,
  requested: readonly BureauCode[],
  sentOn: string,
  today: string,
): TruthRequest['responses'] {
  const sorts = answerOf[state]
  if (sorts === undefined) return []
  const answers = state === 'PARTIALLY_ANSWERED' ? requested.slice(0, 1) : requested
  return answers.map((bureau) => {
    const day = addDays(sentOn, prng.int(0, 12))
    const kind = prng.pick(sorts)
    const words = kind === 'NO_RECORD' ? 'noRecord' : 'answer'
    const text = ['ANSWER', 'PARTIAL', 'NO_RECORD'].includes(kind) ? phrase(prng, words, tongueOf[bureau]) : null
    return { bureau, kind, text, answeredAt: instant(day < today ? day : today, prng.int(0, 20_000)) }
  })
}
