import { describe, expect, it } from 'vitest'
import { readEvents } from '../../web/src/hub/readEvents.ts'

const sent = new TextEncoder().encode(
  ':\n\nevent: next\ndata: {"name":"Žofie\\n\\n"}\n\n:\n\nevent: next\ndata: {"name":"event: complete"}\n\nevent: complete\ndata: \n\n',
)

describe('reading an event stream', () => {
  it.each([1, 2, 3, 7, sent.length])('gives the same results however it is cut: every %i bytes', async (size) => {
    const cuts = Array.from({ length: Math.ceil(sent.length / size) }, (_, i) => sent.slice(i * size, (i + 1) * size))
    expect(await Array.fromAsync(readEvents(ReadableStream.from(cuts) as ReadableStream<Uint8Array>))).toEqual([
      { name: 'Žofie\n\n' },
      { name: 'event: complete' },
    ])
  })
})
