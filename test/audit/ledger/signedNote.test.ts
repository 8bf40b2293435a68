import { describe, expect, it } from 'vitest'
import { readCheckpoint, signCheckpoint } from '../../../src/audit/ledger/checkpoint.ts'
import { emptyRoot } from '../../../src/audit/ledger/merkleTree.ts'
import {
  cosign,
  isSignedBy,
  makeSignerKey,
  readNote,
  readSignerKey,
  readVerifierKey,
  signNote,
} from '../../../src/audit/ledger/signedNote.ts'

/** The example of the Go implementation, golang.org/x/mod/sumdb/note, with which the format began. */
const peter = {
  verifier: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  signer: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
}
const peterNote = `${peter.text}\n${peter.line}`

describe('a signed note', () => {
  it('is signed byte for byte as the Go implementation signs it', () => {
    const signer = readSignerKey(peter.signer)
    expect(signer.verifier.text).toBe(peter.verifier)
    expect(signNote(peter.text, signer)).toBe(peterNote)
  })

  it('is verified as the Go implementation verifies it', () => {
    const key = readVerifierKey(peter.verifier)
    expect(isSignedBy(readNote(peterNote), key)).toBe(true)
    expect(isSignedBy(readNote(peterNote.replace('answer', 'answers')), key)).toBe(false)
  })

  it('may bear signatures of others, but none of a known key that does not hold', () => {
    const key = readVerifierKey(peter.verifier)
    const other = signNote(peter.text, readSignerKey(makeSignerKey('other', 'log'))).split('\n\n')[1]
    expect(isSignedBy(readNote(peterNote + other), key)).toBe(true)
    expect(isSignedBy(readNote(`${peter.text}\n${other}`), key)).toBe(false)
    const false_ = signNote('another text\n', readSignerKey(peter.signer)).split('\n\n')[1]
    expect(isSignedBy(readNote(peterNote + false_), key)).toBe(false)
  })

  it('is not read from what is none', () => {
    const { text, line } = peter
    for (const none of [
      text,
      `${text}\n`,
      `${text}\n${line.trimEnd()}`,
      `${text}${line}`,
      `${text}\n${line.replace('\u2014', '-')}`,
      `${text}\n${line.replace('=', '')}`,
      `${text}\n${line.repeat(101)}`,
      '',
    ])
      expect(() => readNote(none)).toThrow(/no signed note/)
  })

  it('is not verified with a key that was changed in any one place', () => {
    for (let i = 0; i < peter.verifier.length; i++) {
      const code = peter.verifier.charCodeAt(i) + 1
      expect(() => readVerifierKey(peter.verifier.slice(0, i) + String.fromCharCode(code) + peter.verifier.slice(i + 1))).toThrow()
      expect(() => readVerifierKey(peter.verifier.slice(0, i))).toThrow()
    }
    expect(() => readSignerKey(peter.signer.replace('c74f20a3', 'c74f20a4'))).toThrow(/no key/)
    expect(() => makeSignerKey('a name', 'log')).toThrow(/spaces/)
    expect(() => makeSignerKey('a+b', 'log')).toThrow(/plus/)
  })
})

describe('a cosignature', () => {
  const signer = readSignerKey(makeSignerKey('witness.example/w1', 'witness'))
  const note = readNote(peterNote)
  const line = cosign(note, signer, 1_790_000_000)

  it('bears its time, and covers it', () => {
    expect(isSignedBy(readNote(peterNote + line), signer.verifier)).toBe(true)
    const bytes = Buffer.from(line.split(' ')[2]?.trim() ?? '', 'base64')
    expect(bytes.length).toBe(76)
    expect(bytes.readBigUInt64BE(4)).toBe(1_790_000_000n)
    bytes.writeBigUInt64BE(1_790_000_001n, 4)
    const later = `\u2014 witness.example/w1 ${bytes.toString('base64')}\n`
    expect(isSignedBy(readNote(peterNote + later), signer.verifier)).toBe(false)
    expect(isSignedBy(readNote(`another\n\n${line}`), signer.verifier)).toBe(false)
  })

  it('is of another key than a log, even with the same name', () => {
    const log = readSignerKey(makeSignerKey('witness.example/w1', 'log'))
    expect(isSignedBy(readNote(signNote(peter.text, log)), signer.verifier)).toBe(false)
    expect(signer.verifier.text.split('+')[2]).toMatch(/^B/)
  })
})

describe('a checkpoint', () => {
  const signer = readSignerKey(makeSignerKey('hub.example/log', 'log'))

  it('is the name, the size and the root', () => {
    const note = signCheckpoint({ size: 42, root: emptyRoot }, signer)
    expect(note.split('\n').slice(0, 4)).toEqual(['hub.example/log', '42', Buffer.from(emptyRoot).toString('base64'), ''])
    expect(readCheckpoint(note, signer.verifier)).toMatchObject({ origin: 'hub.example/log', size: 42, root: Buffer.from(emptyRoot) })
  })

  it.each([
    ['a size with a zero before it', 'hub.example/log\n042\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n', /no checkpoint/],
    ['a root that is too short', 'hub.example/log\n42\nAAAA\n', /no checkpoint/],
    ['another name', 'other.example\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n', /not of hub.example/],
  ])('has not %s', (_, text, message) => {
    expect(() => readCheckpoint(signNote(text, signer), signer.verifier)).toThrow(message)
  })

  it('is not taken from another key', () => {
    const other = readSignerKey(makeSignerKey('hub.example/log', 'log'))
    expect(() => readCheckpoint(signCheckpoint({ size: 0, root: emptyRoot }, other), signer.verifier)).toThrow(/not signed/)
  })
})
