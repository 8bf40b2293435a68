import { PGlite } from '@electric-sql/pglite'
import { generateWorld } from '/work/main/examples/generate/generateWorld.ts'
import { tablesOfXa } from '/work/main/examples/systems/xa/writeXa.ts'
import { insertStatements } from '/work/main/examples/systems/table.ts'
import { readFileSync } from 'node:fs'
let t = Date.now(); const lap = (s: string) => { console.log(s, Date.now() - t); t = Date.now() }
const w = generateWorld({ seed: 1, scale: 1, today: '2026-11-01' }); lap('world')
const d = await PGlite.create('/tmp/prof-pg-' + process.pid, { relaxedDurability: true }); lap('create')
await d.exec(readFileSync('/work/main/examples/systems/xa/schema.sql', 'utf8')); lap('schema')
const ts = tablesOfXa(w.bureaus.XA); lap('tables')
await d.exec('BEGIN'); for (const x of ts) for (const s of insertStatements(x, 1000)) await d.exec(s); await d.exec('COMMIT'); lap('insert')
await d.exec(readFileSync('/work/main/examples/systems/xa/indexes.sql', 'utf8')); lap('indexes')
await d.close(); lap('close')
