/** What a token says of its holder, for people to read. Nothing is checked here: the hub checks. */
export interface Claims {
  /** `iss`, or empty. */
  readonly issuer: string
  /** `sub`, or empty. */
  readonly subject: string
  /** `bureau`, or empty. */
  readonly bureau: string
  /** `purposes`, or none. */
  readonly purposes: readonly string[]
  /** `exp` in milliseconds since 1970, or null. */
  readonly expiresAt: number | null
}

/** Reads the claims of a JSON Web Token (RFC 7519). What is none gives empty claims. */
export function readClaims(token: string): Claims {
  const claims = payloadOf(token)
  const text = (name: string): string => (typeof claims[name] === 'string' ? claims[name] : '')
  const listed = claims['purposes']
  const seconds = claims['exp']
  return {
    issuer: text('iss'),
    subject: text('sub'),
    bureau: text('bureau'),
    purposes: Array.isArray(listed) ? listed.filter((one): one is string => typeof one === 'string') : [],
    expiresAt: typeof seconds === 'number' ? seconds * 1000 : null,
  }
}

function payloadOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const bytes = Uint8Array.from(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}
