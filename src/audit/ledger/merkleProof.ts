import { CompactRange, type HashAt, nodeHash } from './merkleTree.ts'

/** The root that a tree had at `size` leaves. */
export function rootAt(hashAt: HashAt, size: number): Uint8Array {
  return CompactRange.over(size, hashAt).root()
}

/** RFC 6962, 2.1.1: that leaf `index` (from 0) is in the tree of `size` leaves. Throws RangeError for one that is not. */
export function inclusionProof(hashAt: HashAt, index: number, size: number): readonly Uint8Array[] {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size)) throw new RangeError('the tree has no such leaf')
  const path = (from: number, to: number): readonly Uint8Array[] => {
    if (to - from === 1) return []
    const middle = from + split(to - from)
    return index < middle ? [...path(from, middle), rangeHash(hashAt, middle, to)] : [...path(middle, to), rangeHash(hashAt, from, middle)]
  }
  return path(0, size)
}

/** RFC 6962, 2.1.2: that the tree of `from` leaves is the beginning of the tree of `to`. Throws RangeError where it cannot be. */
export function consistencyProof(hashAt: HashAt, from: number, to: number): readonly Uint8Array[] {
  if (!(Number.isSafeInteger(from) && from >= 0 && from <= to)) throw new RangeError('the tree was never so large')
  if (from === 0) return []
  const path = (begin: number, end: number, whole: boolean): readonly Uint8Array[] => {
    if (from === end) return whole ? [] : [rangeHash(hashAt, begin, end)]
    const middle = begin + split(end - begin)
    return from <= middle
      ? [...path(begin, middle, whole), rangeHash(hashAt, middle, end)]
      : [...path(middle, end, false), rangeHash(hashAt, begin, middle)]
  }
  return path(0, to, true)
}

/** Whether a proof of inclusion holds (RFC 9162, 2.1.3.2). */
export function isIncluded(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): boolean {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size)) return false
  let [place, last, found] = [index, size - 1, leaf]
  for (const hash of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      found = nodeHash(hash, found)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else found = nodeHash(found, hash)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && same(found, root)
}

/** A tree as a checkpoint has it. */
export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/** Whether a proof of consistency holds (RFC 9162, 2.1.4.2). */
export function isConsistent(old: TreeHead, young: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (old.size > young.size) return false
  if (old.size === young.size) return proof.length === 0 && same(old.root, young.root)
  if (old.size === 0) return proof.length === 0
  let [place, last] = [old.size - 1, young.size - 1]
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  const [first, ...rest] = place === 0 ? [old.root, ...proof] : proof
  if (first === undefined) return false
  let [before, now] = [first, first]
  for (const hash of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      before = nodeHash(hash, before)
      now = nodeHash(hash, now)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else now = nodeHash(now, hash)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && same(before, old.root) && same(now, young.root)
}

export function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

/** The hash of leaves `from` to `to`: a complete subtree, or the right edge of the tree. */
function rangeHash(hashAt: HashAt, from: number, to: number): Uint8Array {
  const leaves = to - from
  const left = split(leaves)
  if (leaves === 1 || left * 2 === leaves) return hashAt(Math.log2(leaves), from / leaves)
  return nodeHash(rangeHash(hashAt, from, from + left), rangeHash(hashAt, from + left, to))
}

/** The largest power of two below `leaves`. */
function split(leaves: number): number {
  let power = 1
  while (power * 2 < leaves) power *= 2
  return power
}

const half = (value: number) => Math.floor(value / 2)
