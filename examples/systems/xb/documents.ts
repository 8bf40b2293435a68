import { formatDay } from '../../generate/days.ts'
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

/** XB's documents, by resource: what its interface answers. */
export interface XbData {
  readonly personnes: readonly XbDocument[]
  readonly avis: readonly XbDocument[]
  readonly commissions: readonly XbDocument[]
  readonly operations: readonly XbDocument[]
}

/** A document as it travels. */
export type XbDocument = Readonly<Record<string, unknown>> & { readonly id: string }

const code = (table: CodeTable, value: string | null) => codeOrNull(table, value, 'XB')
const pays = (country: string | null) => codeOrNull('country', country, 'XB')
/** `JJ/MM/AAAA`; unknown parts are 00. */
const jour = (day: string | null) => (day === null ? null : formatDay(day.replace('~', ''), 'dd/MM/yyyy'))
const lieu = (place: TruthPlace | null) => (place === null ? null : { commune: place.name, pays: pays(place.country) })
const renvoi = ({ bureau, key }: TruthRef) => ({ pays: pays(bureau), ref: key })

/** Everything that XB's system holds. */
export function documentsOfXb({ persons, notices, requests, operations }: BureauTruth): XbData {
  return {
    personnes: persons.map(personne),
    avis: notices.map(avis),
    commissions: requests.map(commission),
    operations: operations.map(operation),
  }
}

function personne(person: TruthPerson): XbDocument {
  return {
    id: person.key,
    qualite: code('status', person.status),
    etatCivil: {
      sexe: Number(codeOf('sex', person.sex, 'XB')),
      naissance: { date: jour(person.birthDate), environ: person.birthDate?.endsWith('~') === true, ...(lieu(person.birthPlace) ?? {}) },
      deces: jour(person.deathDate),
    },
    noms: person.names.map((name) => ({
      genre: code('nameKind', name.kind),
      nom: name.family,
      prenoms: name.given,
      patronyme: name.patronymic,
      graphie: name.originalScript,
      fiabilite: code('quality', name.quality),
    })),
    nationalites: person.nationalities.map(({ country, confirmed }) => ({ pays: pays(country), verifiee: confirmed })),
    pieces: person.documents.map((paper) => ({
      nature: code('documentKind', paper.kind),
      numero: paper.number,
      pays: pays(paper.issuingCountry),
      etat: code('documentStatus', paper.status),
      delivrance: jour(paper.issuedOn),
      echeance: jour(paper.expiresOn),
    })),
    signalement:
      person.heightCm === null
        ? null
        : {
            tailleM: person.heightCm / 100,
            poidsKg: person.weightKg,
            yeux: code('colour', person.eyes),
            cheveux: code('colour', person.hair),
            corpulence: person.build,
            signes: person.marks,
          },
    adresses: person.addresses.map((address) => ({
      voie: address.street,
      codePostal: address.postalCode,
      commune: address.city,
      pays: pays(address.country),
    })),
    filiation: person.parents.map((parent) => ({ lien: code('relation', parent.relation), nom: parent.family, prenoms: parent.given })),
    coordonnees: person.contacts.map((contact) => ({ type: code('contactKind', contact.kind), valeur: contact.value })),
    langues: person.languages,
    profession: person.occupation,
    alertes: codesOf('warning', person.warnings, 'XB'),
    protection: codesOf('protectedClass', person.protectedClasses, 'XB'),
    paysExclus: codesOf('country', person.excludedCountries, 'XB'),
    situationPenale: person.legalSituation,
    observations: person.remarks,
    conservationJusquAu: person.expiresOn,
    ...suivi(person),
  }
}

