import type { BureauCode } from '../bureauCodes.ts'
import type { Prng } from '../prng.ts'
import { arabicName } from './arabic.ts'
import { cyrillicName } from './cyrillic.ts'
import { hanName, kanaName } from './eastAsian.ts'
import { greekName } from './greek.ts'
import { latinName } from './latin.ts'
import type { HumanName } from './namePart.ts'

type Tradition =
  | 'german'
  | 'french'
  | 'spanish'
  | 'portuguese'
  | 'turkish'
  | 'nordic'
  | 'polish'
  | 'cyrillic'
  | 'arabic'
  | 'greek'
  | 'han'
  | 'kana'

const abroad = {
  nordic: 6,
  polish: 6,
  cyrillic: 14,
  arabic: 12,
  greek: 8,
  han: 6,
  kana: 4,
  german: 4,
  french: 4,
  spanish: 4,
  portuguese: 4,
  turkish: 4,
}
const home = { XA: { german: 36 }, XB: { french: 36 }, XC: { spanish: 36 }, XD: { portuguese: 36 }, XE: { turkish: 36 } }

/** An invented name, of the kind that people whom this bureau meets bear. */
export function inventName(prng: Prng, bureau: BureauCode, sex: 'F' | 'M'): HumanName {
  const tradition = prng.weighted<Tradition>({ ...abroad, ...home[bureau] })
  switch (tradition) {
    case 'cyrillic':
      return cyrillicName(prng, sex)
    case 'arabic':
      return arabicName(prng, sex)
    case 'greek':
      return greekName(prng, sex)
    case 'han':
      return hanName(prng)
    case 'kana':
      return kanaName(prng, sex)
    default:
      return latinName(prng, tradition, sex)
  }
}
