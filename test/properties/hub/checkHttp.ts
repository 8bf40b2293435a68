import { request } from 'node:http'
import type { Hub } from '../../../src/hub.ts'
import { memoryHub } from '../../support/memoryHub.ts'
import { memoryServer } from '../../support/memoryServer.ts'
import type { PairedCase } from '../cases.ts'
import { assertSame } from '../difference.ts'
import type { CallerCase } from '../reference/decide.ts'
import { purposes } from '../world/rules.ts'
import type { Posted } from './documents.ts'
import { bureausOf, policiesOf } from './hubWorld.ts'
import { observe } from './observe.ts'
import { beStill } from './stillness.ts'

/**
 * Asks a running server the same in both worlds: status, headers and body must be the same to the byte. One server serves all worlds, one after the other; `Date` is
 * the one header that is left out, since Node writes it from a clock of its own.
 */
export async function checkHttp<T>(always: (check: (one: PairedCase) => Promise<void>) => Promise<T>): Promise<T> {
  const still = beStill()
  let current: Hub | null = null
  const nobody = memoryHub([]).hub
  const hub: Pick<Hub, 'begin' | 'admit' | 'refuse' | 'refusals' | 'revocations'> = {
    refusals: nobody.refusals,
    revocations: nobody.revocations,
    admit: (caller) => caller,
    refuse: async () => {},
    begin: (...parts) => {
      if (current === null) throw new Error('no world is being served')
      return current.begin(...parts)
    },
  }
  const server = await memoryServer([], { hub, clock: () => Date.now() })
  try {
    return await always(async ({ setting, caller, records, secret, questions }) => {
      const policies = policiesOf(setting)
      const token = await server.issuer.token({ claims: claimsOf(caller) })
      const answers: string[][] = []
      const worlds = [records, secret].map((one) => bureausOf(setting, one, policies))
      for (const bureaus of worlds) {
        const { hub: serving } = memoryHub(bureaus)
        await serving.warmUp()
        current = serving
        still.restart()
        const raw: string[] = []
        const ask = async (posted: Posted): Promise<string> => {
          const { whole, body } = await post(server.url, posted, { authorization: `Bearer ${token}`, 'comity-purpose': caller.purpose })
          raw.push(whole)
          return body
        }
        for (const question of questions) await observe(ask, bureaus, question, caller)
        answers.push(raw)
      }
      assertSame('answers', answers[0], answers[1])
    })
  } finally {
    await server.server.drain()
    still.end()
  }
}

function claimsOf({ country, roles, clearance }: CallerCase) {
  return { sub: `${country}-0001`, bureau: country, roles, clearance, purposes }
}

/** The answer as it came over the wire. */
function post(
  url: string,
  { query, variables }: Posted,
  headers: Readonly<Record<string, string>>,
): Promise<{ whole: string; body: string }> {
  const body = JSON.stringify({ query, variables })
  const fixed = { 'content-type': 'application/json', traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01` }
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/graphql`,
      { method: 'POST', headers: { ...fixed, ...headers, 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          const kept = answer.rawHeaders.flatMap((name, i, all) =>
            i % 2 === 0 && name.toLowerCase() !== 'date' ? [`${name}: ${all[i + 1]}`] : [],
          )
          resolve({ whole: [answer.statusCode, ...kept, '', text].join('\n'), body: text })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
