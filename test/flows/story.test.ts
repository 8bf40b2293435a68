import { beforeAll, describe, expect, it } from 'vitest'
import { story } from '../../src/cli/story.ts'

const lines: string[] = []
/** What somebody sees, in the order of the story. */
const seen = (who: string) => lines.flatMap((line) => (line.trimStart().startsWith(who) ? (/ sees (.*)$/.exec(line)?.[1] ?? []) : []))

beforeAll(async () => {
  await story((line) => void lines.push(line))
}, 120_000)

describe('the story, on the demo', () => {
  it('asks two bureaus of which neither learns of the other, and has an answer in part and a refusal', () => {
    expect(seen('Olav Brenn, XB')[0]).toBe('1 request of this story, put to XB: "Where does the driver of the van live?"')
    expect(seen('Renata Solis, XC')[0]).toBe('1 request of this story, put to XC: "Where does the driver of the van live?"')
    expect(seen('Mira Tolvan, XA').slice(0, 2)).toEqual([
      'PARTIALLY_ANSWERED: XB says PARTIAL, "He lived at 12 Rue du Phare until May."',
      'REFUSED: XC says REFUSED',
    ])
  })

  it('names what a notice lacks, and shows it to others once it is published', () => {
    expect(seen('Mira Tolvan, XA')[2]).toContain('warrants: a warrant of arrest or a judgment')
    expect(seen('Bento Farias, XD').slice(0, 2)).toEqual(['the notice in review: null', 'RED, PUBLISHED'])
  })

  it('joins three bureaus, opens to members what was promised, tells that targets meet, and hides for a time', () => {
    const [, before, after, target] = seen('Olav Brenn, XB')
    expect([before, after]).toEqual(['parties XA, XB', 'parties XA, XB, XC'])
    expect(target).toBe('one of a bureau that is not said, and one of a bureau that is not said')
    const [, parties, member, own, notice, left] = seen('Renata Solis, XC')
    expect(parties).toBe('parties XA, XC')
    expect(Number(/as a member (\d+) more/.exec(member ?? '')?.[1])).toBeGreaterThan(0)
    expect(own).toContain("one of its own that meets another bureau's")
    expect(notice).toBe('the notice')
    expect(left).toBe("no such operation, and 0 more of XA's persons than before")
    expect(seen('Sanna Okori, XC')).toEqual(['no such notice', 'the notice'])
  })

  it('ends at a border, with the owner’s desk told', () => {
    const [, , duringEmbargo, hit, gone] = seen('Bento Farias, XD')
    expect([duringEmbargo, gone]).toEqual(['the notice', 'no such notice any more'])
    expect(hit).toContain('XA HIT')
    expect(seen('Mira Tolvan, XA').at(-1)).toBe('at its desk: HIT by XD, for BORDER_CHECK')
    expect(lines.at(-2)).toContain('it is FULFILLED')
  })
})
