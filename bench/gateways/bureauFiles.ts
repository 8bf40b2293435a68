import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes the folder of bureaus that a hub reads: one a source, each with rules of the usual kind (who, for what, under which agreement, and what the record must be), and the example hub's
 * own baseline above them. The rules give an investigator everything that is asked for, so that the answers of all contestants can be compared, and decide that for every record.
 */
export function writeBureauFiles(folder: string, urls: ReadonlyMap<string, string>): void {
  const codes = [...urls.keys()]
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'agreements.yaml'), agreements(codes))
  cpSync(join(import.meta.dirname, '..', '..', 'examples', 'bureaus', 'baseline.yaml'), join(folder, 'baseline.yaml'))
  for (const [code, url] of urls) {
    mkdirSync(join(folder, code))
    writeFileSync(join(folder, code, 'bureau.yaml'), bureau(code, url))
    writeFileSync(join(folder, code, 'disclosure.yaml'), disclosure(code))
  }
}

/** An agreement that all are parties to. */
export const agreements = (codes: readonly string[]) => `agreements:
  CONV-20:
    title: Convention of the twenty
    parties: [${codes.join(', ')}]
    from: 2019-01-01
`

/** How a source's rows are read. */
export const recordMapping: string = `mapping:
  types:
    Notice:
      from: notices
      key: id
      fields:
        handling: &handling { object: { confidentiality: { column: handling.confidentiality }, handlingCode: { column: handling.handlingCode } } }
        kind: { column: kind }
        number: { column: number }
        state: { column: state }
        form: { column: form }
        actionRequested: { column: actionRequested }
        subject: { column: subjectId, link: { to: Person } }
        requestingAuthority: { column: requestingAuthority }
        offences: { each: offences, item: { object: { family: { column: family }, charge: { column: charge }, law: { column: law } } } }
        summary: { column: summary }
        eventDate: { column: eventDate }
        eventPlace: &place { object: { name: { column: eventPlace.name }, country: { column: eventPlace.country } } }
        issuedOn: { column: issuedOn }
        expiresOn: { column: expiresOn }
        recordedAt: { column: recordedAt }
        updatedAt: { column: updatedAt }
    Person:
      from: persons
      key: id
      fields:
        handling: *handling
        status: { column: status }
        names:
          each: names
          item: { object: { kind: { column: kind }, full: { column: full }, family: { column: family }, given: { column: given } } }
        sex: { column: sex }
        birthDate: { column: birthDate }
        birthPlace: { object: { name: { column: birthPlace.name }, country: { column: birthPlace.country } } }
        nationalities: { each: nationalities, item: { object: { country: { column: country }, confirmed: { column: confirmed } } } }
        languages: { column: languages }
        occupation: { column: occupation }
        warnings: { column: warnings }
        protectedClasses: { column: protectedClasses }
        excludedCountries: { column: excludedCountries }
        expiresOn: { column: expiresOn }
        recordedAt: { column: recordedAt }
`

/** Places and connections are those of a bureau that takes as many questions as come: the race is not about queues. */
function bureau(code: string, url: string): string {
  const name = code.toLowerCase()
  return `comity: bureau/v1
code: ${code}
name: Central Bureau of ${code}
timeZone: UTC
languages: [en]
limits: { concurrency: 128, queue: 256 }
connector:
  kind: graphql
  url: ${url}
  connections: 64
  sources:
    notices:
      list:
        field: ${name}Notices
        shape: list
        first: first
        after: skip
        arguments: { first: Int!, skip: Int, until: String }
        orders: [{ path: issuedOn, direction: DESC, bound: until }]
      get: { field: ${name}NoticesById, keys: ids }
    persons:
      list: { field: ${name}Persons, shape: list }
      get: { field: ${name}PersonsById, keys: ids }
${recordMapping}`
}

/** Rules of the usual kind: who, for what, under which agreement, and what the record must be. */
export const disclosure = (code: string) => `comity: disclosure/v1
bureau: ${code}
version: 2026-11-01.1
sets:
  OPERATIONAL: [INVESTIGATION, PROSECUTION, MISSING_PERSON, IDENTIFICATION, PREVENTION_THREAT]
  DESK: [NCB_OFFICER, DUTY_OFFICER, INVESTIGATOR, LIAISON]
fieldSets:
  FACE: [handling, kind, number, state, form, actionRequested, subject, issuedOn, expiresOn, recordedAt, updatedAt]
  FACTS: [summary, offences, eventDate, eventPlace, requestingAuthority]
rules:
  - id: N1
    title: All parties see notices in force
    on: Notice
    record: listed
    to: any
    for: OPERATIONAL
    under: CONV-20
    when: record.state in ["PUBLISHED", "SUSPENDED"]
  - id: N2
    title: ... and what they ask
    on: Notice
    fields: FACE
    level: full
    to: any
    for: OPERATIONAL
    under: CONV-20
  - id: N3
    title: The facts for a named case, unless they are secret
    on: Notice
    fields: FACTS
    level: full
    to: has(request.case) && caller.roles.intersects(DESK) && caller.clearance >= 1
    for: OPERATIONAL
    under: CONV-20
    when: record.handling.confidentiality in ["RESTRICTED", "FOR_OFFICIAL_USE_ONLY"]
    declassifies: [record.handling]
  - id: N20
    title: A diffusion is for those it was sent to
    on: Notice
    record: true
    cap: none
    when: record.form == "DIFFUSION"
  - id: P1
    title: Persons who are sought
    on: Person
    record: listed
    to: any
    for: OPERATIONAL
    under: CONV-20
    when: record.status in ["WANTED_FOR_PROSECUTION", "CONVICTED", "CHARGED", "MISSING"]
    mayInclude: [MINOR, VICTIM, MISUSED_IDENTITY]
  - id: P2
    title: ... by name
    on: Person
    fields: [status, names, sex, nationalities, warnings, handling]
    level: full
    to: any
    for: OPERATIONAL
    under: CONV-20
  - id: P3
    title: The full identity for a named case, unless it is secret
    on: Person
    fields: [birthDate, birthPlace, occupation, languages, recordedAt]
    level: full
    to: has(request.case) && caller.roles.intersects(DESK) && caller.clearance >= 1
    for: OPERATIONAL
    under: CONV-20
    when: record.handling.confidentiality in ["RESTRICTED", "FOR_OFFICIAL_USE_ONLY"]
    declassifies: [record.handling]
  - id: P20
    title: Witnesses, informants and sealed records stay here
    on: Person
    record: true
    cap: none
    absolute: true
    when: has(record.protectedClasses) && record.protectedClasses.intersects(["WITNESS", "INFORMANT", "SEALED"])
`
