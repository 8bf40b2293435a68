import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeBureaus } from './bureauFiles.ts'
import { type FleetBureau, isSimulated } from './fleetPlan.ts'
import { fillTables } from './fleetTables.ts'
import type { HubCount } from './hubProcess.ts'
import type { SystemsCount } from './systemsProcess.ts'

/** How the hub asks a fleet. */
export interface FleetLimits {
  readonly deadlineMs: number
  readonly hedgePercent: number
  /** Most rows asked for in one call. */
  readonly pageRows: number
  /** Percent of recent calls that have to fail before a bureau is left alone. */
  readonly breakerPercent: number
}

/** The product's own. */
export const usualLimits: FleetLimits = { deadlineMs: 2500, hedgePercent: 8, pageRows: 200, breakerPercent: 50 }

/** A hub over a fleet's systems, each in a process of its own. */
export interface RunningFleet {
  readonly url: string
  /** Headers of a good request: a token, a purpose. */
  readonly headers: Readonly<Record<string, string>>
  /** Has the systems play these bureaus from the beginning, with whatever is wrong with them. Codes, kinds and sizes stay what they are. */
  play(bureaus: readonly FleetBureau[]): Promise<void>
  /** What was asked of the systems since the last count. */
  systems(): Promise<SystemsCount>
  /** How the hub's process did since the last count. */
  hub(): Promise<HubCount>
}

/** Starts a fleet with a hub over it in a folder of its own, hands it to `work`, and leaves nothing behind. `hubFlags` are for Node, such as `--cpu-prof`. */
export async function withFleet<T>(
  bureaus: readonly FleetBureau[],
  limits: FleetLimits,
  work: (fleet: RunningFleet) => Promise<T>,
  hubFlags: readonly string[] = [],
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'comity-fleet-'))
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  try {
    const tables = await fillTables(bureaus, folder)
    undo.push(() => tables.stop())
    const systems = start('systemsProcess.ts')
    undo.push(() => end(systems))
    const { url: simulatorUrl } = (await told(systems)) as { readonly url: string }
    // The hub asks everybody once at its start: nobody is ill yet.
    await ask(systems, { kind: 'play', bureaus: bureaus.map(well) })
    const root = writeBureaus(bureaus, { ...limits, folder, simulatorUrl, postgresUrl: tables.postgresUrl, mysqlUrl: tables.mysqlUrl })
    const hub = start('hubProcess.ts', [folder, root], hubFlags)
    undo.push(() => end(hub))
    const { url } = (await told(hub)) as { readonly url: string }
    return await work({
      url,
      headers: await headersFor(url),
      play: async (next) => void (await ask(systems, { kind: 'play', bureaus: next })),
      systems: async () => (await ask(systems, { kind: 'count' })) as SystemsCount,
      hub: async () => (await ask(hub, {})) as HubCount,
    })
  } finally {
    for (const step of undo.reverse()) await step()
  }
}

/** The same bureau without a fault, and quick. */
function well(bureau: FleetBureau): FleetBureau {
  return isSimulated(bureau.kind) ? { ...bureau, fault: 'none', pace: { medianMs: 0, sigma: 0, hungCalls: 0, failedCalls: 0 } } : bureau
}

function start(file: string, args: readonly string[] = [], execArgv: readonly string[] = []): ChildProcess {
  return fork(join(import.meta.dirname, file), [...args], { execArgv: [...execArgv], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

async function ask(child: ChildProcess, message: object): Promise<unknown> {
  child.send(message)
  return told(child)
}

function told(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process of the fleet ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  child.disconnect()
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await exit
  clearTimeout(patience)
}

async function headersFor(url: string): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(new URL('/demo/token', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: 'xb-investigator' }),
  })
  const { token } = (await response.json()) as { readonly token: string }
  return {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'comity-purpose': 'INVESTIGATION; case=XB-2026-0017',
  }
}
