import { readName } from '../../../src/names/readName.ts'
import { searchKeys } from '../../../src/names/searchKeys.ts'
import { formatDay } from '../../generate/days.ts'
import type { Entered, TruthPerson } from '../../generate/truth.ts'
import { codeOf, codeOrNull, codesOf } from '../codes.ts'
import { type Table, tableOf } from '../table.ts'

/** XA's person register: a row per person and child tables by `pers_nr`. */
export function personTables(persons: readonly TruthPerson[]): Table[] {
  const each = <T>(
    list: (person: TruthPerson) => readonly T[],
    row: (item: T, lfd: number) => Readonly<Record<string, string | number | boolean | null>>,
  ) => persons.flatMap((person) => list(person).map((item, i) => ({ pers_nr: Number(person.key), ...row(item, i + 1) })))
  return [
    tableOf('personen', persons.map(personRow)),
    tableOf(
      'personen_namen',
      each(
        (person) => person.names,
        (name, lfd) => ({
          lfd,
          namensart: codeOf('nameKind', name.kind, 'XA'),
          nachname: name.family,
          vorname: name.given,
          vatersname: name.patronymic,
          originalschrift: name.originalScript,
          guete: codeOf('quality', name.quality, 'XA'),
        }),
      ),
    ),
    tableOf(
      'personen_staat',
      each(
        (person) => person.nationalities,
        ({ country, confirmed }) => ({ land: codeOf('country', country, 'XA'), gesichert: confirmed }),
      ),
    ),
    tableOf(
      'ausweise',
      each(
        (person) => person.documents,
        (paper, lfd) => ({
          lfd,
          ausw_art: codeOf('documentKind', paper.kind, 'XA'),
          nummer: paper.number,
          land: codeOf('country', paper.issuingCountry, 'XA'),
          zustand: codeOf('documentStatus', paper.status, 'XA'),
          ausgestellt: paper.issuedOn,
          gueltig_bis: paper.expiresOn,
        }),
      ),
    ),
    tableOf(
      'anschriften',
      each(
        (person) => person.addresses,
        (address) => ({
          strasse: address.street,
          plz: address.postalCode,
          ort: address.city,
          land: codeOf('country', address.country, 'XA'),
        }),
      ),
    ),
    tableOf(
      'eltern',
      each(
        (person) => person.parents,
        (parent) => ({ verhaeltnis: codeOf('relation', parent.relation, 'XA'), nachname: parent.family, vorname: parent.given }),
      ),
    ),
    tableOf(
      'erreichbarkeit',
      each(
        (person) => person.contacts,
        (contact) => ({ art: codeOf('contactKind', contact.kind, 'XA'), wert: contact.value }),
      ),
    ),
  ]
}

function personRow(person: TruthPerson) {
  const birth = person.birthDate
  return {
    pers_nr: Number(person.key),
    pers_rolle: codeOf('status', person.status, 'XA'),
    geschlecht: codeOf('sex', person.sex, 'XA'),
    geb_datum: birth === null ? null : compactDay(birth.replace('~', '')),
    geb_ungefaehr: birth?.endsWith('~') === true ? 'J' : 'N',
    geb_ort: person.birthPlace?.name ?? null,
    geb_land: codeOrNull('country', person.birthPlace?.country ?? null, 'XA'),
    gest_datum: person.deathDate === null ? null : compactDay(person.deathDate),
    groesse_cm: person.heightCm,
    gewicht_kg: person.weightKg,
    augen: codeOrNull('colour', person.eyes, 'XA'),
    haare: codeOrNull('colour', person.hair, 'XA'),
    statur: person.build,
    merkmale: person.marks,
    sprachen: person.languages,
    beruf: person.occupation,
    vorsicht: codesOf('warning', person.warnings, 'XA'),
    schutz: codesOf('protectedClass', person.protectedClasses, 'XA'),
    sperrlaender: codesOf('country', person.excludedCountries, 'XA'),
    rechtslage: person.legalSituation,
    bemerkung: person.remarks,
    ...enteredRow(person),
    loeschfrist: person.expiresOn,
    suchschluessel: searchKeys(sketchOf(person)),
  }
}

/** What XA's nightly job hands to `comity search-keys`. */
function sketchOf({ names, birthDate, documents }: TruthPerson): Parameters<typeof searchKeys>[0] {
  const whole = names.map(({ given, patronymic, family }) => [given, patronymic, family].filter((part) => part !== null).join(' '))
  const original = names.flatMap(({ originalScript }) => originalScript ?? [])
  return {
    names: [...whole, ...original].map(readName),
    birthDates: birthDate === null ? [] : [birthDate],
    documents: documents.map(({ number }) => ({ number, country: null })),
  }
}

/** What every register of XA keeps of an entry. */
export function enteredRow(record: Entered) {
  return {
    vs_grad: Number(codeOf('confidentiality', record.confidentiality, 'XA')),
    weitergabe: record.handlingCode,
    erfasst_am: record.recordedAt,
    geaendert_am: record.updatedAt,
  }
}

/** `JJJJMMTT`. */
export function compactDay(day: string): string {
  return formatDay(day, 'yyyyMMdd')
}
