import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { reader } from './world.ts'

/** An issuer of tokens with keys that hubs fetch. */
export interface Issuer {
  /** A token of an officer, good for two hours. */
  token(person: string, clearance: number): Promise<string>
  close(): void
}

/** Starts an issuer on loopback, and writes the file by which hubs trust it. */
export async function startIssuer(issuersFile: string): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] })
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(keys)
  })
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    }),
  )
  const issuer = 'https://issuer.example'
  writeFileSync(
    issuersFile,
    `comity: issuers/v1\nissuers:\n  - { issuer: '${issuer}', bureaus: [${reader}], audience: comity-bench, jwks: 'http://127.0.0.1:${port}/jwks' }\n`,
  )
  return {
    token(person, clearance) {
      const claims = { bureau: reader, org: 'Police', unit: 'Duty Desk', roles: ['INVESTIGATOR'], clearance, purposes: ['INVESTIGATION'] }
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })
        .setSubject(person)
        .setIssuer(issuer)
        .setAudience('comity-bench')
        .setIssuedAt()
        .setExpirationTime('2h')
        .sign(privateKey)
    },
    close: () => server.close(),
  }
}
