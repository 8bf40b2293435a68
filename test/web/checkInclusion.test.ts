import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signCheckpoint } from '../../src/audit/ledger/checkpoint.ts'
import { inclusionProof, rootAt } from '../../src/audit/ledger/merkleProof.ts'
import { leafHash, nodeHash } from '../../src/audit/ledger/merkleTree.ts'
import { makeSignerKey, readSignerKey } from '../../src/audit/ledger/signedNote.ts'
import { checkInclusion, type InclusionProof } from '../../web/src/ledger/checkInclusion.ts'

const signer = readSignerKey(makeSignerKey('log.example', 'log'))
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const hashAt = (level: number, number: number): Uint8Array =>
  level === 0 ? leafHash(`leaf ${number}`) : nodeHash(hashAt(level - 1, 2 * number), hashAt(level - 1, 2 * number + 1))

/** The proof that a hub of so many entries gives of one of them. */
function proofOf(entry: number, size: number): InclusionProof {
  const root = rootAt(hashAt, size)
  return {
    entry,
    leafHash: base64(hashAt(0, entry - 1)),
    hashes: inclusionProof(hashAt, entry - 1, size).map(base64),
    checkpoint: {
      origin: signer.verifier.name,
      size,
      root: base64(root),
      note: signCheckpoint({ size, root }, signer),
      key: signer.verifier.text,
    },
  }
}
const entries = fc.integer({ min: 1, max: 70 }).chain((size) => fc.tuple(fc.integer({ min: 1, max: size }), fc.constant(size)))
const other = base64(leafHash('another'))

describe('a proof that is checked in the browser', () => {
  it('holds for every entry of every ledger', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async ([entry, size]) => {
        expect(await checkInclusion(proofOf(entry, size))).toEqual({ included: true, signed: true })
      }),
    )
  })

  it('does not hold for another leaf, another place, or a hash too many, too few or another', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.nat(), async ([entry, size], which) => {
        const proof = proofOf(entry, size)
        const at = which % Math.max(1, proof.hashes.length)
        const forged: InclusionProof[] = [
          { ...proof, leafHash: other },
          { ...proof, hashes: [...proof.hashes, other] },
          { ...proof, entry: size + 1 },
          ...(proof.hashes.length === 0
            ? []
            : [
                { ...proof, hashes: proof.hashes.with(at, other) },
                { ...proof, hashes: proof.hashes.slice(1) },
              ]),
        ]
        for (const one of forged) expect((await checkInclusion(one)).included).toBe(false)
      }),
    )
  })

  it('is not signed when the note says another root, another size, or was changed, or another key is named', async () => {
    const proof = proofOf(3, 7)
    const { checkpoint } = proof
    const stranger = readSignerKey(makeSignerKey('log.example', 'log'))
    const changes: Partial<InclusionProof['checkpoint']>[] = [
      { root: other },
      { size: 8 },
      { key: stranger.verifier.text },
      { note: checkpoint.note.replace('log.example\n7', 'log.example\n8'), size: 8 },
      { note: checkpoint.note.split('\n\n')[0] ?? '' },
    ]
    for (const change of changes) {
      expect((await checkInclusion({ ...proof, checkpoint: { ...checkpoint, ...change } })).signed).toBe(false)
    }
  })
})
