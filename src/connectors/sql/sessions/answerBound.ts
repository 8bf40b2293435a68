import type { Socket } from 'node:net'
import { ConnectorError } from '../../connector.ts'

/** Bytes that one statement's answer may have: far more than a page of records, far less than what would hurt the hub. */
export const mostAnswerBytes = 64 * 1024 * 1024

/** Watches what a server sends in answer to one statement. */
export interface AnswerBound {
  /** The fault of an answer that was cut off; null as long as it is within bounds. */
  fault(): ConnectorError | null
  /** Ends the watch. */
  release(): void
}

/** The fault of an answer that is too large. */
export function tooLarge(): ConnectorError {
  return new ConnectorError('BAD_ANSWER', 'the answer is too large')
}

/** Destroys the connection when more than `most` bytes come. The drivers themselves keep whatever a server sends. */
export function boundAnswer(stream: Socket, most = mostAnswerBytes): AnswerBound {
  let fault: ConnectorError | null = null
  let size = 0
  const count = (chunk: Buffer) => {
    size += chunk.length
    if (size <= most || fault !== null) return
    fault = tooLarge()
    stream.destroy(fault)
  }
  stream.on('data', count)
  return { fault: () => fault, release: () => void stream.off('data', count) }
}
