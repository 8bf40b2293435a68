import { describe, expect, it } from 'vitest'
import { consistencyProof, inclusionProof, isConsistent, isIncluded, rootAt, type TreeHead } from '../../../src/audit/ledger/merkleProof.ts'
import { CompactRange, emptyRoot, fold, type HashAt, leafHash, nodeHash } from '../../../src/audit/ledger/merkleTree.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Buffer.from(text, 'hex')

/** The example of the tests of certificate-transparency, which other implementations use too. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(bytes)
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

function hashesOf(leaves: readonly Uint8Array[]): HashAt {
  return (level, number) => fold(leaves.slice(number * 2 ** level, (number + 1) * 2 ** level))
}

/** RFC 6962, 2.1, word by word. */
function definition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot
  if (leaves.length === 1) return leaves[0] as Uint8Array
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(definition(leaves.slice(0, k)), definition(leaves.slice(k)))
}

const example = hashesOf(inputs.map(leafHash))
const head = (size: number): TreeHead => ({ size, root: bytes(roots[size] ?? '') })

describe('the tree', () => {
  it('has the roots of the example of certificate-transparency', () => {
    const range = CompactRange.over(0, example)
    expect(hex(range.root())).toBe(roots[0])
    for (const [i, input] of inputs.entries()) {
      range.append(leafHash(input))
      expect(hex(range.root())).toBe(roots[i + 1])
      expect(hex(rootAt(example, i + 1))).toBe(roots[i + 1])
    }
  })

  it('has the root of the definition at every size, appended to or taken up again', () => {
    const leaves = Array.from({ length: 70 }, (_, i) => leafHash(`leaf ${i}`))
    const range = CompactRange.over(0, hashesOf([]))
    for (let size = 0; size <= leaves.length; size++) {
      const root = definition(leaves.slice(0, size))
      expect(range.root()).toEqual(root)
      expect(CompactRange.over(size, hashesOf(leaves)).root()).toEqual(root)
      range.append(leaves[size] ?? new Uint8Array(32))
    }
  })

  it('names the nodes of kept levels when they are complete, and no others', () => {
    const range = CompactRange.over(0, hashesOf([]))
    const leaves = Array.from({ length: 600 }, (_, i) => leafHash(`leaf ${i}`))
    const completed = leaves.flatMap((leaf) => range.append(leaf))
    expect(completed).toEqual([0, 1].map((number) => ({ level: 8, number, hash: hashesOf(leaves)(8, number) })))
  })

  it('appends to a copy without touching what was copied', () => {
    const range = CompactRange.over(5, example)
    range.copy().append(leafHash('x'))
    expect(hex(range.root())).toBe(roots[5])
  })
})

describe('a proof of inclusion', () => {
  it.each([
    [
      0,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
  ])('of leaf %i is that of certificate-transparency', (index, proof) => {
    expect(inclusionProof(example, index, 8).map(hex)).toEqual(proof)
  })

  it('holds for every leaf of every size, and for nothing else', () => {
    const leaves = inputs.map(leafHash)
    for (let size = 1; size <= 8; size++)
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(example, index, size)
        const holds = (over: { leaf?: Uint8Array; index?: number; size?: number; proof?: readonly Uint8Array[]; root?: Uint8Array }) =>
          isIncluded(
            over.leaf ?? (leaves[index] as Uint8Array),
            over.index ?? index,
            over.size ?? size,
            over.proof ?? proof,
            over.root ?? head(size).root,
          )
        expect(holds({})).toBe(true)
        expect(holds({ leaf: leafHash('other') })).toBe(false)
        expect(holds({ root: emptyRoot })).toBe(false)
        expect(holds({ index: index === 0 && size > 1 ? 1 : index - 1 })).toBe(false)
        expect(holds({ index: size })).toBe(false)
        expect(holds({ proof: [...proof, emptyRoot] })).toBe(false)
        if (proof.length > 0) expect(holds({ proof: proof.slice(1) })).toBe(false)
      }
    expect(() => inclusionProof(example, 8, 8)).toThrow(RangeError)
    expect(() => inclusionProof(example, -1, 8)).toThrow(RangeError)
  })
})

describe('a proof of consistency', () => {
  it.each([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('from %i to %i is that of certificate-transparency', (from, to, proof) => {
    expect(consistencyProof(example, from, to).map(hex)).toEqual(proof)
  })

  it('holds between all sizes, and for nothing else', () => {
    for (let to = 0; to <= 8; to++)
      for (let from = 0; from <= to; from++) {
        const proof = consistencyProof(example, from, to)
        expect(isConsistent(head(from), head(to), proof)).toBe(true)
        expect(isConsistent(head(from), head(to), [...proof, emptyRoot])).toBe(false)
        if (from > 0) {
          expect(isConsistent({ size: from, root: leafHash('other') }, head(to), proof)).toBe(false)
          expect(isConsistent(head(from), { size: to, root: leafHash('other') }, proof)).toBe(false)
        }
        if (from < to) expect(isConsistent(head(to), head(from), proof)).toBe(false)
        if (proof.length > 0) expect(isConsistent(head(from), head(to), proof.slice(0, -1))).toBe(false)
      }
    expect(() => consistencyProof(example, 9, 8)).toThrow(RangeError)
  })
})
