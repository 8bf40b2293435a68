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
