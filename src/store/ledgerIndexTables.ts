import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { type DeliveryRow, LedgerDeliveries } from './ledgerDeliveries.ts'
import { type SubjectRow, SubjectTables } from './subjectTables.ts'
import { transaction } from './transaction.ts'

/** Who did something: one for each officer that an entry is about. Those who were told something stand in `DeliveryRow`. */
export interface ActRow {
  readonly seq: number
  readonly part: number
  readonly at: string
  readonly bureau: string
  /** Their name in the ledger. */
  readonly person: string
  readonly purpose: string | null
  readonly caseRef: string | null
}

/** What one entry says of one owner's records that were given alike. */
export interface AccessRow {
  readonly seq: number
  readonly part: number
  readonly at: string
  readonly owner: string
  /** Code of the bureau that read. */
  readonly reader: string
  readonly purpose: string
  readonly kind: string
  readonly type: string | null
  /** Names of the records in the ledger. */
  readonly records: readonly string[]
  /** Fields that were given, at whatever level. */
  readonly fields: readonly string[]
  readonly rules: readonly string[]
}

/** Where something stands in the ledger. */
export interface Place {
  readonly seq: number
  readonly part: number
}

/** Which accesses to an owner's records. Absent: all. */
export interface AccessFilter {
  readonly reader?: string
  readonly purpose?: string
  readonly kind?: string
  readonly type?: string
  readonly field?: string
  readonly rule?: string
  /** The name of a record. */
  readonly record?: string
  /** RFC 3339, UTC; from then on, and before. */
  readonly from?: string
  readonly until?: string
}

/** Which acts of a bureau's officers. Absent: all. */
export interface ActFilter {
  /** The name of an officer. */
  readonly person?: string
  readonly caseRef?: string
  readonly purpose?: string
  readonly from?: string
  readonly until?: string
}

/** Accesses that have something in common. */
export interface AccessCount {
  readonly value: string
  readonly accesses: number
  readonly records: number
}

/** By what accesses are counted. */
export const countedBy = { DAY: 'substr(at, 1, 10)', READER: 'reader', PURPOSE: 'purpose', TYPE: "coalesce(type, '')" } as const

