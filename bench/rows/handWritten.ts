import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sourceRows } from '../gateways/sourceRows.ts'
import { code } from './bureauFolder.ts'

/**
 * The same two answers, written out by hand over the same rows: the rule is an `if`, the caller a constant, the answer `JSON.stringify`. No token, no purpose, no record, no other question. `cpu-prof` aside, nothing
 * that answers HTTP with these rows can do less.
 */
const [today = ''] = process.argv.slice(2)
const { persons, notices } = sourceRows(code, today)
const byId = new Map(persons.map((person) => [person.id, person]))
const newest = notices.toSorted((a, b) => (a.issuedOn < b.issuedOn ? 1 : a.issuedOn > b.issuedOn ? -1 : a.id < b.id ? -1 : 1))
const caller = { country: 'XB', clearance: 2, case: 'XB-2026-0017' }
const owner = { code, name: `Central Bureau of ${code}`, kind: 'NCB', timeZone: 'UTC' }
const open = new Set(['RESTRICTED', 'FOR_OFFICIAL_USE_ONLY'])

type Person = (typeof persons)[number]

const mayRead = ({ handling }: { readonly handling: { readonly confidentiality: string } }) =>
  caller.case !== '' && caller.clearance >= 1 && open.has(handling.confidentiality)

function personOf(person: Person) {
  const isOpen = mayRead(person)
  return {
    status: person.status,
    names: person.names.map(({ kind, full, family, given }) => ({ kind, full, family, given })),
    sex: person.sex,
    birthDate: isOpen ? person.birthDate : null,
    nationalities: person.nationalities.map(({ country }) => ({ country })),
    occupation: isOpen ? person.occupation : null,
    warnings: person.warnings,
    languages: isOpen ? person.languages : null,
    recordedAt: isOpen ? person.recordedAt : null,
  }
}

function pageOf() {
  const nodes = []
  for (const notice of newest) {
    if (notice.state !== 'PUBLISHED' || notice.form === 'DIFFUSION') continue
    const isOpen = mayRead(notice)
    const subject = byId.get(notice.subjectId)
    nodes.push({
      kind: notice.kind,
      number: notice.number,
      state: notice.state,
      form: notice.form,
      actionRequested: notice.actionRequested,
      requestingAuthority: isOpen ? notice.requestingAuthority : null,
      summary: isOpen ? notice.summary : null,
      eventDate: isOpen ? notice.eventDate : null,
      issuedOn: notice.issuedOn,
      expiresOn: notice.expiresOn,
      recordedAt: notice.recordedAt,
      updatedAt: notice.updatedAt,
      owner,
      offences: isOpen ? notice.offences.map(({ family, charge, law }) => ({ family, charge, law })) : null,
      eventPlace: isOpen ? { name: notice.eventPlace.name, country: notice.eventPlace.country } : null,
      subject: subject === undefined ? null : personOf(subject),
    })
    if (nodes.length === 100) break
  }
  return { notices: { nodes } }
}

function recordOf(id: string) {
  const person = byId.get(id)
  if (person === undefined) return { node: null }
  const { status, names, sex, birthDate, nationalities, occupation, warnings, languages, recordedAt } = personOf(person)
  const full = names.map((name) => ({ full: name.full }))
  return { node: { status, names: full, sex, birthDate, nationalities, occupation, warnings, languages, expiresOn: null, recordedAt } }
}

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (text: string) => {
    body += text
  })
  request.on('end', () => {
    const { id } = JSON.parse(body) as { id?: string }
    const text = JSON.stringify({ data: id === undefined ? pageOf() : recordOf(id) })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
  })
})
server.listen(0, '127.0.0.1', () => console.log(`ready on http://127.0.0.1:${(server.address() as AddressInfo).port}/`))
process.once('SIGINT', () => {
  server.close()
  server.closeAllConnections()
  process.exit(0)
})
