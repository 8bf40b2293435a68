import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { apolloGateway, comity, hiveGateway } from './contestants.ts'
import { answersWhileHanging } from './hanging.ts'
import { installPeers } from './installPeers.ts'
import { assertSameAnswers, race, withEntrants } from './race.ts'
import { hangingTable, raceTable, verdict } from './report.ts'
import { codes, withSystems } from './systems.ts'

/**
 * Comity beside Hive Gateway and @apollo/gateway over the same twenty sources: `node bench/gateways/bench.ts [--rounds 5] [--seconds 3] [--race-only] [--json file]`. Ends with 1 when Comity does not have
 * three times the throughput of Hive Gateway.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    'race-only': { type: 'boolean', default: false },
    json: { type: 'string', default: '.comity/bench/gateways.json' },
  },
})
const note = (line: string) => process.stderr.write(`${line}\n`)
/** As long as Comity gives a bureau by default. */
const timeMs = 2500
const folder = mkdtempSync(join(tmpdir(), 'comity-gateways-'))

installPeers()
try {
  await withSystems(folder, async (systems) => {
    const { bureaus, supergraph } = systems
    const hub = (name: string) => comity(bureaus, join(folder, name))
    const racers = [
      hub('race'),
      hiveGateway(supergraph, { runtime: 'stitching' }),
      hiveGateway(supergraph, { runtime: 'router' }),
      hiveGateway(supergraph, { runtime: 'router', shared: true }),
      apolloGateway(supergraph),
    ]
    const results = await withEntrants(racers, codes, async (entrants) => {
      await assertSameAnswers(entrants)
      return race(entrants, { rounds: Number(values.rounds), seconds: Number(values.seconds), note })
    })
    const impatient = [hiveGateway(supergraph, { runtime: 'router', timeMs }), apolloGateway(supergraph, timeMs)]
    const patient = [hub('hanging'), hiveGateway(supergraph, { runtime: 'router' }), apolloGateway(supergraph), ...impatient]
    const hanging = values['race-only'] ? [] : await answersWhileHanging(patient, systems, note)
    const file = resolve(values.json)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ node: process.version, cpus: cpus().map(({ model }) => model), results, hanging }, null, 1))
    const { text, met } = verdict(results)
    console.log(
      [raceTable(results), ...(hanging.length > 0 ? [hangingTable(hanging)] : []), text, `Every round is in ${file}.`].join('\n\n'),
    )
    if (!met) process.exitCode = 1
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
