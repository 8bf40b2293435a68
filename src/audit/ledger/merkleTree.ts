import { hash } from 'node:crypto'

/** Nodes of every eighth level are kept: whatever else a proof or a start needs is folded from at most 256 of them. */
export const keptLevels = 8

/** A complete subtree of `2 ** level` leaves: the `number`th of its level, from 0. */
export interface TreeNode {
  readonly level: number
  readonly number: number
  readonly hash: Uint8Array
}

/** The hash of the complete subtree `number` of `level`. Throws when it is not there. */
export type HashAt = (level: number, number: number) => Uint8Array

/** The root of a tree of no leaves. */
export const emptyRoot: Uint8Array = hash('sha256', '', 'buffer')

/** RFC 6962, 2.1: what a leaf is hashed to. */
export function leafHash(content: string | Uint8Array): Uint8Array {
  if (typeof content === 'string') return hash('sha256', `\0${content}`, 'buffer')
  return hash('sha256', Buffer.concat([Buffer.of(0), content]), 'buffer')
}

const pair = Buffer.alloc(65)
pair[0] = 1

/** RFC 6962, 2.1: what two subtrees are hashed to. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1)
  pair.set(right, 33)
  return hash('sha256', pair, 'buffer')
}

/** Folds neighbours, two by two, to one. Their number is a power of two. */
export function fold(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, i) => nodeHash(at(row, 2 * i), at(row, 2 * i + 1)))
  return at(row, 0)
}

/** The right edge of a tree: what is needed to append to it and to know its root, and no more. */
export class CompactRange {
  /** Complete subtrees from left to right, each larger than the next. */
  #edge: TreeNode[]
  #size: number

  private constructor(edge: TreeNode[], size: number) {
    this.#edge = edge
    this.#size = size
  }

  /** The edge of a tree of `size` leaves. */
  static over(size: number, hashAt: HashAt): CompactRange {
    const edge: TreeNode[] = []
    let before = 0
    for (let level = 52; level >= 0; level--) {
      const leaves = 2 ** level
      if (before + leaves > size) continue
      const number = before / leaves
      edge.push({ level, number, hash: hashAt(level, number) })
      before += leaves
    }
    return new CompactRange(edge, size)
  }

  /** Leaves so far. */
  get size(): number {
    return this.#size
  }

  copy(): CompactRange {
    return new CompactRange([...this.#edge], this.#size)
  }

  /** Appends a leaf and gives the nodes of kept levels that it completes, its own not among them. */
  append(leaf: Uint8Array): readonly TreeNode[] {
    const completed: TreeNode[] = []
    let node: TreeNode = { level: 0, number: this.#size++, hash: leaf }
    for (let left = this.#edge.at(-1); left !== undefined && left.level === node.level; left = this.#edge.at(-1)) {
      this.#edge.pop()
      node = { level: node.level + 1, number: left.number / 2, hash: nodeHash(left.hash, node.hash) }
      if (node.level % keptLevels === 0) completed.push(node)
    }
    this.#edge.push(node)
    return completed
  }

  root(): Uint8Array {
    return (
      this.#edge.reduceRight<Uint8Array | null>((right, { hash }) => (right === null ? hash : nodeHash(hash, right)), null) ?? emptyRoot
    )
  }
}

function at(hashes: readonly Uint8Array[], index: number): Uint8Array {
  const found = hashes[index]
  if (found === undefined) throw new RangeError('a tree has no such node')
  return found
}
