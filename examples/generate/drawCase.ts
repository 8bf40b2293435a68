import { type BureauCode, bureauCodes, tongueOf } from './bureauCodes.ts'
import { addDays } from './days.ts'
import type { Prng } from './prng.ts'
import { chargeIn, lawIn, offenceFamilies } from './text/charges.ts'
import { phrase } from './text/phrases.ts'
import { town } from './text/places.ts'
import type { TruthBody, TruthObject, TruthOffence, TruthPlace, TruthWarrant } from './truth.ts'

/** A place, mostly in the bureau's own country. */
export function drawPlace(prng: Prng, bureau: BureauCode): TruthPlace {
  const country = prng.chance(0.75) ? bureau : prng.pick(bureauCodes)
  return { name: town(prng, tongueOf[country]), country }
}

/** An offence that ended before `day`. */
export function drawOffence(prng: Prng, bureau: BureauCode, day: string): TruthOffence {
  const tongue = tongueOf[bureau]
  const family = prng.pick(offenceFamilies)
  const from = addDays(day, -prng.int(20, 1500)).slice(0, prng.pick([10, 10, 7, 4]))
  return { family, charge: chargeIn(family, tongue), law: lawIn(tongue, prng.int(40, 480)), from, place: drawPlace(prng, bureau) }
}

/** A warrant or judgment for an offence, issued before `day`. */
export function drawWarrant(prng: Prng, bureau: BureauCode, day: string, offence: TruthOffence): TruthWarrant {
  const kind = prng.weighted({ ARREST: 74, JUDGMENT: 18, DETENTION: 8 })
  const issuedOn = addDays(day, -prng.int(1, 90))
  const maxPenaltyMonths = prng.pick([24, 36, 60, 96, 120, 180, 240])
  return {
    kind,
    issuingAuthority: phrase(prng, 'authority', tongueOf[bureau], { town: town(prng, tongueOf[bureau]) }),
    country: bureau,
    reference: `${prng.pattern('99 A')} ${issuedOn.slice(0, 4)}-${prng.pattern('9999')}`,
    issuedOn,
    judicial: prng.chance(0.9),
    charge: offence.charge,
    maxPenaltyMonths,
    sentenceMonths: kind === 'JUDGMENT' ? Math.max(6, maxPenaltyMonths - prng.int(6, 20)) : null,
  }
}

/** Makers and models are invented too. */
const makes: Readonly<Record<string, readonly string[]>> = {
  VEHICLE: ['Torvan Kite', 'Almera Sud', 'Brisko 400', 'Nordal Fjell'],
  FIREARM: ['Kestra 9', 'Volm M2'],
  ARTWORK: ['Anonymous Harvest at Dusk', 'Anonymous Still life with lamp'],
  DEVICE: ['Pelko Relay', 'Zintra Box'],
  ASSET: ['Account current', 'Property farm', 'Business freight'],
  VESSEL: ['Halvor 31'],
  SUBSTANCE: ['Batch precursor'],
}

/** An object of this sort. */
export function drawObject(prng: Prng, bureau: BureauCode, kind: string): TruthObject {
  const [make = '', ...model] = prng.pick(makes[kind] ?? makes['DEVICE'] ?? []).split(' ')
  return {
    kind,
    description: phrase(prng, 'object', tongueOf[bureau]),
    identifier: kind === 'ASSET' ? bureau + prng.pattern('99 AAAA 9999 9999') : prng.pattern('AA9-9999-A9'),
    make,
    model: model.join(' '),
    year: prng.int(1995, 2024),
    country: prng.pick(bureauCodes),
  }
}

/** A body found before `day`. */
export function drawBody(prng: Prng, bureau: BureauCode, day: string): TruthBody {
  const ageMin = prng.int(18, 60)
  return {
    foundOn: addDays(day, -prng.int(2, 60)),
    foundAt: drawPlace(prng, bureau),
    sex: prng.weighted({ M: 60, F: 30, U: 10 }),
    ageMin,
    ageMax: ageMin + prng.int(5, 20),
    description: phrase(prng, 'body', tongueOf[bureau]),
  }
}
