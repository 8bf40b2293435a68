import { describe, expect, it } from 'vitest'
import { blockingKeys } from '../../src/names/blockingKeys.ts'
import { readName } from '../../src/names/readName.ts'

const keys = (text: string) => blockingKeys(readName(text))

describe('blocking keys', () => {
  it.each([
    ['Мухаммед Алиев', 'Mohamed Aliyev'],
    ['Sasha Petrov', 'Александр Петров'],
    ['محمد الحسيني', 'Mohamed Husseini'],
    ['김민수', 'Kim Min-soo'],
    ['Wagner', 'Вагнер'],
    ['Jusuf', 'Yusuf'],
    ['Javlin', 'Yavlin'],
    ['Myong Chul Pak', 'Myongchul'],
    ['Li Wei', 'Wei Li'],
  ])('are shared by %s and %s', (a, b) => {
    const other = new Set(keys(b))
    expect(keys(a).filter((key) => other.has(key))).not.toEqual([])
  })

  it('are not shared by strangers', () => {
    const other = new Set(keys('Мухаммед Алиев'))
    expect(keys('Jürgen Stein').filter((key) => other.has(key))).toEqual([])
  })

  it('are few, in one order, and none for an initial or for nothing', () => {
    expect(keys('Ivan Petrov')).toEqual(keys('Petrov Ivan'))
    expect(keys('Ivan Petrov').length).toBeLessThanOrEqual(6)
    expect(keys('J. Petrov')).toEqual(keys('Petrov'))
    expect(keys('***')).toEqual([])
  })
})
