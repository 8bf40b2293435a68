import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { generateWorld } from './generateWorld.ts'
import { writeSql, writeWorld } from './writeWorld.ts'

const usage = `node examples/generate/cli.ts --out FOLDER [--scale 1] [--seed 1] [--today YYYY-MM-DD] [--sql]
  --sql   only xa.sql and xd.sql, for a real PostgreSQL and a real MariaDB`

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    sql: { type: 'boolean', default: false },
  },
})

const seed = Number(values.seed)
if (values.out === undefined || !(Number(values.scale) > 0) || !Number.isInteger(seed) || !/^\d{4}-\d{2}-\d{2}$/.test(values.today)) {
  console.error(usage)
  process.exit(1)
}
if (existsSync(values.out) && !values.sql) {
  console.error(`${values.out} exists already; the data is only written into a new folder`)
  process.exit(1)
}
const started = Date.now()
const options = { seed, scale: Number(values.scale), today: values.today }
console.log(`making up five bureaus (scale ${options.scale}, seed ${seed}, as of ${options.today}) ...`)
if (values.sql) writeSql(generateWorld(options), values.out)
else await writeWorld(options, values.out, (line) => console.log(line))
console.log(`written to ${values.out} in ${Date.now() - started} ms`)
