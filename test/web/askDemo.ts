/** What the demo answers a persona: the `data` of its answer. Throws its errors. */
export async function askDemo(
  url: string,
  persona: string,
  purpose: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Readonly<Record<string, unknown>>> {
  const json = { 'content-type': 'application/json' }
  const issued = await fetch(`${url}demo/token`, { method: 'POST', headers: json, body: JSON.stringify({ persona }) })
  const { token } = (await issued.json()) as { readonly token: string }
  const response = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${token}`, 'comity-purpose': purpose },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { readonly data: Readonly<Record<string, unknown>>; readonly errors?: unknown }
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

/** Has an officer of XA send a request to XD, and gives its reference. */
export async function sendRequestToXd(url: string, reference: string): Promise<string> {
  const purpose = 'INVESTIGATION; case=XA-2026-0017'
  const input = {
    clientMutationId: `create ${reference}`,
    requestedBureaus: ['XD'],
    reference,
    kind: 'INFORMATION',
    urgency: 'URGENT',
    question: 'Is the holder of this telephone number known to you?',
    facts: 'The number was dialled from the place of the offence on the evening before.',
    legalBasis: 'RECIPROCITY',
  }
  const create = 'mutation Create($input: CreateRequestInput!) { createRequest(input: $input) { id version } }'
  const { createRequest } = await askDemo(url, 'xa-ncb-officer', purpose, create, { input })
  const [{ id, version }] = createRequest as readonly [{ readonly id: string; readonly version: number }]
  const send = 'mutation Send($input: RequestActInput!) { sendRequest(input: $input) { state } }'
  await askDemo(url, 'xa-ncb-officer', purpose, send, { input: { clientMutationId: `send ${reference}`, id, version } })
  return reference
}

/** Has a border officer's desk of XB check documents of people of XD until one is known there, and gives it. Throws when none is. */
export async function checkUntilHitAtXd(url: string): Promise<{ readonly number: string; readonly issuingCountry: string }> {
  const known = '{ persons(first: 60, where: { owner: { eq: "XD" } }) { nodes { documents { number issuingCountry } } } }'
  const { persons } = await askDemo(url, 'xd-ncb-officer', 'INVESTIGATION; case=XD-2026-0004', known)
  const { nodes } = persons as {
    readonly nodes: readonly { readonly documents: readonly { readonly number: string; readonly issuingCountry: string }[] | null }[]
  }
  const check =
    'mutation Check($document: DocumentKeyInput!) { hitCheck(input: { document: $document }) { rows { bureau { code } outcome } } }'
  for (const document of nodes.flatMap(({ documents }) => documents ?? []).slice(0, 30)) {
    const { hitCheck } = await askDemo(url, 'xb-duty-officer', 'BORDER_CHECK; case=XB-2026-0009', check, { document })
    const { rows } = hitCheck as { readonly rows: readonly { readonly bureau: { readonly code: string }; readonly outcome: string }[] }
    if (rows.some(({ bureau, outcome }) => bureau.code === 'XD' && outcome === 'HIT')) return document
  }
  throw new Error('no document of the first thirty was a hit at XD')
}
