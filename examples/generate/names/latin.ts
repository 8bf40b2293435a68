import type { Tongue } from '../bureauCodes.ts'
import type { Prng } from '../prng.ts'
import { type HumanName, latinPart } from './namePart.ts'

interface Tradition {
  readonly home: Tongue | null
  readonly F: string
  readonly M: string
  readonly stems: string
  readonly endings: string
  /** Two family names, father's and mother's. */
  readonly double?: boolean
}

/** Given names are common ones; family names are put together from invented stems and real endings, so that no combination is a known person. */
const traditions: Readonly<Record<string, Tradition>> = {
  german: {
    home: 'de',
    F: 'Almut Birte Dörte Edda Frauke Gesa Heike Imke Jördis Käthe Lioba Meike Rike Sünje Tomma Wiebke',
    M: 'Arndt Bjarne Detlef Eike Falk Gernot Hauke Ingmar Jörn Klaas Lüder Malte Ocke Rörd Tjark Volkmar',
    stems: 'Adlers Brömm Dükk Eschen Förk Grünw Hölt Jüst Kröpl Lünz Möhr Nießm Pröll Quast Rüth Schwenk Trött Ücker Wöst Zirn',
    endings: 'hauer bacher lin mann ke stedt kamp rode horst fels brecht',
  },
  french: {
    home: 'fr',
    F: 'Aurore Blandine Capucine Delphine Élodie Fantine Garance Héloïse Inès Josiane Léontine Maëlle Noémie Solène Violaine Zélie',
    M: 'Anselme Benoît Cyprien Donatien Évariste Firmin Gaëtan Honoré Ignace Jocelyn Lazare Maël Octave Placide Rémi Théophane',
    stems: 'Arvel Bourn Chant Dourv Escl Fromb Garv Hauts Jonqu Lavr Montf Névr Ombr Pertu Roqu Saulv Tourn Valc Vergn Yvr',
    endings: 'ard eret ier oyeux iant ault esse ambeau emont ignac',
  },
  spanish: {
    home: 'es',
    F: 'Azucena Belén Candela Dolores Estrella Fátima Graciela Herminia Itziar Jimena Lorena Maravillas Nuria Ofelia Pilar Ximena',
    M: 'Aurelio Baltasar Ciro Demetrio Eleuterio Fermín Gonzalo Hilario Isidro Joaquín Leandro Modesto Nicanor Ovidio Plácido Renato',
    stems: 'Albar Barranc Cald Desp Escald Fuent Guadal Herrad Ibarr Jald Lind Montalv Navarr Olmed Pedr Quintar Robled Sald Tordes Valdem',
    endings: 'osa ino ueros ejo ales uña ero illas ana edo',
    double: true,
  },
  portuguese: {
    home: 'pt',
    F: 'Anabela Benedita Conceição Dulce Eulália Filomena Graça Idalina Jacinta Leonilde Marília Natércia Odete Piedade Rosália Zulmira',
    M: 'Abílio Baltazar Custódio Delfim Estêvão Fausto Gaspar Horácio Inácio Jaime Laurindo Mateus Norberto Olímpio Raimundo Zeferino',
    stems:
      'Arouc Barral Cabreir Damasc Esteveir Figueir Godinh Lamar Magalh Nogal Outeir Peralv Quintel Ribald Serpal Tavar Valadar Vilar Xavar Zambuj',
    endings: 'inho eira al ães ote osa edo ado elo ainha',
    double: true,
  },
  turkish: {
    home: 'tr',
    F: 'Aylin Bahar Ceyda Defne Ebru Feride Gülay Hande İpek Leyla Melike Nuray Özlem Pınar Sevgi Yonca',
    M: 'Alper Berk Cihan Doğan Emre Ferhat Gökhan Hakan İlker Kaan Levent Mert Okan Serkan Tuncay Volkan',
    stems: 'Akbul Bozda Çelt Demirk Ergul Gürs Karak Özgün Sarıb Taşk Uçar Yıld Altınk Kurtb Tunçb',
    endings: 'an oğlu lar er soy kaya demir tepe el su',
  },
  nordic: {
    home: null,
    F: 'Åsa Birgit Dagny Eira Frøya Gunvor Hedda Ingrid Jorunn Kaja Liv Maren Oddny Ragnhild Solveig Torill',
    M: 'Åsmund Bård Dagfinn Eivind Frode Gaute Håkon Ivar Jostein Kåre Leif Magne Oddvar Rolf Sindre Tarjei',
    stems: 'Bjørk Dals Elv Fjeld Grøn Hauge Kvern Løv Mør Nord Rød Skog Stein Torv Ulv Vass',
    endings: 'vikhagen bergmo heimås landli ruddal stadnes tveitøy sethaug',
  },
  polish: {
    home: null,
    F: 'Bogna Czesława Dobrosława Eugenia Felicja Grażyna Halszka Iwona Jadwiga Kalina Lucyna Mirosława Otylia Sławomira Wanda Zyta',
    M: 'Bogusław Cezary Dobromir Eustachy Fryderyk Gniewko Hieronim Ireneusz Jarema Kazimierz Lubomir Mścisław Przemek Sławoj Wit Zbigniew',
    stems: 'Brzost Chmiel Drzew Gołęb Jawor Krzes Leszcz Modrzew Ostrow Przyb Rzęd Szczyp Trzcin Wilcz Zwierz',
    endings: 'ek ak icz owiec oń eń ała ycz',
  },
}

/** A name in a Latin tradition. */
export function latinName(prng: Prng, tradition: string, sex: 'F' | 'M'): HumanName {
  const found = traditions[tradition]
  if (found === undefined) throw new RangeError(`no tradition ${tradition}`)
  const words = (text: string) => text.split(' ')
  const given = prng.some(words(found[sex]), prng.chance(0.3) ? 2 : 1)
  const families = Array.from({ length: found.double === true ? 2 : 1 }, () =>
    (prng.pick(words(found.stems)) + prng.pick(words(found.endings))).replace(/(.)\1\1/g, '$1$1'),
  )
  const part = (text: string) => latinPart(text, found.home)
  return { script: 'LATIN', given: given.map(part), family: families.map(part), patronymic: null, eastAsian: false }
}
