/** How many records of each type a source has. */
const size = 400
const day = 86_400_000
const surnames = ['Askel', 'Brenn', 'Korn', 'Lys', 'Marant', 'Okori', 'Pampel', 'Quist', 'Tolvan', 'Venk']
const givenNames = ['Dario', 'Edda', 'Ilse', 'Jorun', 'Lior', 'Mira', 'Olav', 'Rui', 'Sanna', 'Teodor', 'Vera']
const families = ['FRAUD', 'ROBBERY', 'HUMAN_TRAFFICKING', 'CYBERCRIME', 'FIREARMS']
const towns = ['Arvel', 'Bresk', 'Corvin', 'Dalmo', 'Elsk']
const statuses = ['WANTED_FOR_PROSECUTION', 'CONVICTED', 'CHARGED']

const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T
const date = (time: number) => new Date(time).toISOString().slice(0, 10)
const instant = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`
const two = (value: number) => String(value).padStart(2, '0')

/** A notice as a source gives it. */
export type SourceNotice = ReturnType<typeof noticeOf>

/**
 * The rows of one source, the newest notice first. Every source issues one notice a day, so the newest 100 of twenty sources are five of each: a client of a gateway that does not merge gets
 * them by asking each source for five, which it could not know.
 */
export function sourceRows(code: string, today: string) {
  const now = Date.parse(today)
  const persons = Array.from({ length: size }, (_, i) => personOf(code, i, now))
  return { persons, notices: persons.map((subject, i) => noticeOf(code, i, now, subject)) }
}

function personOf(code: string, i: number, now: number) {
  const family = pick(surnames, i * 7 + code.charCodeAt(1))
  const given = pick(givenNames, i * 3 + code.charCodeAt(1))
  return {
    id: `P-${code}-${two(i)}`,
    status: pick(statuses, i),
    names: [
      { kind: 'PRIMARY', full: `${given} ${family}`, family, given },
      { kind: 'ALIAS', full: `${pick(givenNames, i + 4)} ${family}`, family, given: pick(givenNames, i + 4) },
    ],
    sex: i % 2 === 0 ? 'M' : 'F',
    birthDate: `${1950 + (i % 45)}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`,
    birthPlace: { name: pick(towns, i), country: code },
    nationalities: [{ country: code, confirmed: true }],
    languages: ['en', 'fr'],
    occupation: i % 3 === 0 ? 'Carpenter' : 'Driver',
    warnings: i % 4 === 0 ? ['ARMED', 'VIOLENT'] : ['ESCAPE_RISK'],
    protectedClasses: [],
    excludedCountries: [],
    expiresOn: date(now + 900 * day),
    recordedAt: instant(now - i * day - 3_600_000),
    handling: { confidentiality: 'RESTRICTED', handlingCode: 'H1' },
  }
}

function noticeOf(code: string, i: number, now: number, subject: ReturnType<typeof personOf>) {
  return {
    id: `N-${code}-${two(i)}`,
    kind: 'RED',
    number: `${code}/${10_000 + i}`,
    state: 'PUBLISHED',
    form: 'NOTICE',
    actionRequested: ['LOCATE_AND_ARREST'],
    subjectId: subject.id,
    subject,
    requestingAuthority: `District Court of ${pick(towns, i)}`,
    offences: [
      { family: pick(families, i), charge: `Charge ${1 + (i % 9)} of the indictment`, law: `Penal Code, Art. ${100 + (i % 80)}` },
      { family: pick(families, i + 2), charge: 'Participation in a criminal organisation', law: 'Penal Code, Art. 12' },
    ],
    summary: `The person left ${pick(towns, i)} before the hearing and is believed to travel under another name; whoever meets the person informs the desk of ${code}.`,
    eventDate: date(now - (i + 90) * day),
    eventPlace: { name: pick(towns, i + 1), country: code },
    issuedOn: date(now - i * day),
    expiresOn: date(now + 900 * day),
    recordedAt: instant(now - i * day),
    updatedAt: instant(now - i * day + 1_000),
    handling: { confidentiality: 'RESTRICTED', handlingCode: 'H1' },
  }
}
