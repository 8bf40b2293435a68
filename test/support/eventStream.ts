/** One event as it came. */
export interface SentEvent {
  readonly event: string
  readonly data: unknown
}

/** Reads the events of a stream as they come; comments are left out. */
export async function* eventsOf(response: Response): AsyncGenerator<SentEvent, void, undefined> {
  if (response.body === null) return
  let rest = ''
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = `${rest}${text}`.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1]
      const data = /^data: (.+)$/m.exec(block)?.[1]
      if (event !== undefined) yield { event, data: data === undefined ? null : JSON.parse(data) }
    }
  }
  if (rest !== '') throw new Error('the stream ended within an event')
}
