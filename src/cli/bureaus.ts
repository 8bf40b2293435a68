import { type Asker, askHub, demoAskers } from './askHub.ts'
import { type BureauLine, bureauLines, isWell } from './bureausText.ts'
import type { CommandIo } from './viewAs.ts'

/** What `bureaus` is run with. */
export interface BureausOptions {
  /** Where the hub answers. */
  readonly url: string
  /** A bearer token of anybody whom the hub knows. Default: a persona of the demo. */
  readonly token?: string
  /** The demo persona to ask as. Default: the first that can. */
  readonly as?: string
  /** The purpose declared for asking. */
  readonly declare: string
  /** Print JSON. */
  readonly json?: boolean
  /** Where the running demo keeps its key. */
  readonly dataDir: string
}

const question = `query Bureaus {
  bureaus { code name kind supervision status serves health { state lastAnsweredAt latencyMs breaker concurrency } feeds { type mode lagMs gap lastError } }
}`

/** `comity bureaus`: asks the running hub for its members and how they are doing. Gives the exit code: 3 when one of them is not well, 1 when there is no answer. */
export async function bureaus(options: BureausOptions, { out, err }: Pick<CommandIo, 'out' | 'err'>): Promise<number> {
  try {
    const answer = await askHub<{ readonly bureaus: readonly BureauLine[] }>(question, {}, await askerOf(options), options.url)
    if (answer === null) throw new Error('The hub gave no answer.')
    const found = answer.bureaus
    if (options.json === true) out.write(`${JSON.stringify(found, null, 2)}\n`)
    else for (const line of bureauLines(found)) out.write(`${line}\n`)
    return found.every(isWell) ? 0 : 3
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

async function askerOf({ token, as, declare, dataDir }: BureausOptions): Promise<Asker> {
  if (token !== undefined) return { token, purpose: declare }
  const [asker] = await demoAskers({ dataDir, declare, instead: 'a token' }, ({ id }) => as === undefined || id === as)
  if (asker === undefined) throw new Error(`There is no persona "${as ?? ''}".`)
  return asker
}
