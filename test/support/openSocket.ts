import { type ClientOptions, WebSocket } from 'ws'

/** A message of the protocol. */
export interface Frame {
  readonly type: string
  readonly id?: string
  readonly payload?: unknown
}

/** Opens a socket at a server's `/graphql` without a client's manners: whatever is sent is sent, whatever comes is there to be read. */
export async function openSocket(url: string, options: ClientOptions & { readonly protocols?: readonly string[] } = {}) {
  const { protocols = ['graphql-transport-ws'], ...rest } = options
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, [...protocols], rest)
  const frames: Frame[] = []
  const waiting: ((frame: Frame) => void)[] = []
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame
    const taker = waiting.shift()
    if (taker === undefined) frames.push(frame)
    else taker(frame)
  })
  const closed = new Promise<{ readonly code: number; readonly reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  const opened = new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  await opened
  // What the server says of frames against the rules comes as an error too, and then as a close code.
  socket.on('error', () => {})
  const send = (frame: Frame | string) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  return {
    socket,
    send,
    /** Frames that have come and were not taken. */
    frames,
    /** The next frame; `closed` tells when none will come. */
    take: async (): Promise<Frame> => frames.shift() ?? (await new Promise<Frame>((resolve) => waiting.push(resolve))),
    closed,
    /** Subscribes to a document. */
    ask: (id: string, query: string, more: Readonly<Record<string, unknown>> = {}) =>
      send({ id, type: 'subscribe', payload: { query, ...more } }),
    [Symbol.asyncDispose]: async () => {
      socket.terminate()
      await closed
    },
  }
}

/** What a server of `memoryServer` is told by its good caller on a socket. */
export function goodParams({ headers }: { readonly headers: { readonly authorization: string; readonly 'comity-purpose': string } }) {
  return { authorization: headers.authorization, 'comity-purpose': headers['comity-purpose'] }
}

/** A socket whose client has said who it is, and was let in. */
export async function signedIn(
  server: { readonly url: string; readonly headers: { readonly authorization: string; readonly 'comity-purpose': string } },
  params: Readonly<Record<string, unknown>> = {},
  options: Parameters<typeof openSocket>[1] = {},
) {
  const opened = await openSocket(server.url, options)
  opened.send({ type: 'connection_init', payload: { ...goodParams(server), ...params } })
  const frame = await Promise.race([opened.take(), opened.closed])
  if (!('type' in frame) || frame.type !== 'connection_ack') throw new Error(`not let in: ${JSON.stringify(frame)}`)
  return opened
}
