import type { Prng } from '../prng.ts'
import { capitalise, type HumanName, type NamePart } from './namePart.ts'

/** Sign, pinyin, Wade-Giles. */
const hanFamilies =
  '郭 guo kuo|薛 xue hsueh|蒋 jiang chiang|邱 qiu chiu|曹 cao tsao|钟 zhong chung|谢 xie hsieh|贺 he ho|邹 zou tsou|覃 qin chin|蔺 lin lin|屈 qu chu|祁 qi chi|阎 yan yen|卞 bian pien'
const hanGiven =
  '澜 lan lan|桐 tong tung|衡 heng heng|隽 jun chun|榕 rong jung|岚 lan lan|珩 heng heng|琰 yan yen|淞 song sung|楷 kai kai|芮 rui jui|璟 jing ching|翊 yi i|栩 xu hsu|缜 zhen chen|霁 ji chi|沅 yuan yuan|筠 yun yun|砚 yan yen|蓁 zhen chen'
/** Kanji, kana, Hepburn. */
const kanaFamilies =
  '雲崎 クモサキ kumosaki|柊原 ヒイラギハラ hiiragihara|槙野 マキノ makino|霧島田 キリシマダ kirishimada|椿井 ツバイ tsubai|鷺沼 サギヌマ saginuma|葦原 アシハラ ashihara|千種川 チグサガワ chigusagawa|朝比良 アサヒラ asahira|蓬田 ヨモギダ yomogida'
const kanaGivenM =
  '颯真 ソウマ sōma|蒼士 ソウシ sōshi|龍哉 リュウヤ ryūya|智彦 トモヒコ tomohiko|洋介 ヨウスケ yōsuke|岳人 タケト taketo|慎吾 シンゴ shingo|丈太郎 ジョウタロウ jōtarō'
const kanaGivenF =
  '千鶴 チヅル chizuru|結花 ユイカ yuika|小夜子 サヨコ sayoko|美澄 ミスミ misumi|柚葉 ユズハ yuzuha|冬香 フユカ fuyuka|優子 ユウコ yūko|鈴音 スズネ suzune'

/** A name in Han script: one sign and two. */
export function hanName(prng: Prng): HumanName {
  const [sign = '', pinyin = '', wade = ''] = prng.pick(hanFamilies.split('|')).split(' ')
  const given = prng.some(hanGiven.split('|'), 2).map((row) => row.split(' '))
  const join = (index: number, glue: string) => given.map((row) => row[index] ?? '').join(glue)
  return {
    script: 'HAN',
    family: [hanPart(sign, pinyin, wade)],
    given: [hanPart(join(0, ''), join(1, ''), join(2, '-'))],
    patronymic: null,
    eastAsian: true,
  }
}

/** A name in kanji whose reading the bureaus keep; every third one is known in kana only. */
export function kanaName(prng: Prng, sex: 'F' | 'M'): HumanName {
  const family = prng.pick(kanaFamilies.split('|')).split(' ')
  const given = prng.pick((sex === 'F' ? kanaGivenF : kanaGivenM).split('|')).split(' ')
  const written = prng.chance(0.33) ? 1 : 0
  const part = (row: readonly string[]): NamePart => kanaPart(row[written] ?? '', row[2] ?? '')
  return { script: 'KANA', family: [part(family)], given: [part(given)], patronymic: null, eastAsian: true }
}

function hanPart(native: string, pinyin: string, wade: string): NamePart {
  const p = capitalise(pinyin)
  const w = wade.charAt(0).toUpperCase() + wade.slice(1)
  return { native, spelt: { de: p, fr: w, es: p, pt: w, tr: p } }
}

function kanaPart(native: string, hepburn: string): NamePart {
  const plain = capitalise(hepburn.replaceAll('ō', 'o').replaceAll('ū', 'u'))
  const long = capitalise(hepburn.replaceAll('ō', 'ou').replaceAll('ū', 'uu'))
  const oh = capitalise(hepburn.replaceAll('ō', 'oh').replaceAll('ū', 'u').replaceAll('sh', 'sch'))
  const turkish = capitalise(
    hepburn.replaceAll('ō', 'o').replaceAll('ū', 'u').replaceAll('sh', 'ş').replaceAll('ch', 'ç').replaceAll('j', 'c'),
  )
  return { native, spelt: { de: oh, fr: long, es: plain, pt: capitalise(hepburn), tr: turkish } }
}
