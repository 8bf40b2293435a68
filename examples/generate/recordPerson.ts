import { type BureauCode, bureauCodes, tongueOf } from './bureauCodes.ts'
import { addDays, instant, yearsBetween } from './days.ts'
import type { Human } from './drawHuman.ts'
import { spell } from './names/namePart.ts'
import type { Prng } from './prng.ts'
import { phrase } from './text/phrases.ts'
import { street, town } from './text/places.ts'
import type { Entered, TruthName, TruthPerson } from './truth.ts'

const adultStatus = {
  WANTED_FOR_PROSECUTION: 30,
  CONVICTED: 7,
  CHARGED: 7,
  SUSPECT: 15,
  PERSON_OF_INTEREST: 12,
  POSSIBLE_THREAT: 4,
  WITNESS: 6,
  VICTIM: 5,
  MISSING: 7,
  UNIDENTIFIED: 1,
  DECEASED: 2,
  SANCTIONED: 2,
  ASSOCIATE: 3,
  MISUSED_IDENTITY_VICTIM: 1,
}
const minorStatus = { MISSING: 66, VICTIM: 20, WITNESS: 10, SUSPECT: 4 }
const dangerous = ['WANTED_FOR_PROSECUTION', 'CONVICTED', 'CHARGED', 'SUSPECT', 'POSSIBLE_THREAT']

/** How one bureau records a human being. Two bureaus that know the same one call this with their own generators and differ. */
export function recordPerson(prng: Prng, human: Human, bureau: BureauCode, key: string, today: string): TruthPerson {
  const tongue = tongueOf[bureau]
  const minor = yearsBetween(human.born, today) < 18
  const status = prng.weighted<string>(minor ? minorStatus : adultStatus)
  const known = status !== 'UNIDENTIFIED'
  const recordedAt = addDays(today, -prng.int(1, 6 * 365 - 30))
  const entered = enteredOn(prng, key, recordedAt, today)
  const looks = prng.chance(0.8)
  return {
    ...entered,
    heldFor: heldFor(bureau, key),
    human: human.id,
    script: known ? human.name.script : 'LATIN',
    status,
    names: known ? namesIn(prng, human, bureau) : [],
    sex: prng.chance(0.03) ? 'U' : prng.chance(0.004) ? 'X' : human.sex,
    ...birth(prng, human.born, bureau, recordedAt, known),
    birthPlace: prng.chance(0.75) ? { name: town(prng, tongueOf[prng.pick(bureauCodes)]), country: human.citizenOf[0] ?? bureau } : null,
    deathDate: status === 'DECEASED' ? addDays(recordedAt, -prng.int(3, 300)).slice(0, prng.pick([10, 10, 7, 4])) : null,
    nationalities: known && prng.chance(0.93) ? human.citizenOf.map((country) => ({ country, confirmed: prng.chance(0.8) })) : [],
    documents: known ? human.documents.filter((_, i) => i === 0 || prng.chance(0.7)) : [],
    heightCm: looks ? human.heightCm + prng.int(-2, 2) : null,
    weightKg: looks ? human.weightKg + prng.int(-6, 6) : null,
    eyes: looks ? human.eyes : null,
    hair: looks ? human.hair : null,
    build: looks && prng.chance(0.5) ? phrase(prng, 'build', tongue) : null,
    marks: looks && prng.chance(0.3) ? [phrase(prng, 'marks', tongue)] : [],
    addresses: prng.chance(0.4)
      ? [{ street: street(prng, tongue), city: town(prng, tongue), postalCode: prng.pattern('99999'), country: bureau }]
      : [],
    parents: parentsOf(prng, human, bureau),
    contacts: contactsOf(prng),
    languages: prng.some(['de', 'fr', 'es', 'pt', 'tr', 'en', 'ar', 'ru', 'el', 'zh', 'ja', 'pl'], prng.int(0, 3)),
    occupation: prng.chance(0.4) ? phrase(prng, 'occupation', tongue) : null,
    warnings:
      dangerous.includes(status) && prng.chance(0.3)
        ? prng.some(['ARMED', 'VIOLENT', 'ESCAPE_RISK', 'DRUG_USE', 'SUICIDE_RISK', 'INFECTIOUS'], prng.int(1, 2))
        : [],
    protectedClasses: protection(prng, status, minor),
    legalSituation: ['WANTED_FOR_PROSECUTION', 'CONVICTED', 'CHARGED'].includes(status) ? phrase(prng, 'legalSituation', tongue) : null,
    remarks: prng.chance(0.25) ? phrase(prng, 'remark', tongue) : null,
    excludedCountries: prng.chance(0.06)
      ? prng.some(
          bureauCodes.filter((code) => code !== bureau),
          prng.int(1, 2),
        )
      : [],
    expiresOn: addDays(recordedAt, 5 * 365 + 1),
  }
}

