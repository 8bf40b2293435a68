import { writeFileSync } from 'node:fs'
import { readCatalogue } from '../api/readCatalogue.ts'
import { loadBureaus } from '../config/loadBureaus.ts'
import { connectorOptionsSchema } from '../connectors/open.ts'
import { viewMatrix } from '../disclosure/study/viewMatrix.ts'
import { nearest } from '../model/problem.ts'
import { askedCaller, type CallerOptions, callerLine } from './askedCaller.ts'
import { viewPage } from './viewPage.ts'
import { type BureauView, viewLines } from './viewText.ts'

/** What `view-as` is run with. */
export interface ViewAsOptions extends CallerOptions {
  /** Only this bureau's records. Default: every bureau's. */
  readonly bureau?: string
  /** Only this record type. Default: every type. */
  readonly type?: string
  /** A file to write the matrix to as a page, instead of printing it. */
  readonly html?: string
}

/** Where a command writes, and the environment that files refer to. */
export interface CommandIo {
  readonly out: { write(text: string): unknown }
  readonly err: { write(text: string): unknown }
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * `comity view-as`: what a caller may come to learn of each bureau's records, by its files as they are now. Reads no record and needs no hub. Gives
 * the exit code: 1 when a name is not known or a bureau's rules cannot be read.
 */
export async function viewAs(folder: string, options: ViewAsOptions, { out, err, environment }: CommandIo): Promise<number> {
  const catalogue = readCatalogue()
  const { bureaus, agreements, problems } = await loadBureaus(folder, { environment, catalogue, connectorOptionsSchema })
  const fail = (sentence: string): number => {
    err.write(`${sentence}\n`)
    return 1
  }
  if (bureaus.length === 0) return fail(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'))
  const wanted = bureaus.filter(({ file }) => options.bureau === undefined || file.code === options.bureau)
  if (wanted.length === 0)
    return fail(
      unknown(
        'bureau',
        options.bureau ?? '',
        bureaus.map(({ file }) => file.code),
      ),
    )
  if (options.type !== undefined && !catalogue.types.has(options.type)) {
    return fail(unknown('record type', options.type, [...catalogue.types.keys()]))
  }
  const words = {
    roles: catalogue.enums.get('Role') ?? [],
    purposes: catalogue.enums.get('Purpose') ?? [],
    agreementsOf: (bureau: string, day: string) => agreements.inForce(bureau, day),
    bureaus: bureaus.map(({ file }) => file.code),
  }
  try {
    const caller = askedCaller(options, words)
    const { bureau: reader } = caller.principal
    // Not a mistake where one bureau's folder stands alone; but a slip of the pen would look like rules that show nothing.
    if (!bureaus.some(({ file }) => file.code === reader)) err.write(`No bureau in this folder has the code "${reader}".\n`)
    const types = options.type === undefined ? undefined : [options.type]
    const views: readonly BureauView[] = wanted.map(({ file, policy }) => ({
      code: file.code,
      name: file.name,
      version: policy?.version ?? '',
      types: policy === null ? null : viewMatrix(policy, caller, types),
    }))
    if (options.html === undefined) for (const line of [callerLine(caller), ...viewLines(views)]) out.write(`${line}\n`)
    else {
      try {
        writeFileSync(options.html, viewPage(callerLine(caller), views))
      } catch {
        return fail(`${options.html} cannot be written.`)
      }
      out.write(`written to ${options.html}\n`)
    }
    return views.some((view) => view.types === null) ? 1 : 0
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

function unknown(what: string, word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return `There is no ${what} "${word}"; ${near === undefined ? `there are ${known.join(', ')}.` : `did you mean "${near}"?`}`
}
