import { inspectPostgres, type PostgresFacts } from '../../store/inspectPostgres.ts'
import { doubtful, type Examination, type Finding, ill, well } from './finding.ts'

/** Sessions that one node opens, at most. */
const sessionsOfANode = 30
/** How far clocks may be apart, in milliseconds, before somebody should look, and before times on record are wrong. */
const clocks = { doubtful: 500, ill: 5000 }

/** Looks at the database that the nodes of a cluster share. */
export function examineDatabase(url: string): Examination {
  return {
    name: 'database',
    async look() {
      try {
        return databaseFindings(await inspectPostgres(url))
      } catch (error) {
        return [
          ill(
            `it does not answer: ${classOf(error)}`,
            'see that it runs, that its address and password are right, and that this machine may reach it',
          ),
        ]
      }
    },
  }
}

/** What is to be said of a database. */
export function databaseFindings(facts: PostgresFacts): readonly Finding[] {
  const found: Finding[] = []
  const version = `PostgreSQL ${Math.floor(facts.version / 10_000)}.${facts.version % 10_000}`
  found.push(
    facts.version < 140_000
      ? ill(version, 'take PostgreSQL 14 or later: before it a node that stands still keeps its locks')
      : well(`${version}, ${facts.encrypted ? 'over TLS' : 'without TLS'}`),
  )
  if (facts.isStandby) found.push(ill('it is a standby, which takes no writes', 'give the address of the primary'))
  if (!facts.mayCreate)
    found.push(ill('the account may not make tables', 'GRANT CREATE, USAGE ON SCHEMA of its search path to the account'))
  if (!facts.fsync) found.push(ill('fsync is off: what was acknowledged may be lost in a power cut', "set fsync to 'on'"))
  if (facts.sessionsLeft < sessionsOfANode)
    found.push(doubtful(`${facts.sessionsLeft} more sessions fit`, `raise max_connections: a node opens up to ${sessionsOfANode}`))
  const apart = Math.abs(facts.aheadMs)
  const clock = `its clock is ${apart} ms ${facts.aheadMs < 0 ? 'behind' : 'ahead of'} this machine's`
  if (apart >= clocks.ill) found.push(ill(clock, 'set the clocks (NTP): times on record would be wrong'))
  else if (apart >= clocks.doubtful) found.push(doubtful(clock, 'look at NTP on both machines'))
  return found
}

/** What kind of failure it was; the text of a driver may hold an address. */
export function classOf(error: unknown): string {
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string' && /^[A-Z0-9_]{3,40}$/.test(code)) return code
  return error instanceof Error && /timeout/i.test(error.message) ? 'TIMEOUT' : 'no answer'
}
