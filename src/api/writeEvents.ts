import type { ServerResponse } from 'node:http'
import { resultText } from './alikeResult.ts'
import { guarded } from './answer.ts'
import type { Result } from './executor.ts'
import { eventStream } from './mediaTypes.ts'
import { resultsIn } from './togetherResults.ts'

/** How patient an event stream is. */
export interface StreamPace {
  /** A stream in which nothing happens says so this often, in milliseconds, lest something on the way thinks it dead. Default 12,000. */
  readonly quietMs: number
  /** A client that has not taken what it was sent after so many milliseconds is cut off. Default 10,000. */
  readonly patienceMs: number
}

const usual: StreamPace = { quietMs: 12_000, patienceMs: 10_000 }

const headers = {
  ...guarded,
  'cache-control': 'private, no-store, no-transform',
  'content-type': `${eventStream}; charset=utf-8`,
  // A stream is over when its answer is; the next operation may have a connection of its own, and a node that drains need not wait for this one.
  connection: 'close',
  // nginx would keep the events until it has a buffer full of them.
  'x-accel-buffering': 'no',
}

/** A comment: clients leave it out. */
const nothing = ':\n\n'

/**
 * Writes results as events (GraphQL over SSE, distinct connections mode): a `next` each, and `complete`. Nothing is asked of the results before the client has
 * taken the one before, so that no more than one, or a few that came together, is ever held. When the client goes away the results are told so by `return`.
 */
export async function writeEvents(response: ServerResponse, results: AsyncIterable<Result>, over: Partial<StreamPace> = {}): Promise<void> {
  const { quietMs, patienceMs } = { ...usual, ...over }
  response.writeHead(200, headers)
  response.write(nothing)
  const pulse = setInterval(() => {
    if (!response.writableNeedDrain && !response.destroyed) response.write(nothing)
  }, quietMs)
  try {
    for await (const result of results) {
      if (response.destroyed || !(await written(response, eventsOf(result), patienceMs))) return
    }
    // Browsers' own EventSource leaves out an event without data.
    if (!response.destroyed) response.write('event: complete\ndata: \n\n')
  } finally {
    clearInterval(pulse)
    response.end()
  }
}

function eventsOf(result: Result): string {
  return resultsIn(result)
    .map((one) => `event: next\ndata: ${resultText(one)}\n\n`)
    .join('')
}

/** Whether the client has taken it, or has room for it. */
function written(response: ServerResponse, text: string, patienceMs: number): Promise<boolean> {
  if (response.write(text)) return Promise.resolve(true)
  return new Promise((resolve) => {
    const settle = (taken: boolean) => {
      clearTimeout(timer)
      response.off('drain', drained).off('close', closed)
      resolve(taken)
    }
    const drained = () => settle(true)
    const closed = () => settle(false)
    const timer = setTimeout(() => {
      response.destroy()
      settle(false)
    }, patienceMs)
    response.on('drain', drained).on('close', closed)
  })
}