function avis(notice: TruthNotice): XbDocument {
  const { object, body, threat, modusOperandi: modus, entity } = notice
  return {
    id: notice.key,
    nature: code('noticeKind', notice.kind),
    numero: notice.number,
    statut: code('noticeState', notice.state),
    forme: code('noticeForm', notice.form),
    conduite: codesOf('action', notice.actionRequested, 'XB'),
    personne: notice.subject,
    objets:
      object === null
        ? []
        : [
            {
              type: code('objectKind', object.kind),
              description: object.description,
              numero: object.identifier,
              marque: object.make,
              modele: object.model,
              annee: object.year,
              pays: pays(object.country),
            },
          ],
    corps:
      body === null
        ? null
        : {
            decouvertLe: jour(body.foundOn),
            lieu: lieu(body.foundAt),
            sexe: Number(codeOf('sex', body.sex, 'XB')),
            ageMin: body.ageMin,
            ageMax: body.ageMax,
            description: body.description,
          },
    menace: threat === null ? null : { origine: code('threatKind', threat.kind), echeance: threat.imminence, conseil: threat.advice },
    modeOperatoire:
      modus === null
        ? null
        : { infraction: code('offence', modus.family), description: modus.description, outils: modus.tools, cachette: modus.concealment },
    entite: entity === null ? null : { denomination: entity.name, pays: pays(entity.country), activite: entity.activity },
    autorite: notice.requestingAuthority,
    titres: notice.warrants.map((warrant) => ({
      type: code('warrantKind', warrant.kind),
      autorite: warrant.issuingAuthority,
      pays: pays(warrant.country),
      reference: warrant.reference,
      date: jour(warrant.issuedOn),
      judiciaire: warrant.judicial ? 'O' : 'N',
      qualification: warrant.charge,
      peineEncourueAnnees: warrant.maxPenaltyMonths / 12,
      peinePrononceeMois: warrant.sentenceMonths,
    })),
    infractions: notice.offences.map(infraction),
    expose: notice.summary,
    dateFaits: jour(notice.eventDate),
    lieuFaits: lieu(notice.eventPlace),
    controle: code('review', notice.review),
    destinataires: notice.recipients.length === 0 ? null : codesOf('country', notice.recipients, 'XB'),
    refOnu: notice.unReference,
    dateEmission: notice.issuedOn,
    dateExpiration: notice.expiresOn,
    ...suivi(notice),
  }
}

function infraction(offence: TruthOffence) {
  return {
    natinf: code('offence', offence.family),
    qualification: offence.charge,
    article: offence.law,
    date: jour(offence.from),
    lieu: lieu(offence.place),
  }
}

function commission(request: TruthRequest): XbDocument {
  return {
    id: request.key,
    reference: request.reference,
    objet: code('requestKind', request.kind),
    statut: code('requestState', request.state),
    urgence: code('urgency', request.urgency),
    finalite: code('purpose', request.purpose),
    paysRequis: codesOf('country', request.requestedBureaus, 'XB'),
    autorite: request.requestingAuthority,
    demande: request.question,
    expose: request.facts,
    motivation: request.justification,
    fondement: request.legalBasis,
    infractions: request.offences.map(infraction),
    personnes: request.subjects.map(renvoi),
    avis: request.notice === null ? null : renvoi(request.notice),
    operation: request.operation === null ? null : renvoi(request.operation),
    reponses: request.responses.map((one) => ({
      pays: pays(one.bureau),
      sens: code('responseKind', one.kind),
      texte: one.text,
      recueLe: one.answeredAt,
    })),
    dateEnvoi: request.sentAt,
    dateLimite: request.dueAt,
    ...suivi(request),
  }
}

function operation(record: TruthOperation): XbDocument {
  return {
    id: record.key,
    nomDeCode: record.codename,
    type: code('operationKind', record.kind),
    statut: code('operationState', record.state),
    but: record.purpose,
    fondement: record.legalBasis,
    debut: record.startsOn,
    fin: record.endsOn,
    partenaires: record.participants.map((one) => ({ pays: pays(one.bureau), role: code('role', one.role), du: one.from, au: one.to })),
    cibles: record.targets.map(renvoi),
    infractions: codesOf('offence', record.offenceFamilies, 'XB'),
    bilan: record.results,
    ...suivi(record),
  }
}

function suivi(record: Entered) {
  return {
    diffusion: { niveau: code('confidentiality', record.confidentiality), reserve: record.handlingCode },
    dateSaisie: record.recordedAt,
    dateModification: record.updatedAt,
  }
}
