import { aborted } from '../../../src/store/leadership.ts'
import { PostgresLeadership } from '../../../src/store/postgresLeadership.ts'

/** A process that tells when it leads and when it has lost: a test stops it in the middle. */
const [url = '', lease = ''] = process.argv.slice(2)
new PostgresLeadership(url, { electionMs: 20, leaseMs: Number(lease) }).lead('work', async (signal) => {
  process.send?.('leads')
  await aborted(signal)
  process.send?.('lost')
})
