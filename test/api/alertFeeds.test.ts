import { describe, expect, it } from 'vitest'
import type { FeedStatus } from '../../src/model/capture.ts'
import { liveServer } from '../support/alerts/liveServer.ts'
import { memoryBureau } from '../support/memoryBureau.ts'

const fields = '{ bureau { code } type mode watermark lagMs lastReconcileAt gap missed lastError }'
const document = `subscription($owners: [CountryCode!]) { alerts(heartbeatSeconds: 1) { __typename
  ... on Heartbeat { feeds(owners: $owners) ${fields} } ... on StreamNotice { code feeds ${fields} } } }`

function feedOf(bureau: string, over: Partial<FeedStatus> = {}): FeedStatus {
  const at = '2026-01-01T00:00:00.000Z'
  return {
    bureau,
    type: 'Notice',
    mode: 'poll',
    watermark: at,
    lagMs: 5,
    lastReconcileAt: at,
    gap: false,
    missed: 7,
    lastError: null,
    ...over,
  }
}

describe('the feeds that alerts come from', () => {
  it('stand in a heartbeat, all of them or those of some bureaus, with what only their own officers may know left out', async () => {
    const feeds = [feedOf('XA'), feedOf('XB', { watermark: null, lagMs: null, lastReconcileAt: null, lastError: 'TIMEOUT' })]
    await using live = await liveServer([memoryBureau('XA', { rows: { Notice: [] } }), memoryBureau('XB', { rows: { Notice: [] } })], {
      feeds: () => feeds,
    })
    const events = await live.subscribe(document)
    const at = '2026-01-01T00:00:00.000Z'
    const theirs = { bureau: { code: 'XB' }, type: 'Notice', mode: 'POLL', gap: false, missed: null, lastError: 'TIMEOUT' }
    expect(await events.next()).toEqual({
      __typename: 'Heartbeat',
      feeds: [
        {
          bureau: { code: 'XA' },
          type: 'Notice',
          mode: 'POLL',
          watermark: at,
          lagMs: 5,
          lastReconcileAt: at,
          gap: false,
          missed: 7,
          lastError: null,
        },
        { ...theirs, watermark: null, lagMs: null, lastReconcileAt: null },
      ],
    })
    events.stop()
    const some = await live.subscribe(document, { owners: ['XB', 'XX'] })
    expect(await some.next()).toMatchObject({ feeds: [theirs] })
    some.stop()
  })

  it('stand in the notice of a gap, those alone that miss something', async () => {
    let gap = false
    const feeds = () => [feedOf('XA'), feedOf('XB', { gap })]
    await using live = await liveServer([memoryBureau('XA', { rows: { Notice: [] } }), memoryBureau('XB', { rows: { Notice: [] } })], {
      feeds,
    })
    const events = await live.subscribe(document)
    expect(await events.next()).toMatchObject({ feeds: [{ gap: false }, { gap: false }] })
    gap = true
    expect(await events.next()).toMatchObject({ code: 'SOURCE_FEED_GAP', feeds: [{ bureau: { code: 'XB' }, gap: true, missed: null }] })
    events.stop()
  })
})
