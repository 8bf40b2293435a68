import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose'

/**
 * How long fetched keys are taken as they are: a key that its issuer withdrew is believed for this long at most while the issuer answers.
 */
const freshFor = 10 * 60_000
/** How long they serve while the issuer does not answer. */
const staleFor = 24 * 3600_000
/** Between two fetches, whoever asks for an unknown key. */
const cooldown = 30_000
/** The same while there is no key at all yet. */
const firstCooldown = 1000
const timeout = 3000

/**
 * The keys that an issuer publishes at an address. Tokens that name an unknown key cause one fetch in 30 seconds at most, and an issuer
 * that is down is covered for a day. Throws for a key that is not there, and for every key once the last fetch is older than a day by
 * `clock` (epoch milliseconds). Fetches are paced by a monotonic clock.
 */
export function issuerKeys(url: URL, clock: () => number, freshMs: number = freshFor): JWTVerifyGetKey {
  // When to fetch is decided here: on its own jose would fetch at every token while the issuer is down.
  const never = Number.POSITIVE_INFINITY
  const keys = createRemoteJWKSet(url, { cooldownDuration: never, cacheMaxAge: never, timeoutDuration: timeout })
  let fetchedAt: { readonly wall: number; readonly monotonic: number } | null = null
  let triedAt = Number.NEGATIVE_INFINITY
  let underway: Promise<void> | null = null

  async function fetchKeys(): Promise<void> {
    triedAt = performance.now()
    try {
      await keys.reload()
      fetchedAt = { wall: clock(), monotonic: performance.now() }
    } catch {
      // What is known serves on, for a day.
    } finally {
      underway = null
    }
  }

  async function refresh(): Promise<void> {
    const pause = Math.min(fetchedAt === null ? firstCooldown : cooldown, freshMs)
    if (underway === null && performance.now() - triedAt >= pause) underway = fetchKeys()
    if (underway !== null) await underway
  }

  return async (header, token) => {
    if (fetchedAt === null || performance.now() - fetchedAt.monotonic >= freshMs) await refresh()
    if (fetchedAt === null || clock() - fetchedAt.wall >= staleFor) throw new errors.JWKSTimeout()
    try {
      return await keys(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await refresh()
      return keys(header, token)
    }
  }
}
