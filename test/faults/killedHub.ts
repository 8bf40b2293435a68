import { writeSync } from 'node:fs'
import { caller } from '../support/caller.ts'
import { ledgerHub } from '../support/ledgerHub.ts'
import { memoryBureau } from '../support/memoryBureau.ts'

/** A hub that is asked by several at a time until it is killed: run in a process of its own. Prints the case of each operation when it is answered, a line each, and not before. */
const [, , path = '', round = ''] = process.argv
const rows = { Notice: Array.from({ length: 5 }, (_, n) => ({ key: `n${n}`, kind: 'RED', issuedOn: '2026-01-01', number: `${n}` })) }
const hub = ledgerHub([memoryBureau('XA', { rows })], { path })
let next = 0
async function askOn(): Promise<never> {
  for (;;) {
    const name = `Q${round}x${next++}`
    await hub.ask('{ notices(first: 5) { nodes { number } } }', {}, caller({}, { kind: 'INVESTIGATION', case: name }))
    writeSync(1, `${name}\n`)
  }
}
await Promise.all(Array.from({ length: 8 }, askOn))
