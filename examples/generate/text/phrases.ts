import type { Tongue } from '../bureauCodes.ts'
import type { Prng } from '../prng.ts'

/** What officers write in free text, per language: alternatives between bars; `{...}` is filled in. */
const phrases = {
  authority: {
    de: 'Staatsanwaltschaft {town}|Amtsgericht {town}|Kriminalamt {town}',
    fr: 'Parquet de {town}|Tribunal judiciaire de {town}|Sûreté de {town}',
    es: 'Fiscalía de {town}|Juzgado de Instrucción de {town}|Jefatura de {town}',
    pt: 'Ministério Público de {town}|Tribunal da Comarca de {town}|Diretoria de {town}',
    tr: '{town} Cumhuriyet Savcılığı|{town} Ağır Ceza Mahkemesi|{town} Asayiş Şubesi',
  },
  summary: {
    de: 'Verdacht: {charge}. Tatort {place}, {year}. Mittäter sind noch nicht ermittelt.|Tatvorwurf {charge}; Tatzeit {year} in {place}. Der Aufenthalt ist unbekannt.',
    fr: 'Faits commis à {place} en {year} : {charge}. Les complices n’ont pas été identifiés.|Mise en cause pour {charge}, {place}, {year}. Domicile inconnu.',
    es: 'Hechos ocurridos en {place} en {year}: {charge}. Paradero desconocido.|Se investiga {charge} cometido en {place}, {year}. Hay cómplices sin identificar.',
    pt: 'Factos praticados em {place}, {year}: {charge}. Paradeiro desconhecido.|Indícios de {charge} em {place} no ano de {year}. Há coautores por identificar.',
    tr: '{place}, {year}: {charge} şüphesi. Nerede olduğu bilinmiyor.|{year} yılında {place} yakınında işlenen {charge} suçu. Suç ortakları aranıyor.',
  },
  missing: {
    de: 'Zuletzt in {place} gesehen.',
    fr: 'Vu pour la dernière fois à {place}.',
    es: 'Visto por última vez en {place}.',
    pt: 'Visto pela última vez em {place}.',
    tr: 'Son olarak {place} yakınında görüldü.',
  },
  question: {
    de: 'Bitte um Mitteilung von Aufenthalt und Kontakten.|Liegen Erkenntnisse zu den genannten Personen vor?|Bitte um Feststellung des Anschlussinhabers.',
    fr: 'Merci de nous communiquer tout renseignement utile.|Ces personnes sont-elles connues de vos services ?|Veuillez vérifier l’authenticité du document.',
    es: 'Solicitamos datos de localización.|¿Constan antecedentes de las personas indicadas?|Rogamos comprobar la titularidad del vehículo.',
    pt: 'Solicita-se informação sobre o paradeiro.|Há registo das pessoas indicadas?|Solicita-se a verificação do documento.',
    tr: 'Adı geçenlerin bulunduğu yer sorulmaktadır.|Kayıt olup olmadığının bildirilmesi rica olunur.|Belgenin doğrulanması istenmektedir.',
  },
  answer: {
    de: 'Erkenntnisse liegen vor, Einzelheiten folgen.',
    fr: 'Intéressé connu, dossier transmis.',
    es: 'Consta en archivo; se remite copia.',
    pt: 'Consta registo; segue cópia.',
    tr: 'Kayıt vardır, örneği gönderilmiştir.',
  },
  noRecord: {
    de: 'Keine Eintragung.',
    fr: 'Inconnu au fichier.',
    es: 'Sin antecedentes.',
    pt: 'Nada consta.',
    tr: 'Kayıt bulunmamaktadır.',
  },
  justification: {
    de: 'Telefonverbindungen führen in Ihr Land.|Ein Mitbeschuldigter wohnt dort.',
    fr: 'Des appels ont été passés depuis votre territoire.|Un complice y réside.',
    es: 'Hay llamadas desde su territorio.|Un coautor reside allí.',
    pt: 'Há chamadas a partir do vosso território.|Um coautor reside aí.',
    tr: 'Ülkenizden aramalar yapılmıştır.|Suç ortağı orada oturmaktadır.',
  },
  legalSituation: {
    de: 'Haftbefehl vollstreckbar.|Verfahren läuft.',
    fr: 'Mandat exécutoire.|Instruction en cours.',
    es: 'Orden ejecutable.|Causa abierta.',
    pt: 'Mandado exequível.|Inquérito em curso.',
    tr: 'Karar infaz edilebilir.|Dava sürüyor.',
  },
  marks: {
    de: 'Narbe an der linken Hand|Tätowierung am Unterarm|Brandmal an der Schulter',
    fr: 'cicatrice à la joue droite|tatouage à l’avant-bras|grain de beauté au menton',
    es: 'cicatriz en la ceja|tatuaje en el cuello|falta un dedo de la mano izquierda',
    pt: 'cicatriz no queixo|tatuagem no antebraço|sinal na face',
    tr: 'sol elde yara izi|kolda dövme|çenede ben',
  },
  occupation: {
    de: 'Schlosser|Fahrer|Kauffrau|Elektriker|ohne',
    fr: 'chauffeur|mécanicien|comptable|cuisinier|sans',
    es: 'albañil|camionero|contable|camarero|ninguna',
    pt: 'pedreiro|motorista|contabilista|cozinheiro|nenhuma',
    tr: 'şoför|tamirci|muhasebeci|aşçı|yok',
  },
  build: {
    de: 'schlank|kräftig|untersetzt',
    fr: 'mince|robuste|corpulent',
    es: 'delgado|fuerte|corpulento',
    pt: 'magro|forte|corpulento',
    tr: 'ince|yapılı|şişman',
  },
  remark: {
    de: 'Nutzt wechselnde Anschlüsse.|Reist meist mit der Bahn.',
    fr: 'Change souvent de téléphone.|Voyage en autocar.',
    es: 'Cambia a menudo de teléfono.|Viaja en autobús.',
    pt: 'Muda de telefone com frequência.|Viaja de autocarro.',
    tr: 'Sık sık hat değiştirir.|Genellikle otobüsle yolculuk eder.',
  },
  body: {
    de: 'Helle Jacke, Armbanduhr.',
    fr: 'Veste claire, montre.',
    es: 'Chaqueta clara, reloj.',
    pt: 'Casaco claro, relógio.',
    tr: 'Açık renk ceket, kol saati.',
  },
  object: {
    de: 'dunkel, Kratzer an der Seite',
    fr: 'sombre, rayures sur le côté',
    es: 'oscuro, rayado',
    pt: 'escuro, riscado',
    tr: 'koyu renk, çizik',
  },
  modus: {
    de: 'Täter geben sich als Handwerker aus.',
    fr: 'Les auteurs se présentent comme artisans.',
    es: 'Los autores se hacen pasar por técnicos.',
    pt: 'Os autores fazem-se passar por técnicos.',
    tr: 'Failler kendilerini tamirci olarak tanıtır.',
  },
  concealment: {
    de: 'Hohlraum im Fahrzeugboden',
    fr: 'double fond du véhicule',
    es: 'doble fondo del vehículo',
    pt: 'fundo falso da viatura',
    tr: 'araç tabanında gizli bölme',
  },
  tools: {
    de: 'Funkstörer|Dietrich|Spreizer',
    fr: 'brouilleur|rossignol|écarteur',
    es: 'inhibidor|ganzúa|separador',
    pt: 'inibidor|gazua|afastador',
    tr: 'sinyal kesici|maymuncuk|ayırıcı',
  },
  advice: {
    de: 'Abstand halten, Spezialkräfte verständigen.',
    fr: 'Rester à distance, prévenir les démineurs.',
    es: 'Mantener distancia y avisar.',
    pt: 'Manter a distância e avisar.',
    tr: 'Yaklaşmayın, birimi arayın.',
  },
  imminence: {
    de: 'in den nächsten Wochen',
    fr: 'dans les semaines à venir',
    es: 'en las próximas semanas',
    pt: 'nas próximas semanas',
    tr: 'önümüzdeki haftalarda',
  },
  activity: {
    de: 'Spedition|Handel',
    fr: 'transport|négoce',
    es: 'transporte|comercio',
    pt: 'transportes|comércio',
    tr: 'nakliyat|ticaret',
  },
  purpose: {
    de: 'Zerschlagung eines Netzes: {charge}.',
    fr: 'Démantèlement d’un réseau : {charge}.',
    es: 'Desarticular una red: {charge}.',
    pt: 'Desmantelar uma rede: {charge}.',
    tr: 'Bir şebekenin çökertilmesi: {charge}.',
  },
  results: {
    de: '{n} Festnahmen, {m} Durchsuchungen.',
    fr: '{n} arrestations, {m} perquisitions.',
    es: '{n} detenciones, {m} registros.',
    pt: '{n} detenções, {m} buscas.',
    tr: '{n} gözaltı, {m} arama.',
  },
} as const

/** A sentence in one language. */
export function phrase(prng: Prng, kind: keyof typeof phrases, tongue: Tongue, values: Readonly<Record<string, string>> = {}): string {
  const alternatives: string = phrases[kind][tongue]
  return prng.pick(alternatives.split('|')).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
