import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readCheckpoint } from '../../../src/audit/ledger/checkpoint.ts'
import { leafOf } from '../../../src/audit/ledger/ledgerLeaf.ts'
import { isConsistent, isIncluded } from '../../../src/audit/ledger/merkleProof.ts'
import { inclusionText, readInclusion, readOffer } from '../../../src/audit/ledger/proofText.ts'
import { isSignedBy, readNote, readVerifierKey } from '../../../src/audit/ledger/signedNote.ts'
import { caller } from '../../support/caller.ts'
import { ledgerHub } from '../../support/ledgerHub.ts'
import { memoryBureau } from '../../support/memoryBureau.ts'

const rows = { Notice: [1, 2, 3].map((n) => ({ key: `n${n}`, kind: 'RED', issuedOn: `2026-01-0${n}`, number: `${n}` })) }
const auditor = caller({ bureau: 'XA', roles: ['AUDITOR'] }, { kind: 'AUDIT', case: null })
const bytes = (text: string) => Buffer.from(text, 'base64')
// biome-ignore lint/suspicious/noExplicitAny: answers of tests are read as they come
type Answer = any

const inclusion = `query Q($entry: Int!) { ledgerInclusion(entry: $entry) { entry leafHash hashes checkpoint { origin size root note key } text } }`
const consistency = `query Q($from: Int!, $to: Int) { ledgerConsistency(from: $from, to: $to) { from to hashes checkpoint { size root note key } text } }`

async function hubOf(entries: number) {
  const hub = ledgerHub([memoryBureau('XA', { rows })])
  // The policies are the first.
  for (let i = 1; i < entries; i++) await hub.ask('{ notices(first: 1) { nodes { number } } }')
  hub.record.ledger.checkpoint()
  return hub
}

describe('proofs by GraphQL', () => {
  it('prove every entry, to whoever has a checkpoint and the key, and show nothing of it', async () => {
    using hub = await hubOf(21)
    for (let entry = 1; entry <= 21; entry++) {
      const { ledgerInclusion: proof } = (await hub.ask(inclusion, { entry }, auditor)).data as Answer
      const log = readVerifierKey(proof.checkpoint.key)
      const checkpoint = readCheckpoint(proof.checkpoint.note, log)
      const leaf = bytes(proof.leafHash)
      expect(isIncluded(leaf, entry - 1, checkpoint.size, proof.hashes.map(bytes), checkpoint.root)).toBe(true)
      const [stored] = hub.store.readAudit(entry - 1, 1)
      if (stored === undefined) throw new Error('no such entry')
      expect(Buffer.compare(leaf, leafOf(stored, 0))).toBe(0)
      const read = readInclusion(proof.text, log)
      expect([read.index, read.proof.length, read.checkpoint.size]).toEqual([entry - 1, proof.hashes.length, 21])
      expect(isIncluded(leaf, entry === 1 ? 1 : 0, checkpoint.size, proof.hashes.map(bytes), checkpoint.root)).toBe(false)
    }
    for (const entry of [0, -1, 22])
      expect((await hub.ask(inclusion, { entry }, auditor)).errors?.[0]?.message).toContain(
        'the latest checkpoint speaks of the entries 1 to 21',
      )
    expect((await hub.ask(inclusion, { entry: 1 })).data?.['ledgerInclusion']).toBeNull()
    expect(hub.stored().filter(({ ledger }) => ledger !== undefined)).toHaveLength(21)
  })

  it('prove that the ledger goes on from every older state of it', async () => {
    using hub = await hubOf(13)
    const rootOf = async (size: number) => {
      const { ledgerConsistency: same } = (await hub.ask(consistency, { from: size, to: size })).data as Answer
      expect(same.hashes).toEqual([])
      const { ledgerCheckpoint } = (await hub.ask('{ ledgerCheckpoint { size root } }')).data as Answer
      return ledgerCheckpoint
    }
    const { root, size } = await rootOf(13)
    expect(size).toBe(13)
    const older: { size: number; root: Uint8Array }[] = []
    for (const { size: at, note } of hub.store.ledger.checkpoints()) {
      const { root: was } = readCheckpoint(note, readVerifierKey((await rootAndKey(hub)).key))
      older.push({ size: at, root: was })
    }
    expect(older.map((one) => one.size)).toEqual([0, 13])
    for (let from = 0; from <= 13; from++) {
      const { ledgerConsistency: proof } = (await hub.ask(consistency, { from })).data as Answer
      const offer = readOffer(proof.text, readVerifierKey(proof.checkpoint.key))
      expect([offer.old, proof.to]).toEqual([from, 13])
      const known = older.find((one) => one.size === from)
      if (known !== undefined) expect(isConsistent(known, { size: 13, root: bytes(root) }, proof.hashes.map(bytes))).toBe(true)
    }
    expect((await hub.ask(consistency, { from: 5, to: 9 })).data?.['ledgerConsistency']).toMatchObject({ from: 5, to: 9, text: null })
    for (const sizes of [{ from: -1 }, { from: 14 }, { from: 5, to: 4 }, { from: 0, to: 99 }])
      expect((await hub.ask(consistency, sizes)).errors?.[0]?.message).toContain('at most the 13 of the latest checkpoint')
  })
})

async function rootAndKey(hub: Awaited<ReturnType<typeof hubOf>>) {
  return ((await hub.ask('{ ledgerCheckpoint { root key } }')).data as Answer).ledgerCheckpoint
}

/** Signed by the checksum database of Go, which runs an implementation of its own; both were published by it. */
const sumdb = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'
const published = [
  [
    'go.sum database tree\n63096908\n8lHrQPRYe4KT4WQ9/Qk8/taKnD6IRHbFgfN7vQE2Y54=\n',
    'Az3gri/oVBN1jAhNZ/iS+W31psFAWRT20/GyrhpU6taFwulQGetBkH5S7wpGXdS935jiIGiUUAXBVHzT/P6fYhqAmAk=',
  ],
  [
    'go.sum database tree\n15081221\nBoMMe1wd25Tco0mYGROkyqxHZWx+hcSCtMV315Lu6Lg=\n',
    'Az3grilD7vQqTrv66jRgKM84Y80KTprrSt4bKmiOPxgmS5ZVBTeCl6dUvjYnN13R+C8j0jGY1WnUADGMkok3U0m2Zgo=',
  ],
] as const

describe('the formats of others', () => {
  it('are read as others write them: checkpoints of a public log', () => {
    const key = readVerifierKey(sumdb)
    for (const [text, signature] of published) {
      const note = readNote(`${text}\n\u2014 sum.golang.org ${signature}\n`)
      expect(isSignedBy(note, key)).toBe(true)
      expect(isSignedBy({ ...note, text: text.replace(/\d+/, '1') }, key)).toBe(false)
    }
  })

  it('are written as others write them: a proof of inclusion', () => {
    const hashes = ['hash1', 'hash2'].map((text) => hash('sha256', text, 'buffer'))
    const [one, two] = hashes.map((each) => each.toString('base64'))
    expect(inclusionText(5, hashes, 'test checkpoint\n')).toBe(`c2sp.org/tlog-proof@v1\nindex 5\n${one}\n${two}\n\ntest checkpoint\n`)
    expect(inclusionText(0, [], 'checkpoint\n')).toBe('c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n')
  })
})
