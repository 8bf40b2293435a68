import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { TrustedIssuer } from '../identity/authenticator.ts'

const issuersFile = z.strictObject({
  comity: z.literal('issuers/v1'),
  issuers: z
    .array(
      z.strictObject({
        issuer: z.string().min(1).describe('The `iss` claim, exactly.'),
        bureaus: z
          .array(z.string().min(1))
          .min(1)
          .describe('The bureaus whose officers and systems it may speak for; a token of it for another one is refused.'),
        audience: z.string().min(1).describe('The `aud` claim that this hub answers to.'),
        jwks: z
          .url({ protocol: /^https$/, hostname: /./ })
          .or(z.url({ protocol: /^http$/, hostname: /^(localhost|127\.\d+\.\d+\.\d+)$/ }))
          .describe('Where its public keys are; https, or http on loopback.'),
      }),
    )
    .min(1),
})

/** The issuers of `COMITY_ISSUERS` (a YAML file, `comity: issuers/v1`). Throws one sentence per mistake. */
export function loadIssuers(path: string | null): readonly TrustedIssuer[] {
  if (path === null) return []
  const read = issuersFile.safeParse(parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(read.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`).join('\n'))
  return read.data.issuers.map(({ issuer, bureaus, audience, jwks }) => ({
    issuer,
    bureaus: new Set(bureaus),
    audience,
    keys: new URL(jwks),
  }))
}
