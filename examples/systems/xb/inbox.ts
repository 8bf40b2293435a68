import { createHash, createPrivateKey, sign } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'

/** A request of another bureau, as XB files it. */
interface Filed {
  readonly cle: string
  readonly numero: string
  readonly recueLe: string
  readonly empreinte: string
  readonly contenu: unknown
}

/** What XB answers: its number for the message, since when it has it, and its signature. */
export interface FiledReceipt {
  readonly receipt: string
  readonly at: string
  readonly signature: string
}

/** Where XB files requests of other bureaus: one line each, on disk before it is confirmed, and one only for what comes twice under the same key. */
export class Inbox {
  readonly #file: string
  readonly #privateKey: ReturnType<typeof createPrivateKey>
  readonly #filed = new Map<string, Filed>()

  /** `privateKey`: Ed25519, PKCS#8 in base64. */
  constructor(file: string, privateKey: string) {
    this.#file = file
    this.#privateKey = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
    if (!existsSync(file)) return
    const bytes = readFileSync(file)
    // A line that was cut off by a crash was never confirmed, and comes again.
    const whole = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)
    if (whole.length < bytes.length) truncateSync(file, whole.length)
    for (const line of whole.toString('utf8').split('\n').slice(0, -1)) {
      const filed = JSON.parse(line) as Filed
      this.#filed.set(filed.cle, filed)
    }
  }

  /** Files a message, unless it is filed already. Null when its key is used for something else. */
  take(key: string, text: string, now: Date): FiledReceipt | null {
    const empreinte = createHash('sha256').update(text).digest('hex')
    const filed = this.#filed.get(key) ?? this.#add(key, empreinte, text, now)
    if (filed.empreinte !== empreinte) return null
    const { numero, recueLe } = filed
    const signed = ['comity receipt v1', key, empreinte, numero, recueLe].join('\n')
    return { receipt: numero, at: recueLe, signature: sign(null, Buffer.from(signed), this.#privateKey).toString('base64url') }
  }

  #add(cle: string, empreinte: string, text: string, now: Date): Filed {
    const numero = `D-${String(this.#filed.size + 1).padStart(5, '0')}`
    const filed: Filed = { cle, numero, recueLe: now.toISOString(), empreinte, contenu: JSON.parse(text) as unknown }
    const file = openSync(this.#file, 'a')
    try {
      writeSync(file, `${JSON.stringify(filed)}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    this.#filed.set(cle, filed)
    return filed
  }
}