/** XD keeps some records for XA. Follows from the key alone, so that nothing else of the world depends on it. */
function heldFor(bureau: BureauCode, key: string): BureauCode | null {
  const sum = [...key].reduce((total, sign) => total + sign.charCodeAt(0), 0)
  return bureau === 'XD' && sum % 13 === 0 ? 'XA' : null
}

/** Who entered a record, when, and how it may be used. */
export function enteredOn(prng: Prng, key: string, day: string, today: string): Entered {
  const first = instant(day, prng.int(0, 80_000))
  const change = addDays(day, prng.int(0, 400))
  const changed = prng.chance(0.5) && change < today ? instant(change, prng.int(0, 86_399)) : first
  return {
    key,
    recordedAt: first,
    updatedAt: changed > first ? changed : first,
    confidentiality: prng.weighted({ FOR_OFFICIAL_USE_ONLY: 70, RESTRICTED: 23, CONFIDENTIAL: 7 }),
    handlingCode: prng.weighted({ H0: 50, H1: 25, H2: 18, none: 7 }).replace('none', '') || null,
  }
}

function namesIn(prng: Prng, human: Human, bureau: BureauCode): TruthName[] {
  const own = spell(human.name, tongueOf[bureau])
  // Second given names get lost on the way, and clerks slip.
  const given = prng.chance(0.25) ? (own.given.split(' ')[0] ?? own.given) : own.given
  const family = prng.chance(0.12) ? slip(prng, own.family) : own.family
  const names: TruthName[] = [{ kind: 'PRIMARY', ...own, given, family, quality: 'GOOD' }]
  const elsewhere = spell(human.name, tongueOf[prng.pick(bureauCodes)])
  if (prng.chance(0.4) && elsewhere.family !== own.family)
    names.push({ kind: 'ALIAS', ...elsewhere, quality: prng.chance(0.6) ? 'GOOD' : 'LOW' })
  if (prng.chance(0.12)) names.push({ kind: 'ALIAS', ...spell(human.otherName, tongueOf[bureau]), quality: 'LOW' })
  if (human.sex === 'F' && prng.chance(0.2))
    names.push({ kind: 'BIRTH', ...own, family: spell(human.otherName, tongueOf[bureau]).family, originalScript: null, quality: 'GOOD' })
  return names
}

/** A spelling mistake of the common sort: a letter doubled, left out or taken for another. */
function slip(prng: Prng, text: string): string {
  const at = prng.int(1, Math.max(1, text.length - 2))
  const letter = text[at] ?? ''
  const other: Readonly<Record<string, string>> = { i: 'y', y: 'i', c: 'k', k: 'c', v: 'w', w: 'v', s: 'z', z: 's', o: 'u', u: 'o', e: 'a' }
  const instead = prng.pick([letter + letter, '', other[letter] ?? letter])
  return text.slice(0, at) + instead + text.slice(at + 1)
}

function birth(prng: Prng, born: string, bureau: BureauCode, recordedOn: string, known: boolean): Pick<TruthPerson, 'birthDate' | 'age'> {
  const form = prng.weighted({ full: known ? 66 : 0, month: 6, year: 14, about: 8, age: bureau === 'XE' ? 20 : 0, none: 6 })
  if (form === 'none') return { birthDate: null, age: null }
  if (form === 'age') {
    const years = yearsBetween(born, recordedOn)
    const year = Number(recordedOn.slice(0, 4)) - years
    return { birthDate: `${year - 1}/${year}`, age: { years, on: recordedOn } }
  }
  return { birthDate: { full: born, month: born.slice(0, 7), year: born.slice(0, 4), about: `${born.slice(0, 4)}~` }[form], age: null }
}

function parentsOf(prng: Prng, human: Human, bureau: BureauCode): TruthPerson['parents'] {
  if (prng.chance(0.75)) return []
  const family = spell(human.name, tongueOf[bureau]).family
  const other = spell(human.otherName, tongueOf[bureau])
  return [{ relation: human.sex === 'F' ? 'MOTHER' : 'FATHER', family, given: other.given }]
}

/** Numbers of a country code that nobody has, and addresses under a name reserved for examples. */
function contactsOf(prng: Prng): TruthPerson['contacts'] {
  const contacts = []
  if (prng.chance(0.3)) contacts.push({ kind: 'PHONE', value: `+999 ${prng.pattern('99 999 9999')}` })
  if (prng.chance(0.15)) contacts.push({ kind: 'EMAIL', value: prng.pattern('AA9999@mail.example').toLowerCase() })
  return contacts
}

function protection(prng: Prng, status: string, minor: boolean): string[] {
  const classes = []
  if (minor) classes.push('MINOR')
  if (status === 'WITNESS') classes.push('WITNESS')
  if (status === 'VICTIM') classes.push('VICTIM')
  if (status === 'MISUSED_IDENTITY_VICTIM') classes.push('MISUSED_IDENTITY')
  if (!minor && ['PERSON_OF_INTEREST', 'ASSOCIATE', 'SUSPECT'].includes(status) && prng.chance(0.05)) classes.push('INFORMANT')
  if (prng.chance(0.006)) classes.push('SEALED')
  return classes
}
