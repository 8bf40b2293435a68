import type {
  BureauTruth,
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

/** XC's nodes, by the plural of their type. */
export interface XcData {
  readonly sujetos: readonly XcNode[]
  readonly requisitorias: readonly XcNode[]
  readonly cooperaciones: readonly XcNode[]
  readonly operativos: readonly XcNode[]
}

/** A node with the key it is known by. */
export type XcNode = Readonly<Record<string, unknown>> & { readonly clave: string }

const code = (table: CodeTable, value: string | null) => codeOrNull(table, value, 'XC')
const pais = (country: string | null) => codeOrNull('country', country, 'XC')
const lugar = (place: TruthPlace | null) => (place === null ? null : { localidad: place.name, pais: pais(place.country) })
const referencia = ({ bureau, key }: TruthRef) => ({ pais: pais(bureau), clave: key })
const segundos = (instant: string | null) => (instant === null ? null : Date.parse(instant) / 1000)

/** `AAAAMMDD`, or as much of it as is known. */
function dia(day: string | null): string | null {
  return day === null ? null : day.replace('~', '').replaceAll('-', '')
}

/** Everything that XC's system holds. */
export function nodesOfXc({ persons, notices, requests, operations }: BureauTruth): XcData {
  return {
    sujetos: persons.map(sujeto),
    requisitorias: notices.map(requisitoria),
    cooperaciones: requests.map(cooperacion),
    operativos: operations.map(operativo),
  }
}

function sujeto(person: TruthPerson): XcNode {
  return {
    clave: person.key,
    condicion: code('status', person.status),
    sexo: code('sex', person.sex),
    nombres: person.names.map((name) => ({
      tipo: code('nameKind', name.kind),
      apellidos: name.family,
      nombresDePila: name.given,
      patronimico: name.patronymic,
      grafiaOriginal: name.originalScript,
      fiabilidad: code('quality', name.quality),
    })),
    nacimiento: dia(person.birthDate),
    nacimientoAproximado: person.birthDate?.endsWith('~') === true,
    lugarNacimiento: lugar(person.birthPlace),
    fallecimiento: dia(person.deathDate),
    nacionalidades: person.nationalities.map(({ country, confirmed }) => ({ pais: pais(country), confirmada: confirmed })),
    documentos: person.documents.map((paper) => ({
      clase: code('documentKind', paper.kind),
      numero: paper.number,
      pais: pais(paper.issuingCountry),
      estado: code('documentStatus', paper.status),
      expedido: dia(paper.issuedOn),
      vence: dia(paper.expiresOn),
    })),
    estaturaPulgadas: inUnits(person.heightCm, 2.54),
    pesoLibras: inUnits(person.weightKg, 0.45359237),
    ojos: code('colour', person.eyes),
    cabello: code('colour', person.hair),
    complexion: person.build,
    senas: person.marks,
    domicilios: person.addresses.map((address) => ({
      via: address.street,
      codigoPostal: address.postalCode,
      localidad: address.city,
      pais: pais(address.country),
    })),
    progenitores: person.parents.map((parent) => ({
      parentesco: code('relation', parent.relation),
      apellidos: parent.family,
      nombresDePila: parent.given,
    })),
    contactos: person.contacts.map((contact) => ({ medio: code('contactKind', contact.kind), valor: contact.value })),
    idiomas: person.languages,
    ocupacion: person.occupation,
    advertencias: codesOf('warning', person.warnings, 'XC'),
    protecciones: codesOf('protectedClass', person.protectedClasses, 'XC'),
    paisesExcluidos: codesOf('country', person.excludedCountries, 'XC'),
    situacionLegal: person.legalSituation,
    notas: person.remarks,
    caducaEl: dia(person.expiresOn),
    ...entered(person),
  }
}

/** To a thousandth, so that the whole centimetre or kilogram comes back. */
function inUnits(value: number | null, unit: number): number | null {
  return value === null ? null : Math.round((value / unit) * 1000) / 1000
}

function requisitoria(notice: TruthNotice): XcNode {
  const { object, body, threat, modusOperandi: modus, entity } = notice
  return {
    clave: notice.key,
    clase: code('noticeKind', notice.kind),
    numero: notice.number,
    situacion: code('noticeState', notice.state),
    formato: code('noticeForm', notice.form),
    medidas: codesOf('action', notice.actionRequested, 'XC'),
    sujeto: notice.subject,
    objetos:
      object === null
        ? []
        : [
            {
              clase: code('objectKind', object.kind),
              descripcion: object.description,
              identificador: object.identifier,
              marca: object.make,
              modelo: object.model,
              anio: object.year,
              pais: pais(object.country),
            },
          ],
    cadaver:
      body === null
        ? null
        : {
            hallado: dia(body.foundOn),
            lugar: lugar(body.foundAt),
            sexo: codeOf('sex', body.sex, 'XC'),
            edadMinima: body.ageMin,
            edadMaxima: body.ageMax,
            descripcion: body.description,
          },
    amenaza: threat === null ? null : { origen: code('threatKind', threat.kind), inminencia: threat.imminence, consejo: threat.advice },
    modoDeOperar:
      modus === null
        ? null
        : {
            delito: code('offence', modus.family),
            descripcion: modus.description,
            herramientas: modus.tools,
            ocultacion: modus.concealment,
          },
    entidad: entity === null ? null : { denominacion: entity.name, pais: pais(entity.country), actividad: entity.activity },
    autoridad: notice.requestingAuthority,
    ordenes: notice.warrants.map((warrant) => ({
      tipo: code('warrantKind', warrant.kind),
      autoridad: warrant.issuingAuthority,
      pais: pais(warrant.country),
      referencia: warrant.reference,
      fecha: dia(warrant.issuedOn),
      judicial: warrant.judicial,
      cargo: warrant.charge,
      penaMaximaMeses: warrant.maxPenaltyMonths,
      penaImpuestaMeses: warrant.sentenceMonths,
    })),
    delitos: notice.offences.map(delito),
    hechos: notice.summary,
    fechaHechos: dia(notice.eventDate),
    lugarHechos: lugar(notice.eventPlace),
    revision: code('review', notice.review),
    destinatarios: notice.recipients.length === 0 ? null : codesOf('country', notice.recipients, 'XC'),
    referenciaONU: notice.unReference,
    emitida: dia(notice.issuedOn),
    caduca: dia(notice.expiresOn),
    ...entered(notice),
  }
}

function delito(offence: TruthOffence) {
  return {
    familia: code('offence', offence.family),
    cargo: offence.charge,
    norma: offence.law,
    fecha: dia(offence.from),
    lugar: lugar(offence.place),
  }
}

function cooperacion(request: TruthRequest): XcNode {
  return {
    clave: request.key,
    referencia: request.reference,
    clase: code('requestKind', request.kind),
    situacion: code('requestState', request.state),
    urgencia: code('urgency', request.urgency),
    finalidad: code('purpose', request.purpose),
    paisesRequeridos: codesOf('country', request.requestedBureaus, 'XC'),
    autoridad: request.requestingAuthority,
    consulta: request.question,
    hechos: request.facts,
    motivacion: request.justification,
    fundamento: request.legalBasis,
    delitos: request.offences.map(delito),
    personas: request.subjects.map(referencia),
    requisitoria: request.notice === null ? null : referencia(request.notice),
    operativo: request.operation === null ? null : referencia(request.operation),
    respuestas: request.responses.map((one) => ({
      pais: pais(one.bureau),
      clase: code('responseKind', one.kind),
      texto: one.text,
      recibida: segundos(one.answeredAt),
    })),
    enviada: segundos(request.sentAt),
    vence: segundos(request.dueAt),
    ...entered(request),
  }
}

function operativo(operation: TruthOperation): XcNode {
  return {
    clave: operation.key,
    nombreClave: operation.codename,
    clase: code('operationKind', operation.kind),
    situacion: code('operationState', operation.state),
    finalidad: operation.purpose,
    fundamento: operation.legalBasis,
    inicio: dia(operation.startsOn),
    fin: dia(operation.endsOn),
    integrantes: operation.participants.map((one) => ({
      pais: pais(one.bureau),
      papel: code('role', one.role),
      desde: dia(one.from),
      hasta: dia(one.to),
    })),
    blancos: operation.targets.map(referencia),
    delitos: codesOf('offence', operation.offenceFamilies, 'XC'),
    balance: operation.results,
    ...entered(operation),
  }
}

function entered(record: Entered) {
  return {
    reserva: { grado: code('confidentiality', record.confidentiality), codigo: record.handlingCode },
    registrado: segundos(record.recordedAt),
    modificado: segundos(record.updatedAt),
  }
}
