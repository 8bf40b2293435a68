import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSchema, type GraphQLSchema, graphql } from 'graphql'
import { sourceRows } from './sourceRows.ts'
import { executedSchema } from './sourceSchema.ts'

/**
 * GraphQL systems on ports of their own: `node sources.ts <today> XA XB ...`. What a question is answered with is executed once and kept as bytes by the question's text, so that the systems are
 * not what is measured. `PUT /hang` makes one take questions and answer none, `DELETE /hang` ends that.
 */
const [today = '', ...codes] = process.argv.slice(2)

const answerHeaders = { 'content-type': 'application/json' }

function handlerOf(schema: GraphQLSchema, rootValue: unknown): RequestListener {
  const known = new Map<string, Buffer>()
  const held = new Set<ServerResponse>()
  let hangs = false

  async function answerTo(text: string): Promise<Buffer> {
    const { query, variables } = JSON.parse(text) as { query: string; variables?: Record<string, unknown> }
    const answer = Buffer.from(JSON.stringify(await graphql({ schema, source: query, rootValue, variableValues: variables ?? null })))
    known.set(text, answer)
    return answer
  }

  function setHanging(to: boolean): void {
    hangs = to
    if (to) return
    for (const response of held) response.destroy()
    held.clear()
  }

  return (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      if (request.url === '/hang') {
        setHanging(request.method === 'PUT')
        response.writeHead(204).end()
        return
      }
      if (hangs) {
        held.add(response)
        return
      }
      const text = Buffer.concat(chunks).toString()
      const answer = known.get(text) ?? (await answerTo(text))
      response.writeHead(200, { ...answerHeaders, 'content-length': answer.length }).end(answer)
    })
  }
}

function rootOf(code: string): Record<string, unknown> {
  const { notices, persons } = sourceRows(code, today)
  const noticesById = new Map(notices.map((notice) => [notice.id, notice]))
  const personsById = new Map(persons.map((person) => [person.id, person]))
  const name = code.toLowerCase()
  return {
    [`${name}Notices`]: ({ first, until, skip }: { first: number; until?: string; skip?: number }) => {
      const wanted = until === undefined ? notices : notices.filter((notice) => notice.issuedOn <= until)
      return wanted.slice(skip ?? 0, (skip ?? 0) + first)
    },
    [`${name}Notice`]: ({ id }: { id: string }) => noticesById.get(id) ?? null,
    [`${name}NoticesById`]: ({ ids }: { ids: string[] }) => ids.map((id) => noticesById.get(id) ?? null),
    [`${name}PersonsById`]: ({ ids }: { ids: string[] }) => ids.map((id) => personsById.get(id) ?? null),
  }
}

const started = codes.map(async (code) => {
  const server = createServer({ keepAliveTimeout: 60_000 }, handlerOf(buildSchema(executedSchema(code.toLowerCase())), rootOf(code)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return [code, `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`] as const
})
console.log(`ready ${JSON.stringify(Object.fromEntries(await Promise.all(started)))}`)
process.once('SIGINT', () => process.exit(0))
