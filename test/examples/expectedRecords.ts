import type { BureauTruth, TruthNotice, TruthOperation, TruthPerson, TruthRef, TruthRequest } from '../../examples/generate/truth.ts'
import type { CanonicalRecord, CanonicalValue } from '../../src/model/record.ts'

type Plain = Readonly<Record<string, unknown>>

/** What must be read of a bureau, by type and key. Only what every bureau can say in its own shape. */
export function expectedRecords(truth: BureauTruth): ReadonlyMap<string, ReadonlyMap<string, Plain>> {
  const byKey = <T extends { readonly key: string }>(list: readonly T[], expect: (one: T) => Plain) =>
    new Map(list.map((one) => [one.key, expect(one)]))
  return new Map([
    ['Person', byKey(truth.persons, (one) => person(one))],
    ['Notice', byKey(truth.notices, (one) => notice(one, truth))],
    ['AssistanceRequest', byKey(truth.requests, request)],
    ['Operation', byKey(truth.operations, operation)],
  ])
}

/** The same of a record that was read. */
export function comparable({ ref, values }: CanonicalRecord): Plain {
  const pick = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, plain(values[name] ?? null)]))
  switch (ref.type) {
    case 'Person':
      return {
        ...pick([
          'status',
          'sex',
          'birthDate',
          'deathDate',
          'expiresOn',
          'birthPlace',
          'occupation',
          'remarks',
          'legalSituation',
          ...instants,
        ]),
        ...personLists(values),
      }
    case 'Notice':
      return { ...pick([...noticeFields, ...instants]), ...lists(values, ['actionRequested', 'recipients', 'warrants', 'offences']) }
    case 'AssistanceRequest':
      return {
        ...pick([...requestFields, 'sentAt', 'dueAt', ...instants]),
        ...lists(values, ['requestedBureaus', 'subjects', 'offences']),
        responses: list(values['responses']).length,
      }
    default:
      return {
        ...pick([...operationFields, ...instants]),
        ...lists(values, ['participants', 'offenceFamilies']),
        targets: refs(values['targets']),
      }
  }
}

const instants = ['recordedAt', 'updatedAt']
const noticeFields = [
  'kind',
  'number',
  'state',
  'form',
  'subject',
  'requestingAuthority',
  'summary',
  'eventDate',
  'eventPlace',
  'review',
  'unReference',
  'issuedOn',
  'expiresOn',
  'body',
  'threat',
  'modusOperandi',
  'handling',
]
const requestFields = [
  'reference',
  'kind',
  'state',
  'urgency',
  'purpose',
  'requestingAuthority',
  'question',
  'facts',
  'justification',
  'legalBasis',
  'notice',
  'operation',
]
const operationFields = ['codename', 'kind', 'state', 'purpose', 'legalBasis', 'startsOn', 'endsOn', 'results']

function person(one: TruthPerson): Plain {
  const { status, sex, birthDate, deathDate, expiresOn, birthPlace, occupation, remarks, legalSituation, recordedAt, updatedAt } = one
  return plainObject({
    ...{ status, sex, birthDate, deathDate, expiresOn, birthPlace, occupation, remarks, legalSituation, recordedAt, updatedAt },
    families: one.names.map(({ family }) => family),
    scripts: one.names.map(({ originalScript }) => originalScript),
    kinds: one.names.map(({ kind }) => kind),
    nationalities: sorted(one.nationalities),
    documents: one.documents,
    height: one.heightCm,
    weight: one.weightKg,
    eyes: one.eyes === null ? [] : [one.eyes],
    marks: one.marks,
    languages: one.languages,
    warnings: [...one.warnings].sort(),
    protectedClasses: one.protectedClasses,
    excludedCountries: one.excludedCountries,
    addresses: one.addresses,
    parents: one.parents,
    contacts: one.contacts,
    handling: {
      confidentiality: one.confidentiality,
      ...(one.handlingCode === null ? {} : { handlingCode: one.handlingCode }),
      ...(one.heldFor === null ? {} : { originator: one.heldFor }),
    },
  })
}

