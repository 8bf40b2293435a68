import { startDemoSystems } from '../../examples/demo.ts'

/** A process that starts the demo's systems, tells the port of one of them, and then does nothing: a test ends it without warning. */
const [dataDir = ''] = process.argv.slice(2)
const { environment } = await startDemoSystems({ dataDir, scale: 0.02, seed: 1, today: '2026-11-01', log: () => {} })
process.send?.(Number(new URL(environment['XB_URL'] ?? '').port))
