import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { agreements, disclosure, recordMapping } from '../gateways/bureauFiles.ts'
import { sourceRows } from '../gateways/sourceRows.ts'

/** The one bureau whose rows are in memory. */
export const code = 'XA'

const bureau = (files: string) => `comity: bureau/v1
code: ${code}
name: Central Bureau of ${code}
timeZone: UTC
languages: [en]
limits: { concurrency: 128, queue: 256 }
connector:
  kind: file
  folder: ${JSON.stringify(files)}
  sources:
    notices: { format: ndjson, files: notices.ndjson }
    persons: { format: ndjson, files: persons.ndjson }
${recordMapping}`

/** Writes a folder of one bureau whose system is two files that the hub reads into memory at start: connector, mapping, rules and record cost what they always do, and nothing is waited for. */
export function writeBureauFolder(folder: string, today: string): string {
  const bureaus = join(folder, 'bureaus')
  const files = join(folder, 'files')
  mkdirSync(join(bureaus, code), { recursive: true })
  mkdirSync(files)
  const { persons, notices } = sourceRows(code, today)
  const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n')
  writeFileSync(join(files, 'persons.ndjson'), lines(persons))
  writeFileSync(join(files, 'notices.ndjson'), lines(notices.map(({ subject: _, ...notice }) => notice)))
  // A second party, so that the agreement has two: whoever asks is of that one.
  writeFileSync(join(bureaus, 'agreements.yaml'), agreements([code, 'XB']))
  cpSync(join(import.meta.dirname, '..', '..', 'examples', 'bureaus', 'baseline.yaml'), join(bureaus, 'baseline.yaml'))
  writeFileSync(join(bureaus, code, 'bureau.yaml'), bureau(files))
  writeFileSync(join(bureaus, code, 'disclosure.yaml'), disclosure(code))
  // The asker's own bureau, which has nothing.
  mkdirSync(join(bureaus, 'XB'))
  writeFileSync(join(files, 'nothing.ndjson'), '')
  const none = bureau(files).replaceAll(code, 'XB').replace('notices.ndjson', 'nothing.ndjson').replace('persons.ndjson', 'nothing.ndjson')
  writeFileSync(join(bureaus, 'XB', 'bureau.yaml'), none)
  writeFileSync(join(bureaus, 'XB', 'disclosure.yaml'), disclosure('XB'))
  return bureaus
}
