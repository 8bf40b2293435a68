import { readdirSync, readFileSync } from 'node:fs'
import { buildSchema, isEnumType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { conditions, grounds } from '../../../web/src/cases/grounds.ts'
import { requestActs } from '../../../web/src/cases/requestActs.ts'
import { columnsOf } from '../../../web/src/records/recordRow.ts'
import { arabic } from '../../../web/src/words/arabic.ts'
import { english } from '../../../web/src/words/english.ts'
import { french } from '../../../web/src/words/french.ts'
import { spanish } from '../../../web/src/words/spanish.ts'
import { wordsOf } from '../../../web/src/words/words.ts'

const folder = new URL('../../../schema/', import.meta.url)
const schema = buildSchema(
  readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n'),
)
const valuesOf = (name: string): readonly string[] => {
  const type = schema.getType(name)
  if (!isEnumType(type)) throw new Error(`The schema has no enumeration ${name}`)
  return type.getValues().map((value) => value.name)
}
const catalogues = { french, spanish, arabic }
/** What the desk's panels show of the schema. */
const shown = [
  'Level',
  'DisclosureReason',
  'Purpose',
  'SourceState',
  'RequestState',
  'RequestAct',
  'RequestKind',
  'NoticeState',
  'NoticeAct',
  'NoticeKind',
  'Urgency',
  'AlertKind',
  'DeskEntryKind',
  'AlertRecordType',
  'PersonWarning',
  'PersonStatus',
  'Role',
  'RefusalGround',
  'ConditionOfUse',
  'Confidentiality',
  'OnwardTransfer',
  'NameKind',
  'FeedMode',
  'FeedError',
  'BureauStatus',
  'DeliveryState',
  'NetworkNodeKind',
  'LedgerActKind',
  'DisclosureKind',
]
const holes = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()

describe.each(Object.entries(catalogues))('the %s catalogue', (_language, { sentences, names, fields }) => {
  it('says every sentence, with the same values in it', () => {
    for (const [key, text] of Object.entries(english.sentences)) {
      const said = sentences[key as keyof typeof sentences]
      expect(said.trim(), key).not.toBe('')
      expect(holes(said), key).toEqual(holes(text))
    }
  })

  it.each(shown)('names every %s', (type) => {
    expect(valuesOf(type).filter((value) => names[value] === undefined)).toEqual([])
  })

  it('names every column', () => {
    expect(
      Object.values(columnsOf)
        .flat()
        .filter((field) => fields[field] === undefined),
    ).toEqual([])
  })
})

describe('the choices of the desk', () => {
  it('are those of the schema', () => {
    expect(grounds).toEqual(valuesOf('RefusalGround'))
    expect(conditions).toEqual(valuesOf('ConditionOfUse'))
  })

  it('have a form for every act that an officer carries out on a request', () => {
    const ofTheHub = ['CREATE', 'RECEIVE', 'LAPSE']
    expect(Object.keys(requestActs).sort()).toEqual(
      valuesOf('RequestAct')
        .filter((act) => !ofTheHub.includes(act))
        .sort(),
    )
  })
})

describe('words', () => {
  const words = wordsOf('en', english, () => {})

  it('leave a day that is known in part as it is', () => {
    expect(words.date('1984-05')).toBe('1984-05')
    expect(words.date('1984-05-17')).toContain('1984')
  })

  it('put no value of a record through the pattern of another', () => {
    expect(words.say('contact', { owner: '{owner}' })).toContain('{owner}')
  })
})
