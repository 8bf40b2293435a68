/** W1: 100 records of fifteen fields, each with its owner, its person and two of its parts; ten of the fields under a rule that looks at the caller and the record. */
export const page = `query Page { notices(first: 100) { nodes {
  kind number state form actionRequested requestingAuthority summary eventDate issuedOn expiresOn recordedAt updatedAt
  owner { code name kind timeZone }
  offences { family charge law }
  eventPlace { name country }
  subject { status names { kind full family given } sex birthDate nationalities { country } occupation warnings languages recordedAt }
} } }`

/** W3: one record by its id, ten fields. */
export const record = `query One($id: ID!) { node(id: $id) { ... on Person { status names { full } sex birthDate nationalities { country } occupation warnings languages expiresOn recordedAt } } }`

/** The id of somebody to ask for. */
export const anybody = 'query Anybody { persons(first: 1) { nodes { id } } }'
