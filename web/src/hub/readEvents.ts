/** Reads an event stream of GraphQL results (GraphQL over SSE): each `next` as it comes, until `complete`. Throws when the stream breaks off before that. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<object, void, undefined> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) throw new Error('The connection broke off before the answer was complete.')
    const events = `${rest}${decoder.decode(value, { stream: true })}`.split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const lines = event.split('\n')
      if (lines.includes('event: complete')) return
      const sent = lines.find((line) => line.startsWith('data: '))
      if (lines.includes('event: next') && sent !== undefined) yield JSON.parse(sent.slice('data: '.length)) as object
    }
  }
}
