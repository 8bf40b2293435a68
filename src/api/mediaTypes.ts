/** The two media types of GraphQL over HTTP answers that are whole. */
export type AnswerType = 'application/graphql-response+json' | 'application/json'

/** The media type of an answer that comes in parts (GraphQL over SSE, distinct connections mode). */
export const eventStream = 'text/event-stream'

/** What an answer can be sent as. */
export type Medium = AnswerType | typeof eventStream

const media: readonly Medium[] = ['application/graphql-response+json', 'application/json', eventStream]

/** What a refusal is sent as: an event stream begins when the operation does. */
export function refusalType(medium: Medium | null): AnswerType {
  return medium === null ? 'application/json' : medium === eventStream ? 'application/graphql-response+json' : medium
}

/**
 * The media type to answer in, by the request's `Accept` (RFC 9110, 12.5.1), or null when none of ours is acceptable. Without a
 * preference it is `application/json`, for the sake of clients from before the GraphQL over HTTP specification.
 */
export function negotiate(accept: string | undefined): Medium | null {
  if (accept === undefined || accept.trim() === '') return 'application/json'
  let best: Medium | null = null
  let bestQuality = 0
  for (const part of accept.split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const quality = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1)
    const charset = parameters
      .find((one) => one.startsWith('charset='))
      ?.slice(8)
      .replaceAll('"', '')
    if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') continue
    const type = range === '*/*' || range === 'application/*' ? 'application/json' : media.find((one) => one === range)
    if (type !== undefined && quality > bestQuality) [best, bestQuality] = [type, quality]
  }
  return best
}

/** Whether a request's content type is JSON in UTF-8. Anything more lenient has been a way around CSRF checks. */
export function isJson(contentType: string | undefined): boolean {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((piece) => piece.trim().toLowerCase())
  return type === 'application/json' && parameters.every((one) => /^charset="?utf-?8"?$/.test(one))
}
