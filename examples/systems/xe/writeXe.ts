import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BureauTruth, TruthRef } from '../../generate/truth.ts'
import { bulten, harekat, kisi, talep, type XeRow } from './rows.ts'

/** Rows that cannot be mapped, on purpose: an unknown code, a day that does not exist, a word where a date belongs. By record type. */
export const brokenInXe: readonly (TruthRef & { readonly type: string; readonly field: string })[] = [
  { bureau: 'XE', type: 'Person', key: 'KS-BOZUK-1', field: 'status' },
  { bureau: 'XE', type: 'Person', key: 'KS-BOZUK-2', field: 'birthDate' },
  { bureau: 'XE', type: 'Notice', key: 'BL-BOZUK-1', field: 'issuedOn' },
]

/** Writes XE's drop folder. Persons come in two deliveries, of which the second corrects some rows of the first. */
export function writeXe({ persons, notices, requests, operations }: BureauTruth, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const people = persons.map(kisi)
  const half = Math.ceil(people.length * 0.7)
  const corrected = people.slice(0, Math.min(10, half))
  const before = corrected.map((row) => ({ ...row, durum: 'ILGILI', aciklama: null }))
  ndjson(join(folder, 'kisiler-0001.ndjson'), [...before, ...people.slice(corrected.length, half)])
  ndjson(join(folder, 'kisiler-0002.ndjson'), [...corrected, ...people.slice(half), ...brokenPersons(people)])
  const bulletins = notices.map(bulten)
  const [sample] = bulletins
  csv(
    join(folder, 'bultenler-0001.csv'),
    sample === undefined ? [] : [...bulletins, { ...sample, bulten_no: 'BL-BOZUK-1', kisi_no: null, yayin: 'dün' }],
  )
  ndjson(join(folder, 'talepler-0001.ndjson'), requests.map(talep))
  csv(join(folder, 'harekatlar-0001.csv'), operations.map(harekat))
}

function brokenPersons([sample]: readonly XeRow[]): XeRow[] {
  if (sample === undefined) return []
  return [
    { ...sample, no: 'KS-BOZUK-1', durum: 'BELIRSIZ' },
    { ...sample, no: 'KS-BOZUK-2', yas: null, yas_tarihi: null, dogum: '31/02/1985' },
  ]
}

function ndjson(file: string, rows: readonly XeRow[]): void {
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}

function csv(file: string, rows: readonly XeRow[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const line = (cells: readonly (string | number | null)[]) => `${cells.map(cell).join(';')}\r\n`
  writeFileSync(file, [line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? null)))].join(''))
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
