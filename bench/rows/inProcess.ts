/** What a page costs without HTTP, token and record: `node --expose-gc bench/rows/inProcess.ts [pages] [plans|graphql-js]`. Prints CPU time per page, by plans and by graphql-js, in turns: the median of twenty rounds, and the least, which other processes have had the least part in. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execute, parse } from 'graphql'
import { CompiledQueries } from '../../src/api/compiled/compiledQueries.ts'
import { JsonText } from '../../src/api/compiled/jsonText.ts'
import { buildSchema } from '../../src/api/executableSchema.ts'
import { readEnvironment } from '../../src/config/environment.ts'
import { createDemoIssuer } from '../../src/identity/demo/demoIssuer.ts'
import { createLog, startHub } from '../../src/main.ts'
import type { Caller } from '../../src/model/principal.ts'
import { writeBureauFolder } from './bureauFolder.ts'
import { page } from './questions.ts'

const pages = Number(process.argv[2] ?? 400)
const only = process.argv[3]
const rounds = 20
const folder = mkdtempSync(join(tmpdir(), 'comity-rows-'))
const now = new Date()
const date = now.toISOString().slice(0, 10)
const bureaus = writeBureauFolder(folder, date)
const environment = readEnvironment({ PORT: '0', COMITY_DATA_DIR: join(folder, 'data'), COMITY_LOG: 'silent' })
const demo = await createDemoIssuer({ dataDir: environment.dataDir, host: environment.host, production: false })
const { hub, stop } = await startHub({ environment, bureaus, variables: {}, skipBroken: false, demo, log: createLog('silent') })
const caller: Caller = {
  principal: {
    personRef: 'XB-1',
    bureau: 'XB',
    organisation: null,
    unit: null,
    roles: ['INVESTIGATOR'],
    clearance: 2,
    agreements: ['CONV-20'],
    purposes: ['INVESTIGATION'],
    expiresAt: now.getTime() + 3_600_000,
  },
  purpose: { kind: 'INVESTIGATION', case: 'XB-2026-0017' },
  date,
  instant: now.getTime(),
  emergency: null,
}
const schema = buildSchema(hub.catalogue)
const queries = new CompiledQueries({ schema })
const document = parse(page)
const begin = () => hub.begin(caller, { signal: new AbortController().signal, traceId: '0'.repeat(32) })

const ways = {
  async plans() {
    using operation = begin()
    const asked = { hash: 'page', operationName: null, variables: null, contextValue: operation }
    const { data } = (await queries.executeKnown(asked)) ?? (await queries.execute(document, asked))
    if (!(data instanceof JsonText)) throw new Error('not by a plan')
    return data.text
  },
  async 'graphql-js'() {
    using operation = begin()
    const { data } = await execute({ schema, document, contextValue: operation })
    return JSON.stringify(data)
  },
}
try {
  if ((await ways.plans()) !== (await ways['graphql-js']())) throw new Error('the two differ')
  const all = Object.entries(ways).filter(([name]) => only === undefined || only === name)
  const measured = new Map<string, number[]>(all.map(([name]) => [name, []]))
  for (const [, ask] of all) for (let i = 0; i < pages / 2; i++) await ask()
  for (let round = 0; round < rounds; round++) {
    for (const [name, ask] of all) {
      globalThis.gc?.()
      const started = process.cpuUsage()
      for (let i = 0; i < pages / rounds; i++) await ask()
      const { user, system } = process.cpuUsage(started)
      measured.get(name)?.push((user + system) / (pages / rounds))
    }
  }
  for (const [name, times] of measured) {
    const sorted = times.toSorted((a, b) => a - b)
    console.log(`${name}: ${sorted[Math.floor(rounds / 2)]?.toFixed(0)} µs of CPU a page, the least ${sorted[0]?.toFixed(0)}`)
  }
} finally {
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
