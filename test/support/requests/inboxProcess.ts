import { createHash, createPrivateKey, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { receiptText } from '../../../src/connectors/outbound.ts'

/**
 * A bureau's system that takes requests, in a process of its own so that it can be killed: what it takes is one row of `effect`, written once for each key, in the transaction in which it notes the
 * key. Arguments: database file, port (0: any), private key in PKCS#8 base64, percentages of answers 503, of silence, and of connections cut after the message was taken.
 */
const [file = '', port = '0', key = '', busy = '0', hang = '0', cut = '0'] = process.argv.slice(2)
const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' })
const db = new DatabaseSync(file, { timeout: 2000 })
db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS effect (seq INTEGER PRIMARY KEY, key TEXT NOT NULL, digest TEXT NOT NULL, content TEXT NOT NULL, at TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS taken (key TEXT PRIMARY KEY, seq INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS attempt (key TEXT NOT NULL)`)
const takenAt = db.prepare(
  'SELECT effect.seq, effect.digest, effect.at FROM taken JOIN effect ON effect.seq = taken.seq WHERE taken.key = ?',
)
const addEffect = db.prepare('INSERT INTO effect (key, digest, content, at) VALUES (?, ?, ?, ?)')
const addKey = db.prepare('INSERT INTO taken (key, seq) VALUES (?, ?)')
const addAttempt = db.prepare('INSERT INTO attempt (key) VALUES (?)')
const chance = (percent: string) => Math.random() * 100 < Number(percent)

function take(name: string, content: string): { readonly seq: number; readonly digest: string; readonly at: string } {
  const digest = createHash('sha256').update(content).digest('hex')
  db.exec('BEGIN IMMEDIATE')
  addAttempt.run(name)
  const known = takenAt.get(name)
  if (known !== undefined) {
    db.exec('COMMIT')
    return { seq: Number(known['seq']), digest: String(known['digest']), at: String(known['at']) }
  }
  const at = new Date().toISOString()
  const seq = Number(addEffect.run(name, digest, content, at).lastInsertRowid)
  addKey.run(name, seq)
  db.exec('COMMIT')
  return { seq, digest, at }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  if (chance(busy)) return void response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '0' }).end('{}')
  if (chance(hang)) return
  const name = String(request.headers['idempotency-key'] ?? '')
  const { seq, digest, at } = take(name, Buffer.concat(chunks).toString('utf8'))
  if (chance(cut)) return void response.socket?.destroy()
  const receipt = String(seq)
  const signature = sign(null, Buffer.from(receiptText(name, digest, receipt, at)), privateKey).toString('base64url')
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ receipt, at, signature }))
}

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.socket?.destroy())
})
server.listen(Number(port), '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit(0))
