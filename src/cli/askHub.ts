import { openDemoIssuer } from '../identity/demo/demoIssuer.ts'
import type { Persona } from '../identity/demo/personas.ts'

/** Who a command asks as: a bearer token and the purpose declared with it. */
export interface Asker {
  readonly token: string
  readonly purpose: string
}

/** Asks a running hub. Throws an `Error` whose message says what to do when it does not answer, or answers with an error. */
export async function askHub<T>(query: string, variables: object, { token, purpose }: Asker, url: string): Promise<T | null> {
  if (!URL.canParse(url)) throw new Error(`"${url}" is not an address: write --url http://127.0.0.1:4000.`)
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'comity-purpose': purpose },
    body: JSON.stringify({ query, variables }),
  }).catch(() => {
    throw new Error(`No hub answers at ${url}: start one, or say where with --url.`)
  })
  const answer = (await response.json()) as { readonly data?: T | null; readonly errors?: readonly { readonly message: string }[] }
  const [error] = answer.errors ?? []
  if (error !== undefined) throw new Error(error.message)
  return answer.data ?? null
}

/** Askers that are the demo's own people, as far as `isAble` says so; each declares `declare` if they may, or else a purpose that they have. Throws when no demo has run. */
export async function demoAskers(
  { dataDir, declare, instead }: { readonly dataDir: string; readonly declare: string; readonly instead: string },
  isAble: (persona: Persona) => boolean,
): Promise<readonly Asker[]> {
  const issuer = await openDemoIssuer(dataDir).catch(() => null)
  if (issuer === null) throw new Error(`No demo has run over ${dataDir}: give ${instead} with --token.`)
  const askers = await Promise.all(
    issuer.personas.filter(isAble).map(async ({ id, purposes }): Promise<readonly Asker[]> => {
      const purpose = purposes.includes(declare) ? declare : (purposes[0] ?? declare)
      const issued = await issuer.issue(id, [purpose])
      return issued === null ? [] : [{ token: issued.token, purpose }]
    }),
  )
  return askers.flat()
}
