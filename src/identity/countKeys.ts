import { z } from 'zod'

const keySet = z.object({ keys: z.array(z.object({ kty: z.string(), crv: z.string().optional(), use: z.string().optional() })) })

/** How many keys an issuer publishes that can sign tokens for the hub (EdDSA, ES256, PS256); null where none can be had within `patienceMs`. */
export async function countKeys(url: URL, patienceMs = 3000): Promise<number | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' })
    if (!response.ok) return null
    const read = keySet.safeParse(await response.json())
    return read.success ? read.data.keys.filter(canSign).length : null
  } catch {
    return null
  }
}

function canSign({ kty, crv, use = 'sig' }: { kty: string; crv?: string | undefined; use?: string | undefined }): boolean {
  return use === 'sig' && (kty === 'RSA' || (kty === 'OKP' && crv === 'Ed25519') || (kty === 'EC' && crv === 'P-256'))
}
