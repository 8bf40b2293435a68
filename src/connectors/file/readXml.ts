import { createReadStream } from 'node:fs'
import { SaxesParser } from 'saxes'
import { isRow } from '../http/parseJson.ts'
import type { FileSource } from './fileOptions.ts'
import type { FileRead, FileTask, RowSink } from './fileRead.ts'
import { XmlRecord } from './xmlRecord.ts'

/** Levels of nesting accepted. */
const mostLevels = 64

/** Reads the record elements of an XML file as they stream by. Entities are never expanded beyond XML's own five. */
export async function readXml(task: FileTask, sink: RowSink, source: FileSource & { readonly format: 'xml' }): Promise<FileRead> {
  const path: string[] = []
  const wanted = source.record.split('/').filter((name) => name !== '')
  let record: XmlRecord | null = null
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name)
    if (path.length > mostLevels) throw new Error('nested too deeply')
    if (record !== null) record.open(name, attributes)
    else if (isWanted(path, wanted)) record = new XmlRecord(source.arrays, attributes)
  })
  const text = (part: string) => record?.text(part)
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', () => {
    path.pop()
    const row = record?.close()
    if (row === undefined) return
    record = null
    if (isRow(row)) sink.row(row)
    else sink.broken(parser.line, 'an element without content')
  })
  let decoder: InstanceType<typeof TextDecoder> | null = null
  for await (const chunk of createReadStream(task.path, { signal: task.signal }) as AsyncIterable<Buffer>) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    parser.write(decoder.decode(chunk, { stream: true }))
  }
  parser.close()
  return { offset: 0, unfinished: false }
}

function isWanted(path: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === 1) return path.at(-1) === wanted[0]
  return path.length === wanted.length && wanted.every((name, i) => name === path[i])
}

/** The encoding that a file's first bytes declare. */
function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const declared = /^[\s\uFEFF]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]{1,40})["']/.exec(
    start.subarray(0, 200).toString('latin1').replace(/^ï»¿/, ''),
  )?.[1]
  return declared ?? 'utf-8'
}
