import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ring, ringLayout } from '../../web/src/network/ringLayout.ts'

const networks = fc.integer({ min: 1, max: 25 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.record({ from: fc.nat(size - 1), to: fc.nat(size - 1) }), { maxLength: 60 }),
  }),
)

describe('a drawing in rings', () => {
  it('has a place for everything, no two things at one, and what the seed links to on the first ring', () => {
    fc.assert(
      fc.property(networks, ({ size, edges }) => {
        const ids = Array.from({ length: size }, (_, index) => `n${index}`)
        const named = edges.map(({ from, to }) => ({ from: `n${from}`, to: `n${to}` }))
        const places = ringLayout('n0', ids, named)
        expect([...places.keys()].sort()).toEqual([...ids].sort())
        expect(new Set([...places.values()].map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(size)
        for (const { from, to } of named) {
          const other = from === 'n0' ? to : to === 'n0' ? from : null
          if (other === null || other === 'n0') continue
          const { x, y } = places.get(other) ?? { x: 0, y: 0 }
          expect(Math.hypot(x, y)).toBeCloseTo(ring)
        }
      }),
    )
  })
})
