import type { Tongue } from '../bureauCodes.ts'
import type { Prng } from '../prng.ts'
import { capitalise, type HumanName, type NamePart } from './namePart.ts'

const female = 'Аглая Ксения Любовь Евгения Зинаида Пелагея Раиса Снежана Ульяна Юлия Яна Жанна'.split(' ')
/** Given name and the patronymics made of it, male and female. */
const male: readonly (readonly [string, string, string])[] = [
  ['Архип', 'Архипович', 'Архиповна'],
  ['Валерий', 'Валерьевич', 'Валерьевна'],
  ['Геннадий', 'Геннадьевич', 'Геннадьевна'],
  ['Ефим', 'Ефимович', 'Ефимовна'],
  ['Захар', 'Захарович', 'Захаровна'],
  ['Мирослав', 'Мирославович', 'Мирославовна'],
  ['Прохор', 'Прохорович', 'Прохоровна'],
  ['Святослав', 'Святославович', 'Святославовна'],
  ['Тихон', 'Тихонович', 'Тихоновна'],
  ['Юрий', 'Юрьевич', 'Юрьевна'],
  ['Ярослав', 'Ярославович', 'Ярославовна'],
  ['Фёдор', 'Фёдорович', 'Фёдоровна'],
]
const stems = 'Ведр Борщ Тарх Мирч Жал Остр Щербин Гурьян Ляпк Чуйк Шемяк Хвост Цапл Юркан Яблон Зверян Кузьмищ Рыж Выж Эрдел'.split(' ')
const endings: readonly (readonly [string, string])[] = [
  ['ов', 'ова'],
  ['ин', 'ина'],
  ['енко', 'енко'],
  ['ук', 'ук'],
  ['евский', 'евская'],
  ['анов', 'анова'],
  ['ихин', 'ихина'],
]

const common: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}
/** Where each language departs from that: the reason why one man has five spellings. */
const special: Readonly<Record<Tongue, Readonly<Record<string, string>>>> = {
  de: { в: 'w', ж: 'sch', з: 's', й: 'j', х: 'ch', ц: 'z', ч: 'tsch', ш: 'sch', щ: 'schtsch', ю: 'ju', я: 'ja', ё: 'jo' },
  fr: { ж: 'j', у: 'ou', ч: 'tch', ш: 'ch', щ: 'chtch', ю: 'iou', я: 'ia', й: 'ï', ё: 'io' },
  es: { х: 'j' },
  pt: { ё: 'e', й: 'i', ю: 'iu', я: 'ia' },
  tr: { ж: 'j', х: 'h', ч: 'ç', ш: 'ş', щ: 'şç', ы: 'ı' },
}

/** A name in Cyrillic script, with a patronymic. */
export function cyrillicName(prng: Prng, sex: 'F' | 'M'): HumanName {
  const father = prng.pick(male)
  const given = sex === 'F' ? prng.pick(female) : prng.pick(male)[0]
  const ending = prng.pick(endings)
  const family = prng.pick(stems) + ending[sex === 'F' ? 1 : 0]
  const patronymic = prng.chance(0.7) ? father[sex === 'F' ? 2 : 1] : null
  return {
    script: 'CYRILLIC',
    given: [cyrillicPart(given)],
    family: [cyrillicPart(family)],
    patronymic: patronymic === null ? null : cyrillicPart(patronymic),
    eastAsian: false,
  }
}

function cyrillicPart(native: string): NamePart {
  const by = (tongue: Tongue) => transliterate(native, tongue)
  return { native, spelt: { de: by('de'), fr: by('fr'), es: by('es'), pt: by('pt'), tr: by('tr') } }
}

function transliterate(native: string, tongue: Tongue): string {
  const letters = [...native.toLowerCase()].map((letter) => special[tongue][letter] ?? common[letter] ?? letter)
  return capitalise(letters.join(''))
}
