import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { keyId, policyKeyOf, signPolicy } from '../../src/config/policySignature.ts'

/** A bureau's signing key, made for one test. */
export interface TestKey {
  readonly privateKey: KeyObject
  /** As bureau.yaml has it. */
  readonly key: string
  readonly kid: string
}

/** Makes one. */
export function testKey(): TestKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  const key = policyKeyOf(privateKey)
  return { privateKey, key, kid: keyId(key) }
}

/** The files `disclosure.yaml` and `disclosure.yaml.sig` of a bureau. */
export function signedFiles(code: string, text: string, { privateKey }: TestKey): Record<string, string> {
  const version = /^version: '?([^'\n]*)'?$/m.exec(text)?.[1] ?? ''
  return {
    [`${code}/disclosure.yaml`]: text,
    [`${code}/disclosure.yaml.sig`]: `${signPolicy(text, { bureau: code, version }, privateKey)}\n`,
  }
}

/** A bureau.yaml that declares these keys. */
export function declaring(yaml: string, ...keys: readonly TestKey[]): string {
  return yaml.replace('timeZone:', `policyKeys: [${keys.map(({ key }) => key).join(', ')}]\ntimeZone:`)
}
