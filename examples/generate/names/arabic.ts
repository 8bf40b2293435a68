import type { Prng } from '../prng.ts'
import type { HumanName, NamePart } from './namePart.ts'

/** Arabic, then as German, French, Spanish, Portuguese and Turkish clerks write it. */
type Row = readonly [string, string, string, string, string, string]

const male: readonly Row[] = [
  ['محمود', 'Mahmud', 'Mahmoud', 'Mahmud', 'Mahmoud', 'Mahmut'],
  ['يوسف', 'Jusuf', 'Youssef', 'Yusuf', 'Iussef', 'Yusuf'],
  ['خليل', 'Chalil', 'Khalil', 'Jalil', 'Khalil', 'Halil'],
  ['رشيد', 'Raschid', 'Rachid', 'Rashid', 'Rachid', 'Reşit'],
  ['جمال', 'Dschamal', 'Djamel', 'Yamal', 'Jamal', 'Cemal'],
  ['عبد الرحيم', 'Abd ar-Rahim', 'Abderrahim', 'Abdel Rahim', 'Abdul Rahim', 'Abdürrahim'],
  ['سليمان', 'Sulaiman', 'Slimane', 'Suleimán', 'Suleiman', 'Süleyman'],
  ['مصطفى', 'Mustafa', 'Mostefa', 'Mustafá', 'Mustapha', 'Mustafa'],
  ['حسين', 'Husain', 'Hocine', 'Husein', 'Hussein', 'Hüseyin'],
  ['نذير', 'Nadhir', 'Nadir', 'Nazir', 'Nazir', 'Nezir'],
  ['طارق', 'Tariq', 'Tarek', 'Tárik', 'Tarique', 'Tarık'],
  ['شريف', 'Scharif', 'Chérif', 'Sharif', 'Xarife', 'Şerif'],
]
const female: readonly Row[] = [
  ['خديجة', 'Chadidscha', 'Khadidja', 'Jadiya', 'Khadija', 'Hatice'],
  ['زينب', 'Zainab', 'Zineb', 'Zeinab', 'Zainab', 'Zeynep'],
  ['عائشة', 'Aischa', 'Aïcha', 'Aisha', 'Aixa', 'Ayşe'],
  ['جميلة', 'Dschamila', 'Djamila', 'Yamila', 'Jamila', 'Cemile'],
  ['نجاة', 'Nadschat', 'Najet', 'Nayat', 'Najat', 'Necat'],
  ['شادية', 'Schadija', 'Chadia', 'Shadia', 'Xádia', 'Şadiye'],
  ['لطيفة', 'Latifa', 'Latéfa', 'Latifa', 'Latifah', 'Latife'],
  ['سعاد', 'Suad', 'Souad', 'Suad', 'Suade', 'Suat'],
]
/** Invented places of origin. */
const origins: readonly Row[] = [
  ['السرماوي', 'as-Sarmawi', 'Essarmaoui', 'Al-Sarmawi', 'Al Sarmawi', 'Sermavi'],
  ['الدرغوني', 'ad-Darghuni', 'Dargouni', 'Al-Darguni', 'Al Darghuni', 'Dargunî'],
  ['الخيزراوي', 'al-Chaizarawi', 'El Khizraoui', 'Al-Jizarawi', 'Al Khaizarawi', 'Hizravi'],
  ['البرقندي', 'al-Barqandi', 'El Barkandi', 'Al-Barcandi', 'Al Barqandi', 'Barkandî'],
  ['الشطراني', 'asch-Schatrani', 'Chatrani', 'Al-Shatrani', 'Al Xatrani', 'Şatrani'],
  ['القلموشي', 'al-Qalmuschi', 'El Kalmouchi', 'Al-Calmushi', 'Al Qalmuxi', 'Kalmuşi'],
  ['الجوردي', 'al-Dschurdi', 'El Djordi', 'Al-Yurdi', 'Al Jurdi', 'Curdî'],
  ['الطوبالي', 'at-Tubali', 'Toubali', 'Al-Tubali', 'Al Tubali', 'Tubalî'],
  ['المرسوقي', 'al-Marsuqi', 'El Marsouki', 'Al-Marsuqui', 'Al Marsuqi', 'Mersukî'],
  ['العنبوري', 'al-Anburi', 'El Ambouri', 'Al-Anburi', 'Al Amburi', 'Anburî'],
  ['الزقراطي', 'az-Zaqrati', 'Zekrati', 'Al-Zacrati', 'Al Zaqrati', 'Zakratî'],
  ['الهلفاوي', 'al-Halfawi', 'El Helfaoui', 'Al-Halfawi', 'Al Halfaui', 'Helfavi'],
  ['النصروني', 'an-Nasruni', 'Nasrouni', 'Al-Nasruni', 'Al Nasruni', 'Nasrunî'],
  ['الفيجاوي', 'al-Fidschawi', 'El Fidjaoui', 'Al-Fiyawi', 'Al Fijaui', 'Ficavi'],
]

/** A name in Arabic script: given name, father's name, origin. */
export function arabicName(prng: Prng, sex: 'F' | 'M'): HumanName {
  const given = [part(prng.pick(sex === 'F' ? female : male)), part(prng.pick(male))]
  if (prng.chance(0.35)) given.push(part(prng.pick(male)))
  return { script: 'ARABIC', given, family: [part(prng.pick(origins))], patronymic: null, eastAsian: false }
}

function part([native, de, fr, es, pt, tr]: Row): NamePart {
  return { native, spelt: { de, fr, es, pt, tr } }
}
