import { writeFileSync } from 'node:fs'
import { actReaders, hasRole } from '../model/principal.ts'
import { type Asker, askHub, demoAskers } from './askHub.ts'
import { type SubjectReportAnswer, subjectPage } from './subjectPage.ts'
import type { CommandIo } from './viewAs.ts'

/** What `subject-report` is run with. */
export interface SubjectReportOptions {
  /** Where the hub answers. */
  readonly url: string
  /** A bearer token of an officer of an oversight body. Default: the demo's own, if there are any. */
  readonly token?: string
  /** Where the running demo keeps its key. */
  readonly dataDir: string
  /** A new file for a page to read and print. Default: JSON is printed. */
  readonly html?: string
}

const question = `query SubjectReport($records: [ID!]!) {
  subjectReport(records: $records) {
    madeAt checkpoint { origin size root note }
    records {
      id recordType owner { code name }
      disclosures { entry at kind readerBureau { code name } readerRoles purpose emergency fields { field level } rules policyVersion basis { id title why } }
    }
  }
}`

/** `comity subject-report`: everything that was disclosed of somebody's records. Gives the exit code: 1 when there is no report. */
export async function subjectReport(
  records: readonly string[],
  options: SubjectReportOptions,
  { out, err }: Pick<CommandIo, 'out' | 'err'>,
): Promise<number> {
  try {
    for (const asker of await askersOf(options)) {
      const answer = await askHub<{ readonly subjectReport: SubjectReportAnswer | null }>(question, { records }, asker, options.url)
      const report = answer?.subjectReport ?? null
      if (report === null) continue
      if (options.html === undefined) out.write(`${JSON.stringify(report, null, 2)}\n`)
      else writeFileSync(options.html, subjectPage(report), { flag: 'wx', mode: 0o600 })
      return 0
    }
    err.write(
      'There is no report: it is for AUDITOR and DATA_PROTECTION_OFFICER of a member of kind OVERSIGHT, with the purpose OVERSIGHT.\n',
    )
    return 1
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

async function askersOf({ token, dataDir }: SubjectReportOptions): Promise<readonly Asker[]> {
  if (token !== undefined) return [{ token, purpose: 'OVERSIGHT' }]
  const instead = 'a token of an officer of an oversight body'
  return demoAskers({ dataDir, declare: 'OVERSIGHT', instead }, (persona) => hasRole(persona, actReaders))
}
