import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { places, writeWorld } from './generate/writeWorld.ts'
import { startLife } from './systems/life.ts'
import { type RunningServer, startServer } from './systems/startServer.ts'

/** How the demo's systems are started. */
export interface DemoSystemsOptions {
  /** The hub's own folder; the demo's data goes to `demo` inside it. */
  readonly dataDir: string
  /** Multiplies the number of records; at 1 about 2,000 persons and 600 notices in each bureau. */
  readonly scale: number
  readonly seed: number
  /** The hub's UTC day, `YYYY-MM-DD`. The data is made as of this day and kept for four weeks; after that it is made anew, so that the demo is never stale. */
  readonly today: string
  /** Told in one line what is going on. */
  readonly log: (line: string) => void
  /** Whether some records change by themselves, one every 15 seconds, so that there is something to be alerted of. Default: no. */
  readonly changing?: boolean
}

/** The systems of the five demo bureaus, running. */
export interface DemoSystems {
  /** What the bureaus' files refer to: `XB_URL` and the like. */
  readonly environment: Readonly<Record<string, string>>
  /** By bureau; `pid` for those that run in a process of their own. */
  readonly systems: readonly { readonly code: string; readonly pid?: number }[]
  /** Ends the processes. The data stays. */
  stop(): Promise<void>
}

/** What the data of a demo folder was made from. */
export interface Manifest {
  readonly version: number
  readonly seed: number
  readonly scale: number
  readonly today: string
}

/** Raised whenever the generator or a bureau's shape changes: data of another version is made anew. */
const version = 2
const freshForDays = 28

/** Makes the demo data unless it is there already, starts the two systems that are servers, and waits until they listen. */
export async function startDemoSystems(options: DemoSystemsOptions): Promise<DemoSystems> {
  const folder = join(options.dataDir, 'demo')
  await makeData(folder, options)
  const keys = { XB_TOKEN: randomBytes(18).toString('base64url'), XC_KEY: randomBytes(18).toString('base64url') }
  const receipts = generateKeyPairSync('ed25519')
  const signing = { XB_RECEIPT_PRIVATE_KEY: receipts.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') }
  const started = await Promise.allSettled([
    startServer({ script: script('xb'), data: join(folder, places.xb), environment: { ...keys, ...signing }, port: 0 }),
    startServer({ script: script('xc'), data: join(folder, places.xc), environment: keys, port: 0 }),
  ])
  const servers = started.filter((result) => result.status === 'fulfilled').map(({ value }) => value)
  const life = options.changing === true ? startLife({ xd: join(folder, places.xd), xe: join(folder, places.xe) }) : null
  const stop = async () => {
    life?.stop()
    await Promise.all(servers.map((server) => server.stop()))
  }
  const [xb, xc] = servers
  if (xb === undefined || xc === undefined) {
    await stop()
    throw new Error('a demo system did not start', { cause: started.find((result) => result.status === 'rejected')?.reason })
  }
  const XB_RECEIPT_KEY = String(receipts.publicKey.export({ format: 'jwk' }).x)
  const environment = { ...keys, XB_RECEIPT_KEY, COMITY_DATA_DIR: options.dataDir, XB_URL: xb.url, XC_URL: xc.url }
  writeEnvironmentFile(folder, environment)
  return {
    environment,
    systems: [{ code: 'XA' }, processOf('XB', xb), processOf('XC', xc), { code: 'XD' }, { code: 'XE' }],
    stop,
  }
}

/** For commands beside the running demo: `node --env-file=.comity/demo/systems.env ...`. It holds keys of the demo's servers, so only its owner reads it. */
function writeEnvironmentFile(folder: string, environment: Readonly<Record<string, string>>): void {
  const file = join(folder, 'systems.env')
  rmSync(file, { force: true })
  writeFileSync(
    file,
    Object.entries(environment)
      .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
      .join(''),
    { mode: 0o600 },
  )
}

function script(name: string): string {
  return join(import.meta.dirname, 'systems', name, 'server.ts')
}

function processOf(code: string, { pid }: RunningServer) {
  return { code, pid }
}

/** Written beside and renamed at the end: data that was interrupted half-way is not taken for whole. */
async function makeData(folder: string, { scale, seed, today, log }: DemoSystemsOptions): Promise<void> {
  if (isCurrent(readManifest(folder), { version, seed, scale, today })) return
  const began = Date.now()
  log(`Making up five bureaus (scale ${scale}, seed ${seed}) ...`)
  const unfinished = `${folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  await writeWorld({ seed, scale, today }, unfinished, log)
  writeFileSync(join(unfinished, 'manifest.json'), JSON.stringify({ version, seed, scale, today } satisfies Manifest))
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
  log(`Done in ${((Date.now() - began) / 1000).toFixed(1)} s; kept in ${folder}`)
}

function readManifest(folder: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  } catch {
    return null
  }
}

/** Whether data that was made may be kept: of the same version, seed and scale, and not older than four weeks. */
export function isCurrent(found: Manifest | null, wanted: Manifest): boolean {
  if (found === null || found.version !== wanted.version || found.seed !== wanted.seed || found.scale !== wanted.scale) return false
  const age = (Date.parse(wanted.today) - Date.parse(found.today)) / 86_400_000
  return age >= 0 && age < freshForDays
}
