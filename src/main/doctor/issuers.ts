import { loadIssuers } from '../../config/issuers.ts'
import { countKeys } from '../../identity/countKeys.ts'
import { type Examination, ill, well } from './finding.ts'

/** Looks at the issuers of tokens: whether their keys can be had. */
export function examineIssuers(path: string): readonly Examination[] {
  try {
    return loadIssuers(path).map(({ issuer, keys }) => ({
      name: `issuer ${issuer}`,
      async look() {
        const count = keys instanceof URL ? await countKeys(keys) : null
        if (count === null)
          return [ill('its keys cannot be had', 'see that this machine reaches its `jwks` address, and trusts its certificate')]
        if (count === 0) return [ill('none of its keys can sign a token', 'it must publish a key for EdDSA, ES256 or PS256')]
        return [well(`${count} ${count === 1 ? 'key' : 'keys'}`)]
      },
    }))
  } catch (error) {
    const says = error instanceof Error ? error.message : 'cannot be read'
    return [{ name: 'issuers', look: async () => [ill(says, 'mend the file')] }]
  }
}
