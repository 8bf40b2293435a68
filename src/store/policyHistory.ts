import type { DatabaseSync } from 'node:sqlite'
import { transaction } from './transaction.ts'

/** A policy that came into force. */
export interface PolicyActivation {
  readonly bureau: string
  /** The file's `version:`; `none` without a file. */
  readonly version: string
  /** Of everything that the policy decides by. */
  readonly digest: string
  /** SHA-256 of the file alone, in hex. */
  readonly fileDigest: string
  /** Thumbprint of the key that signed the file, or null. */
  readonly signedBy: string | null
}

/** Which policies were in force and since when: kept for good, so that a signed file which another has replaced stays replaced. */
export class PolicyHistory {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /**
   * Notes policies that come into force at `at` (ISO 8601), in one transaction; durable when it returns. One that was the last of its bureau
   * already is not noted again. Gives since when each is in force.
   */
  activate(policies: readonly PolicyActivation[], at: string): readonly string[] {
    if (policies.length === 0) return []
    const last = this.#db.prepare('SELECT at, digest, signed_by FROM policy_activation WHERE bureau = ? ORDER BY seq DESC LIMIT 1')
    const insert = this.#db.prepare(
      'INSERT INTO policy_activation (at, bureau, version, digest, file_digest, signed_by) VALUES (?, ?, ?, ?, ?, ?)',
    )
    return transaction(this.#db, () =>
      policies.map(({ bureau, version, digest, fileDigest, signedBy }) => {
        const before = last.get(bureau)
        if (before?.['digest'] === digest && before['signed_by'] === signedBy) return String(before['at'])
        insert.run(at, bureau, version, digest, fileDigest, signedBy)
        return at
      }),
    )
  }

  /** Activations that are not known to stand in the ledger, in their order. `at`: since when. */
  unrecorded(): readonly (PolicyActivation & { readonly number: number; readonly at: string })[] {
    const sql =
      'SELECT seq, at, bureau, version, digest, file_digest, signed_by FROM policy_activation WHERE seq > (SELECT through FROM policy_recorded) ORDER BY seq'
    return this.#db
      .prepare(sql)
      .all()
      .map((row) => ({
        number: Number(row['seq']),
        at: String(row['at']),
        bureau: String(row['bureau']),
        version: String(row['version']),
        digest: String(row['digest']),
        fileDigest: String(row['file_digest']),
        signedBy: row['signed_by'] === null ? null : String(row['signed_by']),
      }))
  }

  /** Those up to this number stand in the ledger. */
  recorded(number: number): void {
    this.#db.prepare('UPDATE policy_recorded SET through = ?').run(number)
  }

  /** The last signed file of a bureau that was in force; null when none was. */
  lastSigned(bureau: string): Pick<PolicyActivation, 'version' | 'fileDigest'> | null {
    const sql = 'SELECT version, file_digest FROM policy_activation WHERE bureau = ? AND signed_by IS NOT NULL ORDER BY seq DESC LIMIT 1'
    const row = this.#db.prepare(sql).get(bureau)
    return row === undefined ? null : { version: String(row['version']), fileDigest: String(row['file_digest']) }
  }
}