/** An index over the ledger: it says nothing that the entries do not, and can be made anew of them. */
export class LedgerIndexTables {
  readonly #db: DatabaseSync
  readonly #subjects: SubjectTables
  readonly #deliveries: LedgerDeliveries
  #insert: {
    readonly act: StatementSync
    readonly access: StatementSync
    readonly record: StatementSync
    readonly through: StatementSync
  } | null = null

  constructor(db: DatabaseSync) {
    this.#db = db
    this.#subjects = new SubjectTables(db)
    this.#deliveries = new LedgerDeliveries(db)
  }

  /** The last entry that is in the index. */
  through(): number {
    return Number(this.#db.prepare('SELECT through FROM ledger_indexed').get()?.['through'])
  }

  /** Takes in all entries up to `through`, in one transaction, and whatever else `also` writes. */
  add(
    through: number,
    rows: {
      readonly acts: readonly ActRow[]
      readonly deliveries: readonly DeliveryRow[]
      readonly accesses: readonly AccessRow[]
      readonly subjects: readonly SubjectRow[]
    },
    also: () => void,
  ): void {
    this.#insert ??= {
      act: this.#db.prepare('INSERT INTO ledger_act (seq, part, at, bureau, person, purpose, caseRef) VALUES (?, ?, ?, ?, ?, ?, ?)'),
      access: this.#db.prepare(
        'INSERT INTO ledger_access (seq, part, at, owner, reader, purpose, kind, type, records, fields, rules) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ),
      record: this.#db.prepare('INSERT OR IGNORE INTO ledger_access_record (record, seq, part) VALUES (?, ?, ?)'),
      through: this.#db.prepare('UPDATE ledger_indexed SET through = ?'),
    }
    const insert = this.#insert
    try {
      transaction(this.#db, () => {
        this.#subjects.add(rows.subjects)
        this.#deliveries.add(rows.deliveries)
        for (const { seq, part, at, bureau, person, purpose, caseRef } of rows.acts)
          insert.act.run(seq, part, at, bureau, person, purpose, caseRef)
        for (const { seq, part, at, owner, reader, purpose, kind, type, records, fields, rules } of rows.accesses) {
          insert.access.run(seq, part, at, owner, reader, purpose, kind, type, records.length, listed(fields), listed(rules))
          for (const record of records) insert.record.run(record, seq, part)
        }
        also()
        insert.through.run(through)
      })
    } catch (error) {
      this.#deliveries.forget()
      throw error
    }
  }

  /** Empties the index, to be made anew. */
  clear(): void {
    this.#deliveries.forget()
    transaction(this.#db, () =>
      this.#db.exec(
        'DELETE FROM ledger_act; DELETE FROM ledger_delivery; DELETE FROM ledger_recipient; DELETE FROM ledger_access; DELETE FROM ledger_access_record; UPDATE ledger_indexed SET through = 0',
      ),
    )
  }

  /** Accesses to an owner's records, the latest first: those before a place (null: all), at most `limit`. */
  accesses(owner: string, filter: AccessFilter, before: Place | null, limit: number): readonly Place[] {
    const where = accessWhere(owner, filter)
    return this.#places('ledger_access', where, before, limit)
  }

  /** How many accesses to an owner's records there are, and how many records they gave, one given twice counted twice. */
  total(owner: string, filter: AccessFilter): Omit<AccessCount, 'value'> {
    const [sql, values] = whole(accessWhere(owner, filter))
    const row = this.#db
      .prepare(`SELECT count(*) AS accesses, coalesce(sum(records), 0) AS records FROM ledger_access WHERE ${sql}`)
      .get(...values)
    return { accesses: Number(row?.['accesses']), records: Number(row?.['records']) }
  }

  /** The same by day, reader, purpose or type: days in their order, anything else the most frequent first; at most 400. */
  counts(owner: string, filter: AccessFilter, by: keyof typeof countedBy): readonly AccessCount[] {
    const [sql, values] = whole(accessWhere(owner, filter))
    const order = by === 'DAY' ? 'value DESC' : 'accesses DESC, value'
    const rows = this.#db
      .prepare(
        `SELECT ${countedBy[by]} AS value, count(*) AS accesses, sum(records) AS records FROM ledger_access WHERE ${sql} GROUP BY value ORDER BY ${order} LIMIT 400`,
      )
      .all(...values)
    return rows.map((row) => ({ value: String(row['value']), accesses: Number(row['accesses']), records: Number(row['records']) }))
  }

  /** Acts of a bureau's officers, the latest first: those before a place (null: all), at most `limit`. */
  acts(bureau: string, filter: ActFilter, before: Place | null, limit: number): readonly Place[] {
    const { person, caseRef, purpose, from, until } = filter
    const where: Where = [['bureau = ?', bureau]]
    if (person !== undefined) where.push(['person = ?', person])
    if (caseRef !== undefined) where.push(['caseRef = ?', caseRef])
    if (purpose !== undefined) where.push(['purpose = ?', purpose])
    const acts = this.#places('ledger_act', [...where, ...during(from, until)], before, limit)
    const told = this.#deliveries.acts(bureau, filter, before, limit)
    return [...acts, ...told].sort((one, other) => other.seq - one.seq || other.part - one.part).slice(0, limit)
  }

  /** Every access to a record, the earliest first. `record`: its name. */
  accessesTo(record: string): readonly Place[] {
    return this.#db.prepare('SELECT seq, part FROM ledger_access_record WHERE record = ? ORDER BY seq, part').all(record).map(placeIn)
  }

  #places(table: string, where: Where, before: Place | null, limit: number): readonly Place[] {
    const [sql, values] = whole(where)
    const rest: SQLInputValue[] = before === null ? [] : [before.seq, before.part]
    const after = before === null ? '' : ' AND (seq, part) < (?, ?)'
    const rows = this.#db.prepare(`SELECT seq, part FROM ${table} WHERE ${sql}${after} ORDER BY seq DESC, part DESC LIMIT ?`)
    return rows.all(...values, ...rest, limit).map(placeIn)
  }
}

type Where = [sql: string, ...values: SQLInputValue[]][]

function accessWhere(owner: string, { reader, purpose, kind, type, field, rule, record, from, until }: AccessFilter): Where {
  const where: Where = [['owner = ?', owner]]
  if (reader !== undefined) where.push(['reader = ?', reader])
  if (purpose !== undefined) where.push(['purpose = ?', purpose])
  if (kind !== undefined) where.push(['kind = ?', kind])
  if (type !== undefined) where.push(['type = ?', type])
  if (field !== undefined) where.push(['instr(fields, ?) > 0', ` ${field} `])
  if (rule !== undefined) where.push(['instr(rules, ?) > 0', ` ${rule} `])
  if (record !== undefined) where.push(['(seq, part) IN (SELECT seq, part FROM ledger_access_record WHERE record = ?)', record])
  return [...where, ...during(from, until)]
}

function during(from: string | undefined, until: string | undefined): Where {
  return [...(from === undefined ? [] : [['at >= ?', from]]), ...(until === undefined ? [] : [['at < ?', until]])] as Where
}

function whole(where: Where): [sql: string, values: readonly SQLInputValue[]] {
  return [where.map(([sql]) => sql).join(' AND '), where.flatMap(([, ...values]) => values)]
}

/** Words with a space on either side of each, to be looked for in a text. */
function listed(words: readonly string[]): string {
  return words.length === 0 ? '' : ` ${words.join(' ')} `
}

function placeIn(row: Readonly<Record<string, unknown>>): Place {
  return { seq: Number(row['seq']), part: Number(row['part']) }
}
