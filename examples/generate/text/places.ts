import type { Tongue } from '../bureauCodes.ts'
import type { Prng } from '../prng.ts'

interface Gazetteer {
  readonly stems: string
  readonly endings: string
  readonly streets: string
}

/** Invented towns and streets, made the way each language makes them. */
const gazetteers: Readonly<Record<Tongue, Gazetteer>> = {
  de: {
    stems: 'Ahl Brem Dorn Eschl Farn Grau Holl Kranz Lüd Mohr Rauch Wend',
    endings: 'enmoor enfurt hafen stedten bergen au',
    streets: 'Distelgang Erlenstieg Kranichweg Mohnzeile Salzgasse',
  },
  fr: {
    stems: 'Arbr Brum Clair Dour Font Grév Haut Montr Pierr Rouv Sauv Val',
    endings: 'elac eville emont ières eroche onne',
    streets: 'rue des Orties|allée du Grésil|quai aux Saules|impasse Brûlée|cours des Tanneurs',
  },
  es: {
    stems: 'Aguac Bald Cerr Enc Jar Llan Mirab Pedr Robl Salv Tord Vent',
    endings: 'alejo ares iquilla ondo ueña osares',
    streets: 'calle del Romero|paseo de las Grullas|plaza Honda|camino Viejo de la Sal|avenida del Faro',
  },
  pt: {
    stems: 'Alcant Barr Caldel Esp Freix Lam Mour Outeir Ped Ribal Sobr Vimi',
    endings: 'eiral ões inhosa edo ais ual',
    streets: 'rua da Giesta|travessa do Moinho|largo das Andorinhas|beco do Sal|estrada da Ria',
  },
  tr: {
    stems: 'Ak Boz Çam Dere Elma Gök Kara Kum Sarı Taş Yel Yeni',
    endings: 'ovacık dağçay pınarlı köyüstü tepeli sazlık',
    streets: 'Çınar Sokağı|Değirmen Yolu|Leylek Caddesi|Tuzla Geçidi|Harman Sokağı',
  },
}

/** A town. */
export function town(prng: Prng, tongue: Tongue): string {
  const { stems, endings } = gazetteers[tongue]
  return prng.pick(stems.split(' ')) + prng.pick(endings.split(' '))
}

/** A street with a number. */
export function street(prng: Prng, tongue: Tongue): string {
  const { streets } = gazetteers[tongue]
  const name = prng.pick(streets.split(tongue === 'de' ? ' ' : '|'))
  return tongue === 'fr' ? `${prng.int(1, 180)} ${name}` : `${name} ${prng.int(1, 180)}`
}
