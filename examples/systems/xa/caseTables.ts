import type { TruthNotice, TruthOffence, TruthOperation, TruthRef, TruthRequest } from '../../generate/truth.ts'
import { codeOf, codeOrNull, codesOf } from '../codes.ts'
import { type Table, tableOf } from '../table.ts'
import { compactDay, enteredRow } from './personTables.ts'

const land = (country: string) => codeOf('country', country, 'XA')

/** XA's register of notices. */
export function noticeTables(notices: readonly TruthNotice[]): Table[] {
  return [
    tableOf('ausschreibungen', notices.map(noticeRow)),
    tableOf(
      'haftbefehle',
      notices.flatMap((notice) =>
        notice.warrants.map((warrant, i) => ({
          aus_nr: Number(notice.key),
          lfd: i + 1,
          hb_art: codeOf('warrantKind', warrant.kind, 'XA'),
          behoerde: warrant.issuingAuthority,
          land: land(warrant.country),
          aktenzeichen: warrant.reference,
          datum: warrant.issuedOn,
          richterlich: warrant.judicial,
          tatvorwurf: warrant.charge,
          hoechststrafe_monate: warrant.maxPenaltyMonths,
          strafe_monate: warrant.sentenceMonths,
        })),
      ),
    ),
    tableOf(
      'sachen',
      notices.flatMap(({ key, object }) =>
        object === null
          ? []
          : [
              {
                aus_nr: Number(key),
                art: codeOf('objectKind', object.kind, 'XA'),
                beschreibung: object.description,
                kennung: object.identifier,
                hersteller: object.make,
                modell: object.model,
                baujahr: object.year,
                land: land(object.country),
              },
            ],
      ),
    ),
  ]
}

function noticeRow(notice: TruthNotice) {
  const { body, threat, modusOperandi: modus, entity } = notice
  return {
    aus_nr: Number(notice.key),
    vorgang: `A${notice.key}`,
    farbe: codeOf('noticeKind', notice.kind, 'XA'),
    oeffentl_nr: notice.number,
    stand: codeOf('noticeState', notice.state, 'XA'),
    form: codeOf('noticeForm', notice.form, 'XA'),
    massnahmen: codesOf('action', notice.actionRequested, 'XA'),
    pers_nr: notice.subject === null ? null : Number(notice.subject),
    behoerde: notice.requestingAuthority,
    sachverhalt: notice.summary,
    ereignis_datum: notice.eventDate === null ? null : compactDay(notice.eventDate),
    ereignis_ort: notice.eventPlace?.name ?? null,
    ereignis_land: codeOrNull('country', notice.eventPlace?.country ?? null, 'XA'),
    pruefung: codeOf('review', notice.review, 'XA'),
    empfaenger: notice.recipients.length === 0 ? null : codesOf('country', notice.recipients, 'XA'),
    un_nr: notice.unReference,
    leiche_gefunden: body?.foundOn ?? null,
    leiche_ort: body?.foundAt.name ?? null,
    leiche_land: codeOrNull('country', body?.foundAt.country ?? null, 'XA'),
    leiche_geschlecht: codeOrNull('sex', body?.sex ?? null, 'XA'),
    leiche_alter_von: body?.ageMin ?? null,
    leiche_alter_bis: body?.ageMax ?? null,
    leiche_beschreibung: body?.description ?? null,
    gefahr_art: codeOrNull('threatKind', threat?.kind ?? null, 'XA'),
    gefahr_naehe: threat?.imminence ?? null,
    gefahr_hinweis: threat?.advice ?? null,
    begehung_delikt: codeOrNull('offence', modus?.family ?? null, 'XA'),
    begehung_text: modus?.description ?? null,
    begehung_mittel: modus?.tools ?? null,
    begehung_versteck: modus?.concealment ?? null,
    firma: entity?.name ?? null,
    firma_land: codeOrNull('country', entity?.country ?? null, 'XA'),
    firma_zweck: entity?.activity ?? null,
    ...enteredRow(notice),
    ausgestellt_am: notice.issuedOn,
    gueltig_bis: notice.expiresOn,
  }
}

