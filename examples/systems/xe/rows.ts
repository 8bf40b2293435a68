import { formatDay } from '../../generate/days.ts'
import type {
  Entered,
  TruthNotice,
  TruthOffence,
  TruthOperation,
  TruthPerson,
  TruthPlace,
  TruthRef,
  TruthRequest,
} from '../../generate/truth.ts'
import { type CodeTable, codeOf, codeOrNull, codesOf } from '../codes.ts'

/** A row of a drop file: text, numbers and nulls; lists are JSON inside a text. */
export type XeRow = Readonly<Record<string, string | number | null>>

const kod = (table: CodeTable, value: string | null) => codeOrNull(table, value, 'XE')
const evet = (yes: boolean) => (yes ? 'E' : 'H')
/** `gg/AA/yyyy`, `AA/yyyy` or `yyyy`. */
const gun = (day: string | null) => (day === null ? null : formatDay(day.replace('~', ''), 'dd/MM/yyyy').replaceAll('00/', ''))
/** A list as JSON text; null for none. */
const liste = (members: readonly unknown[]) => (members.length === 0 ? null : JSON.stringify(members))
const kodlar = (table: CodeTable, values: readonly string[]) => liste(codesOf(table, values, 'XE'))
/** A record of any bureau: `ARLUNDYA:100234`. */
const kayit = ({ bureau, key }: TruthRef) => `${codeOf('country', bureau, 'XE')}:${key}`
const yer = (prefix: string, place: TruthPlace | null) => ({
  [`${prefix}_yeri`]: place?.name ?? null,
  [`${prefix}_ulke`]: kod('country', place?.country ?? null),
})

