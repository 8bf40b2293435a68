/** The stub's personas. */
export const personas = [
  { id: 'xb-investigator', name: 'Ines Koval', bureau: 'XB', roles: ['INVESTIGATOR'], purposes: ['INVESTIGATION', 'IDENTIFICATION'], title: 'Investigator' },
  { id: 'xa-border', name: 'Tomas Hale', bureau: 'XA', roles: ['BORDER_OFFICER'], purposes: ['BORDER_CHECK'], title: 'Border officer' },
]

const states: Readonly<Record<string, string>> = { XA: 'OK', XB: 'OK', XC: 'TIMEOUT', XD: 'OK', XE: 'PARTIAL' }
const statuses = Object.entries(states).map(([code, state], index) => ({ bureau: { code }, state, latencyMs: 8 + 3 * index }))

function person(family: string, given: string, originalScript: string | null): object {
  return {
    names: [{ full: `${given} ${family}`, originalScript }],
    birthDate: '1980',
    nationalities: null,
    _disclosure: [
      { field: 'birthDate', level: 'GENERALISED', reason: 'GENERALISED' },
      { field: 'nationalities', level: 'NONE', reason: 'NOT_SHARED' },
    ],
  }
}

const nodes = [
  { owner: { code: 'XB' }, kind: 'RED', number: '2026/00017', issuedOn: '2026-02-11', summary: null, subject: person('Petrov', 'Ilya', 'Илья Петров') },
  { owner: { code: 'XD' }, kind: 'BLUE', number: '2026/00012', issuedOn: '2026-02-03', summary: null, subject: person('Haddad', 'Samir', 'سمير حداد') },
].map((notice) => ({ ...notice, _disclosure: [{ field: 'summary', level: 'NONE', reason: 'PURPOSE' }] }))

/** What the stub knows: notices of two bureaus, each with one withheld field. */
export const answers = {
  sources: statuses.map(({ bureau, ...status }) => ({ bureau: bureau.code, ...status })),
  notices: {
    nodes,
    pageInfo: { hasNextPage: false, endCursor: null },
    sources: statuses,
    completeness: { asked: 5, answered: 4, complete: false },
  },
}
