import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startXaDatabase, writeXaSql } from '../systems/xa/writeXa.ts'
import { documentsOfXb } from '../systems/xb/documents.ts'
import { nodesOfXc } from '../systems/xc/nodes.ts'
import { loadXd, writeXdSql } from '../systems/xd/writeXd.ts'
import { brokenInXe, writeXe } from '../systems/xe/writeXe.ts'
import { bureauCodes } from './bureauCodes.ts'
import { generateWorld, type WorldOptions } from './generateWorld.ts'
import type { World } from './truth.ts'

/** Where each bureau's system finds its data, inside the folder of a world. */
export const places = {
  xa: 'xa/pglite',
  xb: 'xb/documents.json',
  xc: 'xc/nodes.json',
  xd: 'xd/ficheiro.sqlite',
  xe: 'xe/gelen',
  truth: 'groundTruth.json',
} as const

/** Makes up a world and writes every bureau's data in its own shape, and the ground truth beside it. `log` hears of each bureau as it is done. */
export async function writeWorld(options: WorldOptions, folder: string, log: (line: string) => void): Promise<World> {
  const database = startXaDatabase(join(folder, places.xa))
  try {
    const world = generateWorld(options)
    writeFiles(world, folder, log)
    await database.load(world.bureaus.XA)
    log('  XA Postgres tables')
    return world
  } finally {
    await database.abandon()
  }
}

function writeFiles(world: World, folder: string, log: (line: string) => void): void {
  const { XB, XC, XD, XE } = world.bureaus
  for (const part of ['xb', 'xc']) mkdirSync(join(folder, part), { recursive: true })
  writeFileSync(join(folder, places.xb), JSON.stringify(documentsOfXb(XB)))
  log('  XB documents for its REST system')
  writeFileSync(join(folder, places.xc), JSON.stringify(nodesOfXc(XC)))
  log('  XC nodes for its GraphQL system')
  loadXd(XD, join(folder, places.xd))
  log('  XD an SQLite file')
  writeXe(XE, join(folder, places.xe))
  log('  XE a folder of NDJSON and CSV files')
  writeFileSync(join(folder, places.truth), JSON.stringify(groundTruth(world), null, 1))
}

/** The same rows as SQL for a real PostgreSQL (`xa.sql`) and a real MariaDB or MySQL (`xd.sql`). */
export function writeSql(world: World, folder: string): void {
  writeXaSql(world.bureaus.XA, folder)
  writeXdSql(world.bureaus.XD, folder)
}

/** What a test wants to know of the data without reading it: who is who, what is protected, what is broken. */
export function groundTruth(world: World) {
  const { seed, scale, today, shared, namesakes } = world
  const counts = bureauCodes.map((code) => {
    const { persons, notices, requests, operations } = world.bureaus[code]
    return [code, { Person: persons.length, Notice: notices.length, AssistanceRequest: requests.length, Operation: operations.length }]
  })
  const protectedPersons = bureauCodes.flatMap((bureau) =>
    world.bureaus[bureau].persons
      .filter((person) => person.protectedClasses.length > 0)
      .map((person) => ({ bureau, key: person.key, classes: person.protectedClasses })),
  )
  return {
    seed,
    scale,
    today,
    counts: Object.fromEntries(counts) as Record<string, Record<string, number>>,
    shared,
    namesakes,
    protected: protectedPersons,
    broken: brokenInXe,
  }
}