function personLists(values: Readonly<Record<string, CanonicalValue>>): Plain {
  const names = list(values['names']) as readonly Plain[]
  const description = (values['description'] ?? {}) as Plain
  return plainObject({
    families: names.map((name) => name['family'] ?? null),
    scripts: names.map((name) => name['originalScript'] ?? null),
    kinds: names.map((name) => name['kind'] ?? null),
    nationalities: sorted(list(values['nationalities'])),
    height: description['heightCm'] ?? null,
    weight: description['weightKg'] ?? null,
    eyes: list(description['eyes'] as CanonicalValue),
    marks: list(description['marks'] as CanonicalValue),
    handling: values['handling'] ?? null,
    warnings: [...list(values['warnings'])].sort(),
    ...lists(values, ['documents', 'languages', 'protectedClasses', 'excludedCountries', 'addresses', 'parents', 'contacts']),
  })
}

function notice(one: TruthNotice, { code }: BureauTruth): Plain {
  const {
    kind,
    number,
    state,
    form,
    requestingAuthority,
    summary,
    eventDate,
    eventPlace,
    review,
    unReference,
    issuedOn,
    expiresOn,
    body,
    threat,
    modusOperandi,
  } = one
  const subject = one.subject === null ? null : { bureau: code, type: 'Person', key: one.subject }
  const handling = { confidentiality: one.confidentiality, handlingCode: one.handlingCode }
  return plainObject({
    ...{
      kind,
      number,
      state,
      form,
      subject,
      requestingAuthority,
      summary,
      eventDate,
      eventPlace,
      review,
      unReference,
      issuedOn,
      expiresOn,
      body,
      threat,
      modusOperandi,
      handling,
    },
    ...{
      recordedAt: one.recordedAt,
      updatedAt: one.updatedAt,
      actionRequested: one.actionRequested,
      recipients: one.recipients,
      warrants: one.warrants,
      offences: one.offences,
    },
  })
}

function request(one: TruthRequest): Plain {
  const {
    reference,
    kind,
    state,
    urgency,
    purpose,
    requestingAuthority,
    question,
    facts,
    justification,
    legalBasis,
    sentAt,
    dueAt,
    recordedAt,
    updatedAt,
  } = one
  const link = (ref: TruthRef | null, type: string) => (ref === null ? null : { bureau: ref.bureau, type, key: ref.key })
  return plainObject({
    ...{
      reference,
      kind,
      state,
      urgency,
      purpose,
      requestingAuthority,
      question,
      facts,
      justification,
      legalBasis,
      sentAt,
      dueAt,
      recordedAt,
      updatedAt,
    },
    notice: link(one.notice, 'Notice'),
    operation: link(one.operation, 'Operation'),
    requestedBureaus: sorted(one.requestedBureaus),
    subjects: sorted(one.subjects.map((ref) => link(ref, 'Person'))),
    offences: one.offences,
    responses: one.responses.length,
  })
}

function operation(one: TruthOperation): Plain {
  const { codename, kind, state, purpose, legalBasis, startsOn, endsOn, results, recordedAt, updatedAt, offenceFamilies } = one
  return plainObject({
    ...{ codename, kind, state, purpose, legalBasis, startsOn, endsOn, results, recordedAt, updatedAt, offenceFamilies },
    participants: sorted(one.participants),
    targets: one.targets.map(({ bureau, key }) => `${bureau}/${key}`).sort(),
  })
}

function lists(values: Readonly<Record<string, CanonicalValue>>, names: readonly string[]): Plain {
  const unordered = ['subjects', 'participants', 'requestedBureaus']
  return Object.fromEntries(names.map((name) => [name, unordered.includes(name) ? sorted(list(values[name])) : plain(list(values[name]))]))
}

function list(value: CanonicalValue | undefined): readonly CanonicalValue[] {
  return Array.isArray(value) ? (value as readonly CanonicalValue[]) : []
}

function refs(value: CanonicalValue | undefined): readonly string[] {
  return (list(value) as readonly unknown[] as readonly TruthRef[]).map(({ bureau, key }) => `${bureau}/${key}`).sort()
}

function sorted(members: readonly unknown[]): unknown {
  return members.map((member) => JSON.stringify(plain(member))).sort()
}

function plainObject(object: Plain): Plain {
  return plain(object) as Plain
}

/** With unknown values left out, keys in order, and instants without needless fractions. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'string') return value.replace(/\.000Z$/, 'Z')
  if (typeof value !== 'object' || value === null) return value ?? null
  const known = Object.entries(value).filter(([, member]) => member !== null && member !== undefined)
  return Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, plain(member)]))
}
