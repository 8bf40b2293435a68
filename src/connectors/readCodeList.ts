import { type Call, type CodeListRead, type Connector, ConnectorError, type NativeRow } from './connector.ts'

/** Most codes of one list: what has more is no list of codes. */
const mostCodes = 10_000
const pageRows = 1000

/** Reads a whole list of codes and hands it in. `readAt`: now, in epoch milliseconds. Throws `ConnectorError`; then the list is what it was. */
export async function readCodeList(list: CodeListRead, connector: Connector, call: Call, readAt: number): Promise<void> {
  const { name, source, key, fields } = list
  const read = { source, key, keyOrder: 'text', fields, children: [], where: null, orderBy: null, after: null, limit: pageRows } as const
  const rows: NativeRow[] = []
  let page: string | null = null
  do {
    const answer = await connector.find({ ...read, page }, call)
    rows.push(...answer.rows)
    if (answer.capped || rows.length > mostCodes)
      throw new ConnectorError('BAD_ANSWER', `the list of codes ${name} has more than ${mostCodes} codes`)
    page = answer.next
  } while (page !== null)
  if (!list.take(rows, readAt)) throw new ConnectorError('BAD_ANSWER', `the list of codes ${name} has no code with a meaning`)
}
