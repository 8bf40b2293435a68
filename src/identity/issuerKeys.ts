import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose'

/** How long fetched keys are taken as they are. A key that its issuer withdrew is believed for this long at most while the issuer answers. */
const freshMs = 10 * 60_000
/** How long they serve while the issuer does not answer. */
const staleMs = 24 * 3600_000
/** Between two fetches, whoever asks for an unknown key. */
const cooldownMs = 30_000
/** The same while there is no key at all yet. */
const firstCooldownMs = 1000
const timeoutMs = 3000

/**
 * The keys that an issuer publishes at an address. Tokens that name an unknown key cause one fetch in 30 seconds at most, and an issuer that is down is covered for a day.
 * Throws for a key that is not there, and for every key once the last fetch is older than that.
 */
export function remoteKeys(url: URL, clock: () => number): JWTVerifyGetKey {
  // When to fetch is decided here: on its own it would fetch at every token while the issuer is down.
  const keys = createRemoteJWKSet(url, {
    cooldownDuration: Number.POSITIVE_INFINITY,
    cacheMaxAge: Number.POSITIVE_INFINITY,
    timeoutDuration: timeoutMs,
  })
  let fetchedAt = Number.NEGATIVE_INFINITY
  let triedAt = Number.NEGATIVE_INFINITY
  let underway: Promise<void> | null = null

  async function fetchKeys(): Promise<void> {
    triedAt = clock()
    try {
      await keys.reload()
      fetchedAt = clock()
    } catch {
      // What is known serves on; `staleMs` says for how long.
    } finally {
      underway = null
    }
  }

  async function refresh(): Promise<void> {
    const cooldown = fetchedAt === Number.NEGATIVE_INFINITY ? firstCooldownMs : cooldownMs
    if (underway === null && clock() - triedAt >= cooldown) underway = fetchKeys()
    if (underway !== null) await underway
  }

  return async (header, token) => {
    if (clock() - fetchedAt >= freshMs) await refresh()
    if (clock() - fetchedAt >= staleMs) throw new errors.JWKSTimeout()
    try {
      return await keys(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await refresh()
      return keys(header, token)
    }
  }
}
