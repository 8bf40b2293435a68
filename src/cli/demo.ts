import { join } from 'node:path'
import { startDemoSystems } from '../../examples/demo.ts'
import { readEnvironment } from '../config/environment.ts'
import { createDemoIssuer } from '../identity/demo/demoIssuer.ts'
import { createLog, startHub } from '../main.ts'
import { runUntilSignal } from './runUntilSignal.ts'

/** What `comity demo` takes. */
export interface DemoOptions {
  /** Multiplies the demo data. */
  readonly scale: number
  readonly seed: number
  readonly skipBroken: boolean
  /** Whether the demo's records stay as they are. */
  readonly quiet: boolean
}

/** `comity demo`: the hub with its five demo bureaus, on loopback. Resolves with the exit code once it has drained. */
export async function demo(options: DemoOptions): Promise<number> {
  return runUntilSignal(async () => {
    const environment = readEnvironment()
    const issuer = await createDemoIssuer({ dataDir: environment.dataDir, host: environment.host, production: environment.production })
    const systems = await startDemoSystems({
      dataDir: environment.dataDir,
      scale: options.scale,
      seed: options.seed,
      today: new Date().toISOString().slice(0, 10),
      log: (line) => process.stdout.write(`${line}\n`),
      changing: !options.quiet,
    })
    const hub = await startHub({
      environment,
      bureaus: environment.bureaus ?? join(import.meta.dirname, '..', '..', 'examples', 'bureaus'),
      variables: { ...environment.variables, COMITY_DATA_DIR: environment.dataDir, ...systems.environment },
      skipBroken: options.skipBroken,
      demo: issuer,
      log: createLog(environment.logLevel),
    }).catch(async (error: unknown) => {
      await systems.stop()
      throw error
    })
    process.stdout.write(welcome(hub.url, issuer.personas))
    return {
      stop: async () => {
        process.stdout.write('\nFinishing what is in flight ...\n')
        await hub.stop()
        await systems.stop()
      },
    }
  })
}

function welcome(url: string, personas: readonly { readonly id: string; readonly title: string }[]): string {
  const width = Math.max(...personas.map((persona) => persona.id.length))
  const people = personas.map((persona) => `  ${persona.id.padEnd(width)}  ${persona.title}`).join('\n')
  return `
Comity answers at ${url}/graphql

  ${url}   GraphiQL: choose a persona and a purpose, then run a query

Demo personas:
${people}

Try, in another terminal:

  TOKEN=$(npx comity token --as xb-investigator --purpose INVESTIGATION --case XB-2026-0017)
  curl -s ${url}/graphql -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
    -H 'Comity-Purpose: INVESTIGATION; case=XB-2026-0017' \\
    -d '{"query":"{ notices(first: 5) { nodes { owner { code } kind issuedOn subject { names { full } birthDate _disclosure { field level } } } sources { bureau { code } state } } }"}'

Ctrl-C stops it.
`
}
