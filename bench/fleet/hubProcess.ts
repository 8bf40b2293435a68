/** A hub over a fleet, in a process of its own, with the demo's issuer for its tokens: started by `withFleet.ts`, asked over the channel for how its event loop did. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { readEnvironment } from '../../src/config/environment.ts'
import { createDemoIssuer } from '../../src/identity/demo/demoIssuer.ts'
import { createLog, startHub } from '../../src/main.ts'

/** How the hub's process did since it was last asked. Milliseconds, and bytes. */
export interface HubCount {
  readonly loopP50: number
  readonly loopP99: number
  readonly loopMax: number
  /** Share of the time that the event loop was busy. */
  readonly busy: number
  readonly cpuMs: number
  readonly rss: number
}

/** Between two looks at the event loop. What comes on top of it is delay. */
const resolution = 5

const [dataDir = '', bureaus = ''] = process.argv.slice(2)
const issuer = await createDemoIssuer({ dataDir, host: '127.0.0.1', production: false })
const hub = await startHub({
  environment: { ...readEnvironment({ PORT: '0', COMITY_DATA_DIR: dataDir }), dataDir },
  bureaus,
  variables: {},
  skipBroken: false,
  demo: issuer,
  log: createLog('silent'),
})
const delay = monitorEventLoopDelay({ resolution })
let [cpu, busy] = [process.cpuUsage(), performance.eventLoopUtilization()]
delay.enable()

function count(): HubCount {
  const ms = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution)
  const used = process.cpuUsage(cpu)
  const result = {
    loopP50: ms(delay.percentile(50)),
    loopP99: ms(delay.percentile(99)),
    loopMax: ms(delay.max),
    busy: performance.eventLoopUtilization(busy).utilization,
    cpuMs: (used.user + used.system) / 1000,
    rss: process.memoryUsage().rss,
  }
  delay.reset()
  cpu = process.cpuUsage()
  busy = performance.eventLoopUtilization()
  return result
}

process.on('message', () => process.send?.(count()))
process.on('disconnect', () => {
  void hub.stop().finally(() => process.exit(0))
})
process.send?.({ url: hub.url })
