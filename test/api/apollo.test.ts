import { Writable } from 'node:stream'
import { buildSchema } from 'graphql'
import pino, { type Logger } from 'pino'
import { describe, expect, it } from 'vitest'
import { createApollo } from '../../src/api/apollo.ts'
import { CompiledQueries } from '../../src/api/compiled/compiledQueries.ts'

function apolloOver(log: Logger) {
  const schema = buildSchema('type Query { a: Int }')
  return createApollo(schema, log, new CompiledQueries({ schema }))
}

describe('Apollo Server behind the door', () => {
  it('says nothing in the log in its own words, which may repeat a value', async () => {
    const lines: string[] = []
    const log = pino({ level: 'trace' }, new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) }))
    const apollo = apolloOver(log)
    for (const level of ['debug', 'info', 'warn', 'error'] as const) apollo.logger[level]('Unexpected error: secret-canary')
    expect(lines).toHaveLength(2)
    expect(lines.join()).not.toContain('canary')
    await apollo.stop().catch(() => {})
  })

  it('computes no cache policy: it would cost more than the page', async () => {
    const apollo = apolloOver(pino({ level: 'silent' }))
    await apollo.start()
    const { http } = await apollo.executeOperation({ query: '{ a }' }, { contextValue: {} as never })
    expect(http.headers.get('cache-control')).toBe(undefined)
    await apollo.stop()
  })
})
