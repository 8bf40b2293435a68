import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readName } from '../../src/names/readName.ts'
import { explainName, nameThreshold, scoreNameLists, scoreNames } from '../../src/names/scoreNames.ts'

const score = (a: string, b: string) => scoreNames(readName(a), readName(b)).score

describe('one name in two spellings', () => {
  it.each([
    ['Cyrillic', 'Мухаммед Алиев', 'Mohamed Aliyev'],
    ['Ukrainian', 'Юлія Щербак', 'Yulia Shcherbak'],
    ['German letters for Cyrillic', 'Хрущёв Никита', 'Nikita Chruschtschow'],
    ['Greek', 'Γιώργος Παπαδόπουλος', 'Giorgos Papadopoulos'],
    ['Greek stops', 'Μπάμπης Ντούφας', 'Babis Doufas'],
    ['Arabic', 'محمد عبد الله الحسيني', 'Muhammad Abdullah al-Husseini'],
    ['Arabic, French letters', 'عبد الرحيم السرماوي', 'Abderrahim Essarmaoui'],
    ['Hebrew', 'יוסף כהן', 'Yosef Cohen'],
    ['Hebrew with geresh', "ז'בוטינסקי זאב", 'Zeev Zhabotinsky'],
    ['Georgian', 'გიორგი ბერიძე', 'Giorgi Beridze'],
    ['Armenian', 'Արմեն Պետրոսյան', 'Armen Petrosian'],
    ['Devanagari', 'राजेश कुमार', 'Rajesh Kumar'],
    ['Thai', 'สมชาย ใจดี', 'Somchai Jaidee'],
    ['Han', '王小明', 'WANG Xiao-Ming'],
    ['Han with a surname of two signs', '欧阳娜娜', 'Nana Ouyang'],
    ['Hiragana', 'たなか ひろし', 'Hiroshi Tanaka'],
    ['Katakana', 'タナカ ヒロシ', 'TANAKA, Hiroshi'],
    ['Hangul', '김민수', 'Kim Min-soo'],
    ['umlauts spelt out', 'Jürgen Müller', 'Juergen Mueller'],
    ['umlauts left out', 'Jürgen Müller', 'Jurgen Muller'],
    ['Turkish letters', 'Ahmet Şerif', 'Ahmed Sherif'],
    ['Spanish double surname', 'María de la Cruz García López', 'Maria Cruz Garcia'],
    ['Portuguese particles', 'João dos Santos', 'Joao Santos'],
    ['German particles', 'Otto von Bismarck', 'Bismarck, Otto'],
    ['particles that are names', 'Nguyễn Văn An', 'An Nguyen Van'],
    ['a patronymic left out', 'Иван Петрович Сидоров', 'Ivan Sidorov'],
    ['an initial', 'J. Smith', 'John Smith'],
    ['a nickname', 'Sasha Petrov', 'Александр Петров'],
    ['a hyphen', 'Anna-Maria Schmidt', 'Annamaria Schmitt'],
    ['an apostrophe', "Sean O'Brien", 'Sean OBrien'],
    ['letters that changed places', 'Vladimri Petrov', 'Vladimir Petrov'],
  ])('is found: %s', (_, a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(nameThreshold)
  })
})

describe('two names', () => {
  it.each([
    ['another given name', 'Boris Abramovich', 'Roman Abramovich'],
    ['another family name', 'Ivan Petrov', 'Ivan Sidorov'],
    ['another patronymic', 'Иван Петрович Сидоров', 'Ivan Ivanovich Sidorov'],
    ['two names everybody knows', 'Hassan Ali', 'Hussein Ali'],
    ['one syllable of hangul', '김종은', '김정은'],
    ['one sign of Han', '习近朋', '习近平'],
    ['one word of two', 'Ahmed', 'Ahmed Saleh'],
    ['initials alone', 'J. S.', 'John Smith'],
    ['nothing in common', 'Jürgen Müller', '王小明'],
  ])('are kept apart: %s', (_, a, b) => {
    expect(score(a, b)).toBeLessThan(nameThreshold)
  })
})

describe('a score', () => {
  const words = fc.constantFrom(
    ...'Мухаммед Aliyev محمد الحسيني יוסף 王小明 김민수 タナカ Smith Smyth Jean-Pierre von de Müller J. Sasha Petrovich Xu Abderrahim Li'.split(
      ' ',
    ),
  )
  const names = fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))
  const texts = fc.oneof(names, fc.string({ unit: 'grapheme', maxLength: 60 }))

  it('is the same in both directions, between 0 and 1, and the same again', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const found = score(a, b)
        expect(score(b, a)).toBe(found)
        expect(score(a, b)).toBe(found)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })

  it('is 1 for a name and itself, if it holds a letter', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(score(name, name)).toBe(1)
      }),
    )
  })

  it('does not depend on order, case, or signs that nobody sees', () => {
    const unseen = fc.constantFrom('\u200b', '\u200d', '\u202e', '\u2066', '\ufeff', '\u00ad')
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 5 }), texts, unseen, fc.nat(), (parts, other, sign, at) => {
        const name = parts.join(' ')
        const found = score(name, other)
        expect(score([...parts].reverse().join(' '), other)).toBe(found)
        expect(score(name.toUpperCase(), other)).toBe(found)
        const place = at % (name.length + 1)
        expect(score(name.slice(0, place) + sign + name.slice(place), other)).toBe(found)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves particles out where two words remain', () => {
    for (const name of ['Otto von Bismarck', 'Juan del Rio', 'Ali bin Salman', 'João dos Santos', 'Omar al-Masri'])
      expect(readName(name).words).toHaveLength(2)
    expect(readName('Nguyễn Văn An').words).toHaveLength(3)
    expect(readName('von').words).toHaveLength(1)
  })

  it('says what was held against what', () => {
    const found = scoreNames(readName('Алиев Мухаммед'), readName('Mohamed Aliyev'))
    expect(explainName(found)).toBe('name 0.98: Алиев ~ Aliyev, Мухаммед ~ Mohamed')
    expect(found.algorithm).toBe('comity-names-2')
    expect(found.features.map(({ how }) => how)).toEqual(['sound', 'sound'])
    expect(scoreNames(readName('Yusuf'), readName('Giuseppe')).features).toEqual([
      { a: 'Yusuf', b: 'Giuseppe', how: 'spelling', score: 0.96 },
    ])
    expect(explainName(scoreNames(readName('Sasha Petrov'), readName('S. Petrov')))).toContain('(initial)')
    expect(explainName(scoreNames(readName(''), readName('A. Petrov')))).toBe('name 0.00')
  })

  it('of several names is that of the two most alike', () => {
    const [a, b] = [['Anna Schmidt', 'Anna Weber'].map(readName), ['Petra Weber', 'Ana Weber'].map(readName)]
    expect(explainName(scoreNameLists(a, b))).toBe('name 1.00: Anna ~ Ana, Weber ~ Weber')
    expect(scoreNameLists(a, []).score).toBe(0)
  })
})
