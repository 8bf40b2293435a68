/** What every source of the race serves, in the words of Comity's own schema: the record types under the same names, so that all contestants answer the same. */
const types = `
type Notice @shareable {
  id: ID!
  kind: String
  number: String
  state: String
  form: String
  actionRequested: [String!]
  subjectId: ID
  subject: Person
  requestingAuthority: String
  offences: [Offence!]
  summary: String
  eventDate: String
  eventPlace: Place
  issuedOn: String
  expiresOn: String
  recordedAt: String
  updatedAt: String
  handling: Handling
}
type Person @shareable {
  id: ID!
  status: String
  names: [PersonName!]
  sex: String
  birthDate: String
  birthPlace: Place
  nationalities: [Nationality!]
  languages: [String!]
  occupation: String
  warnings: [String!]
  protectedClasses: [String!]
  excludedCountries: [String!]
  expiresOn: String
  recordedAt: String
  handling: Handling
}
type Handling @shareable { confidentiality: String handlingCode: String }
type Offence @shareable { family: String charge: String law: String }
type Place @shareable { name: String country: String }
type PersonName @shareable { kind: String full: String family: String given: String }
type Nationality @shareable { country: String confirmed: Boolean }
`

/** Root fields carry the source's code, because a root field of one name would belong to all sources alike. The last two are for readers by key. */
const rootOf = (code: string) => `
type Query {
  ${code}Notices(first: Int!, until: String, skip: Int): [Notice!]
  ${code}Notice(id: ID!): Notice
  ${code}NoticesById(ids: [ID!]!): [Notice]!
  ${code}PersonsById(ids: [ID!]!): [Person]!
}
`

/** The schema that a source executes; directives of the federation are not known to it. */
export function executedSchema(code: string): string {
  return (rootOf(code) + types).replaceAll(' @shareable', '')
}

/** The same schema as a subgraph, for composition. */
export function subgraphSchema(code: string): string {
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@shareable"])\n${rootOf(code)}${types}`
}
