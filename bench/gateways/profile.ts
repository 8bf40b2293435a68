import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withServer } from '../contestant.ts'
import { askOnce, measure } from '../load.ts'
import { comity } from './contestants.ts'
import { hubPage, recordsOf } from './questions.ts'
import { withSystems } from './systems.ts'

/** A CPU profile of the hub answering pages: `node bench/gateways/profile.ts [folder]`. */
const folder = mkdtempSync(join(tmpdir(), 'comity-gateways-'))
const to = process.argv[2] ?? folder
await withSystems(folder, async ({ bureaus }) => {
  const racer = comity(bureaus, join(folder, 'hub'), ['--cpu-prof', `--cpu-prof-dir=${to}`])
  await withServer(racer, async (url, pid) => {
    const asked = await racer.ask(url, pid, { query: hubPage })
    console.log(`${recordsOf(await askOnce(asked)).length} records`)
    await measure(asked, 8, 100)
    for (const connections of [1, 8]) console.log(await measure(asked, connections, 200))
  })
})
console.log(to)
