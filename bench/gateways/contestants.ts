import { join } from 'node:path'
import { demoQuestion, type Server } from '../contestant.ts'
import type { Question } from '../load.ts'

/** What is asked of a contestant. */
export interface Asked {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

/** A contestant of the race. */
export interface Racer extends Server {
  readonly name: string
  /** Whether it is Comity: it is asked in its own words. */
  readonly hub: boolean
  /** Makes a question to it. */
  ask(url: string, pid: number, asked: Asked): Promise<Question>
}

const file = (name: string) => join(import.meta.dirname, name)
const ready = /ready on (\S+)/

/** The hub over a folder of bureaus. */
export function comity(bureaus: string, dataDir: string, nodeArgs: readonly string[] = []): Racer {
  const environment = { PORT: '0', COMITY_DATA_DIR: dataDir, COMITY_BUREAUS: bureaus, COMITY_LOG: 'silent' }
  const args = [...nodeArgs, file('comityHub.ts')]
  const ask = async (url: string, pid: number, { query, variables }: Asked) => {
    const question = await demoQuestion(url, pid, 'xb-investigator', query)
    return { ...question, body: JSON.stringify({ query, variables }) }
  }
  return { name: 'Comity', hub: true, args, environment, ready, ask }
}

/** A form of Hive Gateway. */
export interface HiveForm {
  /** `router` is its runtime with the native planner. */
  readonly runtime: 'stitching' | 'router'
  /**
   * As it comes, equal questions to a source that are in flight together are asked once and share the answer. What one officer is told must not be handed to another, and Comity asks for each; so the
   * form that counts asks for each, too.
   */
  readonly shared?: boolean
  /** Time for a source, in milliseconds. Default: none. */
  readonly timeMs?: number
}

/** Hive Gateway. */
export function hiveGateway(supergraph: string, { runtime, shared = false, timeMs }: HiveForm): Racer {
  const what = [...(runtime === 'router' ? ['native planner'] : []), ...(shared ? ['shared questions'] : [])]
  const name = `Hive Gateway${what.length > 0 ? ` (${what.join(', ')})` : ''}${suffix(timeMs)}`
  return gateway(name, [file('hiveGateway.js'), supergraph, runtime, shared ? 'shared' : 'apart', ...timeArgument(timeMs)])
}

/** @apollo/gateway in Apollo Server. */
export function apolloGateway(supergraph: string, timeMs?: number): Racer {
  return gateway(`@apollo/gateway${suffix(timeMs)}`, [file('apolloGateway.js'), supergraph, ...timeArgument(timeMs)])
}

function gateway(name: string, args: readonly string[]): Racer {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const ask = async (url: string, pid: number, asked: Asked) => ({ url, headers, body: JSON.stringify(asked), pid })
  return { name, hub: false, args, environment: { NODE_ENV: 'production' }, ready, ask }
}

const suffix = (timeMs: number | undefined) => (timeMs === undefined ? '' : `, time-out of ${timeMs} ms`)
const timeArgument = (timeMs: number | undefined) => (timeMs === undefined ? [] : [String(timeMs)])