/** Offences of notices (`A...`) and requests (`E...`) in one table, as agencies do. */
export function offenceTable(notices: readonly TruthNotice[], requests: readonly TruthRequest[]): Table {
  const rows = (vorgang: string, offences: readonly TruthOffence[]) =>
    offences.map((offence, i) => ({
      vorgang,
      lfd: i + 1,
      deliktsgruppe: codeOf('offence', offence.family, 'XA'),
      tatvorwurf: offence.charge,
      vorschrift: offence.law,
      tatzeit: compactDay(offence.from),
      ort: offence.place.name,
      land: land(offence.place.country),
    }))
  return tableOf('straftaten', [
    ...notices.flatMap((n) => rows(`A${n.key}`, n.offences)),
    ...requests.flatMap((r) => rows(`E${r.key}`, r.offences)),
  ])
}

/** XA's register of operations. */
export function operationTables(operations: readonly TruthOperation[]): Table[] {
  const main = operations.map((operation) => ({
    ein_nr: Number(operation.key),
    deckname: operation.codename,
    art: codeOf('operationKind', operation.kind, 'XA'),
    stand: codeOf('operationState', operation.state, 'XA'),
    zweck: operation.purpose,
    grundlage: operation.legalBasis,
    beginn: operation.startsOn,
    ende: operation.endsOn,
    deliktsgruppen: codesOf('offence', operation.offenceFamilies, 'XA'),
    ergebnis: operation.results,
    ...enteredRow(operation),
  }))
  return [
    tableOf('einsaetze', main),
    tableOf(
      'einsatz_partner',
      operations.flatMap(({ key, participants }) =>
        participants.map((one) => ({
          ein_nr: Number(key),
          land: land(one.bureau),
          rolle: codeOf('role', one.role, 'XA'),
          von: one.from,
          bis: one.to,
        })),
      ),
    ),
    tableOf(
      'einsatz_ziele',
      operations.flatMap(({ key, targets }) => targets.map((target) => ({ ein_nr: Number(key), ...refRow(target) }))),
    ),
  ]
}

/** XA's journal of requests that it sent. */
export function requestTables(requests: readonly TruthRequest[]): Table[] {
  const main = requests.map((request) => ({
    ers_nr: Number(request.key),
    vorgang: `E${request.key}`,
    zeichen: request.reference,
    art: codeOf('requestKind', request.kind, 'XA'),
    stand: codeOf('requestState', request.state, 'XA'),
    dringlichkeit: codeOf('urgency', request.urgency, 'XA'),
    zweck: codeOf('purpose', request.purpose, 'XA'),
    behoerde: request.requestingAuthority,
    frage: request.question,
    sachverhalt: request.facts,
    begruendung: request.justification,
    grundlage: request.legalBasis,
    bezug_land: codeOrNull('country', request.notice?.bureau ?? null, 'XA'),
    bezug_ausschreibung: request.notice?.key ?? null,
    einsatz_land: codeOrNull('country', request.operation?.bureau ?? null, 'XA'),
    einsatz_nr: request.operation?.key ?? null,
    gesendet_am: request.sentAt,
    faellig_am: request.dueAt,
    ...enteredRow(request),
  }))
  return [
    tableOf('ersuchen', main),
    tableOf(
      'ersuchen_an',
      requests.flatMap(({ key, requestedBureaus }) => requestedBureaus.map((code) => ({ ers_nr: Number(key), land: land(code) }))),
    ),
    tableOf(
      'ersuchen_personen',
      requests.flatMap(({ key, subjects }) => subjects.map((subject) => ({ ers_nr: Number(key), ...refRow(subject) }))),
    ),
    tableOf(
      'ersuchen_antworten',
      requests.flatMap(({ key, responses }) =>
        responses.map((one) => ({
          ers_nr: Number(key),
          land: land(one.bureau),
          art: codeOf('responseKind', one.kind, 'XA'),
          antwort: one.text,
          eingegangen_am: one.answeredAt,
        })),
      ),
    ),
  ]
}

function refRow({ bureau, key }: TruthRef) {
  return { land: land(bureau), schluessel: key }
}
