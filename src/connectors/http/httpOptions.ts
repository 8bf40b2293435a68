import { z } from 'zod'

/** Options that every kind speaking HTTP has. */
export const httpOptions = {
  url: z.url({ protocol: /^https?$/ }).describe('Base address. Paths of sources are appended to it.'),
  headers: z
    .record(z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/), z.string())
    .default({})
    .describe('Headers sent with every call.'),
  auth: z
    .union([
      z.strictObject({ bearer: z.string().min(1).describe('Token for `Authorization: Bearer`.') }),
      z.strictObject({
        basic: z.strictObject({ user: z.string(), password: z.string() }).describe('User and password for `Authorization: Basic`.'),
      }),
      z.strictObject({
        header: z
          .strictObject({ name: z.string().min(1), value: z.string().min(1) })
          .describe('A header with a secret, such as `X-Api-Key`.'),
      }),
    ])
    .optional()
    .describe('How the hub says who it is. Secrets come from the environment: `${NAME}`.'),
  connections: z.int().min(1).max(64).default(8).describe('Most connections open at once.'),
  maxBytes: z
    .int()
    .min(1024)
    .max(64 * 1024 * 1024)
    .default(10 * 1024 * 1024)
    .describe('Largest answer accepted, in bytes. Default 10 MiB. A larger one is cut off and counts as a bad answer.'),
  tls: z
    .strictObject({
      caFile: z.string().optional().describe('PEM file with the authority that signed the server certificate. Default: the public ones.'),
      certFile: z.string().optional().describe("PEM file with the hub's client certificate."),
      keyFile: z.string().optional().describe('PEM file with the key of the client certificate.'),
    })
    .optional()
    .describe('Certificates, for https.'),
}

/** The checked form of these options. */
export const httpSchema = z.object(httpOptions)
export type HttpOptions = z.infer<typeof httpSchema>