/** Wall-clock time in the capital, three hours ahead of UTC all year. */
function saat(instant: string | null): string | null {
  return instant === null ? null : new Date(Date.parse(instant) + 3 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

/** A person: NDJSON, one object a line. */
export function kisi(person: TruthPerson): XeRow {
  const [main, ...others] = person.names
  return {
    no: person.key,
    durum: kod('status', person.status),
    ad: main?.given ?? null,
    soyad: main?.family ?? null,
    baba_adi: main?.patronymic ?? null,
    ozgun_yazi: main?.originalScript ?? null,
    takma_adlar: liste(
      others.map((name) => ({
        tur: kod('nameKind', name.kind),
        ad: name.given,
        soyad: name.family,
        yazi: name.originalScript,
        guven: kod('quality', name.quality),
      })),
    ),
    cinsiyet: kod('sex', person.sex),
    dogum: person.age === null ? gun(person.birthDate) : null,
    dogum_yaklasik: evet(person.birthDate?.endsWith('~') === true),
    yas: person.age?.years ?? null,
    yas_tarihi: gun(person.age?.on ?? null),
    ...yer('dogum', person.birthPlace),
    olum: gun(person.deathDate),
    uyruklar: liste(person.nationalities.map(({ country, confirmed }) => ({ ulke: kod('country', country), kesin: evet(confirmed) }))),
    belgeler: liste(
      person.documents.map((paper) => ({
        tur: kod('documentKind', paper.kind),
        no: paper.number,
        ulke: kod('country', paper.issuingCountry),
        durum: kod('documentStatus', paper.status),
        verilis: gun(paper.issuedOn),
        bitis: gun(paper.expiresOn),
      })),
    ),
    boy_cm: person.heightCm,
    kilo: person.weightKg,
    goz: kod('colour', person.eyes),
    sac: kod('colour', person.hair),
    yapi: person.build,
    izler: liste(person.marks),
    adresler: liste(
      person.addresses.map((address) => ({
        sokak: address.street,
        pk: address.postalCode,
        sehir: address.city,
        ulke: kod('country', address.country),
      })),
    ),
    ana_baba: liste(
      person.parents.map((parent) => ({ yakinlik: kod('relation', parent.relation), ad: parent.given, soyad: parent.family })),
    ),
    iletisim: liste(person.contacts.map((contact) => ({ tur: kod('contactKind', contact.kind), deger: contact.value }))),
    diller: liste(person.languages),
    meslek: person.occupation,
    uyarilar: kodlar('warning', person.warnings),
    koruma: kodlar('protectedClass', person.protectedClasses),
    kapali_ulkeler: kodlar('country', person.excludedCountries),
    hukuki_durum: person.legalSituation,
    aciklama: person.remarks,
    saklama_sonu: gun(person.expiresOn),
    ...girilen(person),
  }
}

/** A notice: CSV with semicolons. */
export function bulten(notice: TruthNotice): XeRow {
  const { object, body, threat, modusOperandi: modus, entity } = notice
  return {
    bulten_no: notice.key,
    renk: kod('noticeKind', notice.kind),
    resmi_no: notice.number,
    durum: kod('noticeState', notice.state),
    bicim: kod('noticeForm', notice.form),
    istenen: kodlar('action', notice.actionRequested),
    kisi_no: notice.subject,
    esya: liste(
      object === null
        ? []
        : [
            {
              tur: kod('objectKind', object.kind),
              tanim: object.description,
              no: object.identifier,
              marka: object.make,
              model: object.model,
              yil: object.year,
              ulke: kod('country', object.country),
            },
          ],
    ),
    ceset:
      body === null
        ? null
        : JSON.stringify({
            tarih: gun(body.foundOn),
            yer: body.foundAt.name,
            ulke: kod('country', body.foundAt.country),
            cinsiyet: kod('sex', body.sex),
            en_az: body.ageMin,
            en_cok: body.ageMax,
            tanim: body.description,
          }),
    tehdit:
      threat === null
        ? null
        : JSON.stringify({ kaynak: kod('threatKind', threat.kind), yakinlik: threat.imminence, tavsiye: threat.advice }),
    yontem:
      modus === null
        ? null
        : JSON.stringify({ suc: kod('offence', modus.family), tanim: modus.description, araclar: modus.tools, gizleme: modus.concealment }),
    kurulus: entity?.name ?? null,
    kurulus_ulke: kod('country', entity?.country ?? null),
    kurulus_is: entity?.activity ?? null,
    makam: notice.requestingAuthority,
    kararlar: liste(
      notice.warrants.map((warrant) => ({
        tur: kod('warrantKind', warrant.kind),
        makam: warrant.issuingAuthority,
        ulke: kod('country', warrant.country),
        sayi: warrant.reference,
        tarih: gun(warrant.issuedOn),
        hakim: evet(warrant.judicial),
        suclama: warrant.charge,
        azami_ay: warrant.maxPenaltyMonths,
        ceza_ay: warrant.sentenceMonths,
      })),
    ),
    suclar: liste(notice.offences.map(suc)),
    ozet: notice.summary,
    olay_tarihi: gun(notice.eventDate),
    ...yer('olay', notice.eventPlace),
    denetim: kod('review', notice.review),
    alicilar: kodlar('country', notice.recipients),
    bm_no: notice.unReference,
    yayin: notice.issuedOn.replaceAll('-', ''),
    bitis: notice.expiresOn.replaceAll('-', ''),
    ...girilen(notice),
  }
}

function suc(offence: TruthOffence) {
  return {
    tur: kod('offence', offence.family),
    suclama: offence.charge,
    madde: offence.law,
    tarih: gun(offence.from),
    yer: offence.place.name,
    ulke: kod('country', offence.place.country),
  }
}

/** A request: NDJSON. */
export function talep(request: TruthRequest): XeRow {
  return {
    talep_no: request.key,
    sayi: request.reference,
    tur: kod('requestKind', request.kind),
    asama: kod('requestState', request.state),
    ivedilik: kod('urgency', request.urgency),
    amac: kod('purpose', request.purpose),
    muhataplar: kodlar('country', request.requestedBureaus),
    makam: request.requestingAuthority,
    soru: request.question,
    olay: request.facts,
    gerekce: request.justification,
    dayanak: request.legalBasis,
    suclar: liste(request.offences.map(suc)),
    kisiler: liste(request.subjects.map(kayit)),
    bulten: request.notice === null ? null : kayit(request.notice),
    harekat: request.operation === null ? null : kayit(request.operation),
    yanitlar: liste(
      request.responses.map((one) => ({
        ulke: kod('country', one.bureau),
        tur: kod('responseKind', one.kind),
        metin: one.text,
        zaman: saat(one.answeredAt),
      })),
    ),
    gonderim: saat(request.sentAt),
    son_gun: saat(request.dueAt),
    ...girilen(request),
  }
}

/** An operation: CSV. */
export function harekat(operation: TruthOperation): XeRow {
  return {
    harekat_no: operation.key,
    kod_adi: operation.codename,
    tur: kod('operationKind', operation.kind),
    asama: kod('operationState', operation.state),
    amac: operation.purpose,
    dayanak: operation.legalBasis,
    baslangic: operation.startsOn.replaceAll('-', ''),
    bitis: operation.endsOn.replaceAll('-', ''),
    taraflar: liste(
      operation.participants.map((one) => ({
        ulke: kod('country', one.bureau),
        rol: kod('role', one.role),
        bas: gun(one.from),
        son: gun(one.to),
      })),
    ),
    hedefler: liste(operation.targets.map(kayit)),
    suclar: kodlar('offence', operation.offenceFamilies),
    sonuc: operation.results,
    ...girilen(operation),
  }
}

function girilen(record: Entered) {
  return {
    gizlilik: kod('confidentiality', record.confidentiality),
    kosul: record.handlingCode,
    kayit_zamani: saat(record.recordedAt),
    degisiklik: saat(record.updatedAt),
  }
}
