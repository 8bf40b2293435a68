import { ledgerHub } from '../support/ledgerHub.ts'
import { memoryBureau } from '../support/memoryBureau.ts'

/**
 * A hub that is asked until its disk is full, and then again: run in a process whose files cannot grow beyond a limit. Prints, as JSON, how many answers it gave, what it said then, and what there is on record.
 */
const [, , path = ''] = process.argv
const rows = { Notice: Array.from({ length: 50 }, (_, n) => ({ key: `n${n}`, kind: 'RED', issuedOn: '2026-01-01', number: `${n}` })) }
const hub = ledgerHub([memoryBureau('XA', { rows })], { path })
const ask = () =>
  hub.ask('{ notices(first: 50) { nodes { number } } }').then(
    () => null,
    (error: unknown) => (error as { readonly code?: string }).code ?? String(error),
  )
let answered = 0
let refused: string | null = null
while (refused === null && answered < 20_000) {
  refused = await ask()
  if (refused === null) answered++
}
const again = [await ask(), await ask()]
const recorded = hub.store.readAudit(0, 100_000).filter(({ entry }) => JSON.parse(entry).operation !== undefined).length
process.stdout.write(JSON.stringify({ answered, refused, again, reason: hub.record.cannotDisclose(), recorded }))
process.exit()
