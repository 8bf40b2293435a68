import type { Tongue } from '../bureauCodes.ts'
import type { Prng } from '../prng.ts'
import { capitalise, type HumanName, type NamePart } from './namePart.ts'

const female = 'Ασπασία Βασιλική Γλυκερία Δέσποινα Ευανθία Θεοδώρα Ισμήνη Καλλιόπη Μυρσίνη Ουρανία Πηνελόπη Χρυσούλα'.split(' ')
const male = 'Αχιλλέας Βύρων Γεράσιμος Διονύσης Ευστάθιος Θρασύβουλος Ιάσονας Λεωνίδας Μενέλαος Οδυσσέας Πολύκαρπος Χαράλαμπος'.split(' ')
const stems = 'Αγριμ Βουρλ Γκιον Δαφν Ζερβουδ Θυμιαν Καρντ Λαμπρ Μπαλτ Ντουφ Ξενικ Πευκ Ροδακ Σκουρλ Τσαγκ Φλωρ Χελμ Ψαλτ'.split(' ')
/** Family names of women stand in the genitive. */
const endings: readonly (readonly [string, string])[] = [
  ['όπουλος', 'οπούλου'],
  ['άκης', 'άκη'],
  ['ίδης', 'ίδου'],
  ['έας', 'έα'],
  ['άτος', 'άτου'],
]

const common: Readonly<Record<string, string>> = {
  ου: 'ou',
  ευ: 'ef',
  αυ: 'av',
  μπ: 'b',
  ντ: 'd',
  γκ: 'g',
  τσ: 'ts',
  γχ: 'nch',
  ει: 'ei',
  οι: 'oi',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
}
const special: Readonly<Record<Tongue, Readonly<Record<string, string>>>> = {
  de: { ου: 'u', β: 'w', ξ: 'ks' },
  fr: { φ: 'ph', κ: 'c', ευ: 'ev' },
  es: { ου: 'u', χ: 'j', θ: 't', υ: 'i', β: 'v' },
  pt: { μπ: 'mp', ντ: 'nt', γκ: 'gk' },
  tr: { ου: 'u', χ: 'h', θ: 't', υ: 'i', τσ: 'ç', ξ: 'ks' },
}

/** A name in Greek script. */
export function greekName(prng: Prng, sex: 'F' | 'M'): HumanName {
  const ending = prng.pick(endings)
  const family = prng.pick(stems) + ending[sex === 'F' ? 1 : 0]
  const given = prng.pick(sex === 'F' ? female : male)
  return { script: 'GREEK', given: [greekPart(given)], family: [greekPart(family)], patronymic: null, eastAsian: false }
}

function greekPart(native: string): NamePart {
  const by = (tongue: Tongue) => transliterate(native, tongue)
  return { native, spelt: { de: by('de'), fr: by('fr'), es: by('es'), pt: by('pt'), tr: by('tr') } }
}

function transliterate(native: string, tongue: Tongue): string {
  const plain = native.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  const table = { ...common, ...special[tongue] }
  return capitalise(plain.replace(/ου|ευ|αυ|μπ|ντ|γκ|τσ|γχ|ει|οι|./gu, (sign) => table[sign] ?? sign))
}
