import type { TruthNotice, TruthOffence, TruthOperation, TruthRef, TruthRequest } from '../../generate/truth.ts'
import { type Table, tableOf } from '../table.ts'
import { cod, data, enteredRow, juntos, sim } from './personTables.ts'

const alvo = ({ bureau, key }: TruthRef) => ({ pais: cod('country', bureau), numero: key })
const segundos = (instant: string | null) => (instant === null ? null : Date.parse(instant) / 1000)
/** `aaaa/MM/dd`. */
const dia = (day: string) => day.replaceAll('-', '/')

/** XD's register of notices. */
export function noticeTables(notices: readonly TruthNotice[]): Table[] {
  return [
    tableOf(
      'TB_DIFUSAO',
      notices.map((notice) => ({ ...noticeRow(notice), ...thingsRow(notice) })),
    ),
    tableOf(
      'TB_MANDADO',
      notices.flatMap(({ key, warrants }) =>
        warrants.map((warrant, i) => ({
          nr_difusao: key,
          seq: i + 1,
          tipo: cod('warrantKind', warrant.kind),
          autoridade: warrant.issuingAuthority,
          pais: cod('country', warrant.country),
          referencia: warrant.reference,
          data: data(warrant.issuedOn),
          judicial: sim(warrant.judicial),
          imputacao: warrant.charge,
          pena_max_anos: warrant.maxPenaltyMonths / 12,
          pena_meses: warrant.sentenceMonths,
        })),
      ),
    ),
  ]
}

function noticeRow(notice: TruthNotice) {
  return {
    nr_difusao: notice.key,
    tipo: cod('noticeKind', notice.kind),
    nr_publico: notice.number,
    situacao: cod('noticeState', notice.state),
    forma: cod('noticeForm', notice.form),
    medidas: juntos('action', notice.actionRequested),
    cod_individuo: notice.subject,
    entidade_req: notice.requestingAuthority,
    resumo: notice.summary,
    dt_facto: data(notice.eventDate),
    local_facto: notice.eventPlace?.name ?? null,
    pais_facto: cod('country', notice.eventPlace?.country ?? null),
    analise: cod('review', notice.review),
    destinos: juntos('country', notice.recipients),
    ref_onu: notice.unReference,
    ...enteredRow(notice),
    dt_emissao: dia(notice.issuedOn),
    dt_validade: dia(notice.expiresOn),
  }
}

/** A column for everything a notice can be about: small agencies have wide tables. */
function thingsRow({ object, body, threat, modusOperandi: modus, entity }: TruthNotice) {
  return {
    obj_tipo: cod('objectKind', object?.kind ?? null),
    obj_descricao: object?.description ?? null,
    obj_numero: object?.identifier ?? null,
    obj_marca: object?.make ?? null,
    obj_modelo: object?.model ?? null,
    obj_ano: object?.year ?? null,
    obj_pais: cod('country', object?.country ?? null),
    cad_data: data(body?.foundOn ?? null),
    cad_local: body?.foundAt.name ?? null,
    cad_pais: cod('country', body?.foundAt.country ?? null),
    cad_sexo: cod('sex', body?.sex ?? null),
    cad_idade_min: body?.ageMin ?? null,
    cad_idade_max: body?.ageMax ?? null,
    cad_descricao: body?.description ?? null,
    ame_origem: cod('threatKind', threat?.kind ?? null),
    ame_prazo: threat?.imminence ?? null,
    ame_conselho: threat?.advice ?? null,
    met_delito: cod('offence', modus?.family ?? null),
    met_descricao: modus?.description ?? null,
    met_meios: modus === null ? null : modus.tools.join(';'),
    met_ocultacao: modus?.concealment ?? null,
    emp_nome: entity?.name ?? null,
    emp_pais: cod('country', entity?.country ?? null),
    emp_ramo: entity?.activity ?? null,
  }
}

/** Offences of notices (by their number) and requests (`P` and number). */
export function offenceTable(notices: readonly TruthNotice[], requests: readonly TruthRequest[]): Table {
  const rows = (processo: string, offences: readonly TruthOffence[]) =>
    offences.map((offence, i) => ({
      processo,
      seq: i + 1,
      familia: cod('offence', offence.family),
      imputacao: offence.charge,
      norma: offence.law,
      dt_facto: data(offence.from),
      localidade: offence.place.name,
      pais: cod('country', offence.place.country),
    }))
  return tableOf('TB_DELITO', [
    ...notices.flatMap((n) => rows(n.key, n.offences)),
    ...requests.flatMap((r) => rows(`P${r.key}`, r.offences)),
  ])
}

/** XD's book of requests that it sent. */
export function requestTables(requests: readonly TruthRequest[]): Table[] {
  const main = requests.map((request) => ({
    nr_pedido: request.key,
    processo: `P${request.key}`,
    referencia: request.reference,
    tipo: cod('requestKind', request.kind),
    situacao: cod('requestState', request.state),
    urgencia: cod('urgency', request.urgency),
    fim: cod('purpose', request.purpose),
    requeridos: juntos('country', request.requestedBureaus),
    entidade_req: request.requestingAuthority,
    pergunta: request.question,
    factos: request.facts,
    motivo: request.justification,
    base_legal: request.legalBasis,
    dif_pais: cod('country', request.notice?.bureau ?? null),
    dif_numero: request.notice?.key ?? null,
    op_pais: cod('country', request.operation?.bureau ?? null),
    op_numero: request.operation?.key ?? null,
    dt_envio: segundos(request.sentAt),
    dt_limite: segundos(request.dueAt),
    ...enteredRow(request),
  }))
  return [
    tableOf('TB_PEDIDO', main),
    tableOf(
      'TB_PEDIDO_PESSOA',
      requests.flatMap(({ key, subjects }) => subjects.map((subject) => ({ nr_pedido: key, ...alvo(subject) }))),
    ),
    tableOf(
      'TB_RESPOSTA',
      requests.flatMap(({ key, responses }) =>
        responses.map((one) => ({
          nr_pedido: key,
          pais: cod('country', one.bureau),
          tipo: cod('responseKind', one.kind),
          texto: one.text,
          dt_resposta: segundos(one.answeredAt),
        })),
      ),
    ),
  ]
}

/** XD's register of operations. */
export function operationTables(operations: readonly TruthOperation[]): Table[] {
  const main = operations.map((operation) => ({
    nr_operacao: operation.key,
    nome_codigo: operation.codename,
    tipo: cod('operationKind', operation.kind),
    situacao: cod('operationState', operation.state),
    objetivo: operation.purpose,
    base_legal: operation.legalBasis,
    inicio: dia(operation.startsOn),
    fim: dia(operation.endsOn),
    delitos: juntos('offence', operation.offenceFamilies),
    balanco: operation.results,
    ...enteredRow(operation),
  }))
  return [
    tableOf('TB_OPERACAO', main),
    tableOf(
      'TB_OPERACAO_PARTE',
      operations.flatMap(({ key, participants }) =>
        participants.map((one) => ({
          nr_operacao: key,
          pais: cod('country', one.bureau),
          papel: cod('role', one.role),
          desde: data(one.from),
          ate: data(one.to),
        })),
      ),
    ),
    tableOf(
      'TB_OPERACAO_ALVO',
      operations.flatMap(({ key, targets }) => targets.map((target) => ({ nr_operacao: key, ...alvo(target) }))),
    ),
  ]
}
