import type { BureauCode } from './bureauCodes.ts'
import { bureauCodes, countries } from './bureauCodes.ts'
import { addDays } from './days.ts'
import { inventName } from './names/inventName.ts'
import type { HumanName } from './names/namePart.ts'
import type { Prng } from './prng.ts'
import type { TruthDocument } from './truth.ts'

/** A human being, before any bureau records them. */
export interface Human {
  readonly id: string
  readonly sex: 'F' | 'M'
  readonly name: HumanName
  /** Another name they go by. */
  readonly otherName: HumanName
  /** The day they were born. */
  readonly born: string
  readonly citizenOf: readonly string[]
  readonly documents: readonly TruthDocument[]
  readonly heightCm: number
  readonly weightKg: number
  readonly eyes: string
  readonly hair: string
}

/** A human being whom this bureau is likely to meet. `minor`: under 18 on `today`. */
export function drawHuman(prng: Prng, id: string, bureau: BureauCode, today: string, minor: boolean): Human {
  const sex = prng.chance(0.24) ? 'F' : 'M'
  const born = minor ? addDays(today, -prng.int(4 * 366, 17 * 365)) : addDays(today, -prng.int(19 * 366, 68 * 365))
  const citizenOf = prng.some(countries, prng.weighted({ 1: 82, 2: 15, 3: 3 }) === '1' ? 1 : prng.int(2, 3))
  const home = prng.chance(0.45) && !citizenOf.includes(bureau) ? [bureau, ...citizenOf.slice(1)] : citizenOf
  const count = Number(prng.weighted({ 0: 30, 1: 48, 2: 18, 3: 4 }))
  return {
    id,
    sex,
    name: inventName(prng.fork('name'), bureau, sex),
    otherName: inventName(prng.fork('other name'), prng.pick(bureauCodes), sex),
    born,
    citizenOf: home,
    documents: Array.from({ length: count }, () => drawDocument(prng, prng.pick(home), today)),
    heightCm: sex === 'F' ? prng.int(150, 182) : prng.int(160, 198),
    weightKg: sex === 'F' ? prng.int(45, 90) : prng.int(58, 120),
    eyes: prng.weighted({ BROWN: 52, BLUE: 20, GREEN: 10, HAZEL: 10, GREY: 6, BLACK: 2 }),
    hair: prng.weighted({ BLACK: 34, BROWN: 38, BLOND: 14, RED: 3, GREY: 7, WHITE: 2, BALD: 2 }),
  }
}

function drawDocument(prng: Prng, country: string, today: string): TruthDocument {
  const kind = prng.weighted({ PASSPORT: 55, ID_CARD: 28, DRIVING_LICENCE: 9, RESIDENCE_PERMIT: 5, VISA: 2, OTHER: 1 })
  const issuedOn = addDays(today, -prng.int(60, 9 * 365))
  return {
    kind,
    number: prng.pattern(kind === 'PASSPORT' ? 'A9999999' : 'AA999999A'),
    issuingCountry: country,
    status: prng.weighted({ VALID: 66, STOLEN: 9, LOST: 10, REVOKED: 8, INVALID: 5, STOLEN_BLANK: 2 }),
    issuedOn,
    expiresOn: addDays(issuedOn, 3652),
  }
}
