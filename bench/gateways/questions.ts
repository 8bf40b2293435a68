/** Records in a page, over all sources. */
export const pageSize = 100

const noticeFields = `id kind number state form actionRequested requestingAuthority summary eventDate issuedOn expiresOn updatedAt
  offences { family charge }
  subject { status names { kind full family given } sex birthDate nationalities { country } occupation warnings }`

/** Comity's page: merged and ordered by the hub, with the owner of each record and how every source did. */
export const hubPage = `query Page { notices(first: ${pageSize}) { nodes { owner { code } ${noticeFields} } sources { bureau { code } state } } }`
/** Comity's record by id. */
export const hubRecord = `query One($id: ID!) { node(id: $id) { ... on Notice { ${noticeFields} } } }`

/**
 * The same page of a gateway: a root field for each source, whose alias says whose the records are. Merging and ordering are left to the client. `each`: records of each source. The newest 100 are among
 * 100 of each; that they are five of each is what these sources happen to hold, and nothing that a client could know.
 */
export function gatewayPage(codes: readonly string[], each: number = pageSize): string {
  const fields = codes.map((code) => `${code}: ${code.toLowerCase()}Notices(first: ${each}) { ${noticeFields} }`)
  return `query Page { ${fields.join('\n')} }`
}

/** The same record of a gateway; its client knows whose it is. */
export function gatewayRecord(code: string): string {
  return `query One($id: ID!) { node: ${code.toLowerCase()}Notice(id: $id) { ${noticeFields} } }`
}

/** A record of an answer. */
export interface Node {
  readonly id: string
  readonly number: string
  readonly issuedOn: string
}

interface Answer {
  readonly data: Readonly<Record<string, readonly Node[] & { readonly nodes: readonly Node[] }>> | null
}

/** The records of a page, from either kind of answer. */
export function recordsOf(text: string): readonly Node[] {
  const { data } = JSON.parse(text) as Answer
  return Object.values(data ?? {}).flatMap((part) => (part === null ? [] : (part.nodes ?? part)))
}

/** The page that a client makes of what it got: the newest of all. */
export function newestOf(records: readonly Node[]): readonly Node[] {
  return records.toSorted((a, b) => (a.issuedOn < b.issuedOn ? 1 : a.issuedOn > b.issuedOn ? -1 : 0)).slice(0, pageSize)
}

/** The record of a lookup. */
export function recordOf(text: string): Node | null {
  return ((JSON.parse(text) as { data: { node: Node | null } | null }).data ?? { node: null }).node
}

/** What must be equal: every field that was asked for but the id, which Comity does not give away, and the owner, which gateways tell by the alias. */
export function comparable(records: readonly Node[]): string {
  const sorted = records.toSorted((a, b) => (a.number < b.number ? -1 : 1))
  return JSON.stringify(sorted, (key, value) => (key === 'id' || key === 'owner' ? undefined : value))
}
