import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { TrustedIssuer } from '../identity/authenticator.ts'
import type { SignInDoor } from '../identity/codeExchange.ts'

const safeUrl = z
  .url({ protocol: /^https$/, hostname: /./ })
  .or(z.url({ protocol: /^http$/, hostname: /^(localhost|127\.\d+\.\d+\.\d+)$/ }))

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
        jwks: safeUrl.describe('Where its public keys are; https, or http on loopback.'),
        signIn: z
          .strictObject({
            clientId: z
              .string()
              .min(1)
              .describe("What the issuer calls this hub's desk: a public client, with `/signedIn.html` of the hub as its redirect URI."),
            authorize: safeUrl.describe('Its authorization endpoint.'),
            token: safeUrl.describe('Its token endpoint.'),
            scope: z.string().min(1).default('openid').describe('What is asked for.'),
          })
          .optional()
          .describe('How its people sign in at the desk: OpenID Connect, authorization code with PKCE. Default: they bring a token.'),
      }),
    )
    .min(1),
})

/** The issuers of `COMITY_ISSUERS` (a YAML file, `comity: issuers/v1`). Throws one sentence per mistake. */
export function loadIssuers(path: string | null): readonly TrustedIssuer[] {
  return readIssuers(path).map(({ issuer, bureaus, audience, jwks }) => ({
    issuer,
    bureaus: new Set(bureaus),
    audience,
    keys: new URL(jwks),
  }))
}

/** Where people of those issuers sign in at the desk. Throws as `loadIssuers` does. */
export function loadSignIns(path: string | null): readonly SignInDoor[] {
  return readIssuers(path).flatMap(({ issuer, signIn }) => (signIn === undefined ? [] : [{ issuer, ...signIn }]))
}

function readIssuers(path: string | null): z.infer<typeof issuersFile>['issuers'] {
  if (path === null) return []
  const read = issuersFile.safeParse(parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(read.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`).join('\n'))
  return read.data.issuers
}
