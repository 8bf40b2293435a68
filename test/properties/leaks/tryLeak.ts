import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../../support/house/sourceFile.ts'
import { planted } from './leak.ts'
import { leaks } from './leaks.ts'

/**
 * A process with one leak planted: `tryLeak.ts <name> <seed> <runs>`. It runs the check that the leak names and prints, as one line of JSON, after how many
 * cases which comparison showed it.
 */
const [name = '', seed = '1', runs = '1'] = process.argv.slice(2)
const leak = leaks.find((one) => one.name === name)
if (leak === undefined) throw new Error(`no leak "${name}"`)
const texts = new Map([...planted(leak)].map(([file, text]) => [pathToFileURL(join(root, file)).href, text]))
const loaded = new Set<string>()
registerHooks({
  load(url, context, next) {
    const source = texts.get(url)
    if (source === undefined) return next(url, context)
    loaded.add(url)
    return { format: 'module-typescript', source, shortCircuit: true }
  },
})
const { checks } = await import('../checks.ts')
const found = await checks[leak.check]({ seed: Number(seed), runs: Number(runs), compare: [leak.comparison] })
const missing = [...texts.keys()].filter((url) => !loaded.has(url))
if (missing.length > 0) throw new Error(`never loaded: ${missing.join(', ')}`)
process.stdout.write(`${JSON.stringify(found === null ? null : { comparison: found.difference.comparison, runs: found.runs })}\n`)
