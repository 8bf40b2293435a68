/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What recipients are asked to do. */
export type ActionRequested =
  /** Collect information. */
  | 'COLLECT_INFORMATION'
  /** Check discreetly. */
  | 'DISCREET_CHECK'
  /** Identify. */
  | 'IDENTIFY'
  /** Check and question. */
  | 'INQUIRY_CHECK'
  /** Locate. */
  | 'LOCATE'
  /** Locate and arrest. */
  | 'LOCATE_AND_ARREST'
  /** Prevent from travelling. */
  | 'PREVENT_TRAVEL'
  /** Apply sanctions. */
  | 'SANCTIONS_NOTICE'
  /** Seize the object. */
  | 'SEIZE_OBJECT'
  /** Search. */
  | 'SPECIFIC_CHECK'
  /** Trace assets. */
  | 'TRACE_ASSETS'
  /** Be warned. */
  | 'WARN';

/** Which alerts. All that is given must hold; nothing means every alert. */
export type AlertFilter = {
  /** Of these kinds. */
  readonly kinds?: ReadonlyArray<AlertKind> | null | undefined;
  /** Of these bureaus. */
  readonly owners?: ReadonlyArray<string> | null | undefined;
  /** About records of these sorts. */
  readonly recordTypes?: ReadonlyArray<AlertRecordType> | null | undefined;
  /** About these records. */
  readonly records?: ReadonlyArray<string | number> | null | undefined;
  /** Of these watches. */
  readonly watches?: ReadonlyArray<string | number> | null | undefined;
};

/** What an alert says. */
export type AlertKind =
  /** The caller sees a record otherwise than before. */
  | 'CHANGED'
  /** The caller's desk was told something else: of a request, a notice or an emergency access. For its desk and those who watch over it, as `deskEntries`. */
  | 'DESK'
  /** Another bureau's question came upon records of the caller's own, or what was put on record is unusual: the desk was told. For its desk and those who watch over it, as `deskEntries`. */
  | 'HIT'
  /** The caller may see a record that was not there before. */
  | 'NEW'
  /** A record has come to match a watch of the caller's. */
  | 'WATCH_MATCH'
  /** The record is gone, or the caller may no longer see it; the two are told alike. */
  | 'WITHDRAWN';

/** Sorts of records that alerts are about. */
export type AlertRecordType =
  /** A request for assistance. */
  | 'ASSISTANCE_REQUEST'
  /** A notice or diffusion. */
  | 'NOTICE'
  /** A joint operation. */
  | 'OPERATION'
  /** A person of interest. */
  | 'PERSON';

/** Whether a bureau takes part. */
export type BureauStatus =
  /** Its files have errors and the hub was told to start without it. */
  | 'BROKEN'
  /** Its file says that it takes no part for now: it is not asked, and its policy stays in force. */
  | 'DRAINED'
  /** It is no member any more. Only what was written down before names it. */
  | 'LEFT'
  /** It is asked. */
  | 'READY';

/** Obligations that travel with a disclosure. */
export type ConditionOfUse =
  /** The subject must not learn of it. */
  | 'DO_NOT_ALERT_SUBJECT'
  /** A person, not a machine, decides on it. */
  | 'HUMAN_REVIEW_REQUIRED'
  /** Not as evidence in court. */
  | 'NOT_IN_COURT'
  /** Not where the death penalty may follow. */
  | 'NO_DEATH_PENALTY_CASE'
  /** Not passed on to others. */
  | 'NO_ONWARD'
  /** Not made public. */
  | 'NO_PUBLIC'
  /** Only for the offence it was given for. */
  | 'SPECIALITY'
  /** Confirm with the owner before acting (RPD Art. 63). */
  | 'VERIFY_WITH_SOURCE_BEFORE_ACTION';

/** Ordered levels of confidentiality. */
export type Confidentiality =
  /** Confidential. */
  | 'CONFIDENTIAL'
  /** For official use only; the default. */
  | 'FOR_OFFICIAL_USE_ONLY'
  /** Restricted. */
  | 'RESTRICTED';

/** Conditions on a country or organisation code. */
export type CountryCodeFilter = {
  /** Equal to. */
  readonly eq?: string | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on a calendar day. */
export type DateFilter = {
  /** On this day. */
  readonly eq?: string | null | undefined;
  /** On or after. */
  readonly gte?: string | null | undefined;
  /** On one of these days. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** On or before. */
  readonly lte?: string | null | undefined;
};

/** Conditions on an instant. */
export type DateTimeFilter = {
  /** At or after. */
  readonly gte?: string | null | undefined;
  /** At or before. */
  readonly lte?: string | null | undefined;
};

/** Why a field is below full. Follows from what the caller knows already, never from stored values. */
export type DisclosureReason =
  /** An agreement would be needed, or does not cover it. */
  | 'AGREEMENT'
  /** The owner shares a coarser value. */
  | 'GENERALISED'
  /** The owner shares its shape only. */
  | 'MASKED'
  /** The owner does not share it with this caller. */
  | 'NOT_SHARED'
  /** The owner shares it for other purposes. */
  | 'PURPOSE'
  /** The owner shares it with other roles or clearances. */
  | 'ROLE';

/** Sorts of documents. */
export type DocumentKind =
  /** Driving licence. */
  | 'DRIVING_LICENCE'
  /** National identity card. */
  | 'ID_CARD'
  /** Another document. */
  | 'OTHER'
  /** Passport. */
  | 'PASSPORT'
  /** Residence permit. */
  | 'RESIDENCE_PERMIT'
  /** Visa. */
  | 'VISA';

/** Conditions on a sort of document. */
export type DocumentKindFilter = {
  /** Equal to. */
  readonly eq?: DocumentKind | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<DocumentKind> | null | undefined;
};

/** Status of a document. */
export type DocumentStatus =
  /** Invalid for another reason. */
  | 'INVALID'
  /** Lost. */
  | 'LOST'
  /** Revoked. */
  | 'REVOKED'
  /** Stolen. */
  | 'STOLEN'
  /** Stolen before it was made out. */
  | 'STOLEN_BLANK'
  /** Valid. */
  | 'VALID';

/** Conditions on a document's status. */
export type DocumentStatusFilter = {
  /** Equal to. */
  readonly eq?: DocumentStatus | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<DocumentStatus> | null | undefined;
};

/** Conditions on an id. */
export type IdFilter = {
  /** Equal to. */
  readonly eq?: string | number | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<string | number> | null | undefined;
};

/** Conditions on one document. */
export type IdentityDocumentFilter = {
  /** Issuing country. */
  readonly issuingCountry?: CountryCodeFilter | null | undefined;
  /** Sort of document. */
  readonly kind?: DocumentKindFilter | null | undefined;
  /** Number. */
  readonly number?: StringFilter | null | undefined;
  /** Status. */
  readonly status?: DocumentStatusFilter | null | undefined;
};

/** How much of a field a caller learns. */
export type Level =
  /** The value as the owner holds it. */
  | 'FULL'
  /** A coarser value: the year instead of the day. */
  | 'GENERALISED'
  /** Its shape only: initials, or the last characters of a number. */
  | 'MASKED'
  /** Nothing; the field is null. */
  | 'NONE';

/** Sorts of names. */
export type NameKind =
  /** An alias. */
  | 'ALIAS'
  /** The name at birth. */
  | 'BIRTH'
  /** A former name. */
  | 'FORMER'
  /** Another's name that the person uses. */
  | 'MISUSED'
  /** The main name. */
  | 'PRIMARY';

/** Conditions on a sort of name. */
export type NameKindFilter = {
  /** Equal to. */
  readonly eq?: NameKind | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<NameKind> | null | undefined;
};

/** Conditions on one nationality. */
export type NationalityFilter = {
  /** The country. */
  readonly country?: CountryCodeFilter | null | undefined;
};

/** Conditions on notices. All that are given must hold; a withheld field satisfies none, and none under `not` either. */
export type NoticeFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<NoticeFilter> | null | undefined;
  /** Last day. */
  readonly expiresOn?: DateFilter | null | undefined;
  /** The record's id. */
  readonly id?: IdFilter | null | undefined;
  /** Day of issue. */
  readonly issuedOn?: DateFilter | null | undefined;
  /** Kind. */
  readonly kind?: NoticeKindFilter | null | undefined;
  /** This is known not to hold. */
  readonly not?: NoticeFilter | null | undefined;
  /** Public number. */
  readonly number?: StringFilter | null | undefined;
  /** At least one offence for which all of this holds. */
  readonly offences?: OffenceFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<NoticeFilter> | null | undefined;
  /** The owning bureau. */
  readonly owner?: CountryCodeFilter | null | undefined;
  /** Requesting authority. */
  readonly requestingAuthority?: StringFilter | null | undefined;
  /** State. */
  readonly state?: NoticeStateFilter | null | undefined;
  /** The person it is about. One level: a filter inside a filter of a link is refused. */
  readonly subject?: PersonFilter | null | undefined;
  /** Reference of the Security Council's committee. */
  readonly unReference?: StringFilter | null | undefined;
  /** When the record was last changed. */
  readonly updatedAt?: DateTimeFilter | null | undefined;
  /** At least one warrant for which all of this holds. */
  readonly warrants?: WarrantFilter | null | undefined;
};

/** Kinds of notices. */
export type NoticeKind =
  /** Identify a body. */
  | 'BLACK'
  /** Collect information on a person. */
  | 'BLUE'
  /** Warn of a person's criminal activity. */
  | 'GREEN'
  /** Warn of an imminent threat. */
  | 'ORANGE'
  /** Describe ways of committing offences. */
  | 'PURPLE'
  /** Locate and arrest, with a view to extradition. */
  | 'RED'
  /** Trace assets. */
  | 'SILVER'
  /** Stolen work of art. */
  | 'STOLEN_ART'
  /** Person or entity under United Nations Security Council sanctions. */
  | 'UNSC_SPECIAL'
  /** Find a missing person. */
  | 'YELLOW';

/** Conditions on a notice's kind. */
export type NoticeKindFilter = {
  /** Equal to. */
  readonly eq?: NoticeKind | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<NoticeKind> | null | undefined;
};

/** A sort key of notices. */
export type NoticeOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** The field to sort by. */
  readonly field: NoticeOrderField;
};

/** Fields that notices can be sorted by. */
export type NoticeOrderField =
  /** Last day. */
  | 'EXPIRES_ON'
  /** Day of issue. */
  | 'ISSUED_ON'
  /** When the record was entered. */
  | 'RECORDED_AT'
  /** When the record was last changed. */
  | 'UPDATED_AT';

/** States in the life of a notice. */
export type NoticeState =
  /** Cancelled by the Secretariat. */
  | 'CANCELLED'
  /** Being written. */
  | 'DRAFT'
  /** Past its last day. */
  | 'EXPIRED'
  /** Its aim was met. */
  | 'FULFILLED'
  /** The reviewer asked for more. */
  | 'INFO_REQUESTED'
  /** In force. */
  | 'PUBLISHED'
  /** Removed for good. */
  | 'PURGED'
  /** Refused. */
  | 'REFUSED'
  /** Handed in for review. */
  | 'SUBMITTED'
  /** Not to be acted upon for now. */
  | 'SUSPENDED'
  /** Under review. */
  | 'UNDER_REVIEW'
  /** Taken back by its owner. */
  | 'WITHDRAWN';

/** Conditions on a notice's state. */
export type NoticeStateFilter = {
  /** Equal to. */
  readonly eq?: NoticeState | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<NoticeState> | null | undefined;
};

/** Families of offences, after the United Nations' International Classification of Crime for Statistical Purposes (ICCS). */
export type OffenceFamily =
  /** Bodily harm. */
  | 'ASSAULT'
  /** Corruption. */
  | 'CORRUPTION'
  /** Cultural property. */
  | 'CULTURAL_PROPERTY'
  /** Offences against computer systems. */
  | 'CYBERCRIME'
  /** Drugs. */
  | 'DRUGS'
  /** Offences against the environment. */
  | 'ENVIRONMENT'
  /** Firearms and explosives. */
  | 'FIREARMS'
  /** Forgery and counterfeiting. */
  | 'FORGERY'
  /** Fraud. */
  | 'FRAUD'
  /** Homicide. */
  | 'HOMICIDE'
  /** Trafficking in persons, smuggling of migrants. */
  | 'HUMAN_TRAFFICKING'
  /** Genocide, crimes against humanity, war crimes. */
  | 'INTERNATIONAL_CRIME'
  /** Kidnapping, hostage taking. */
  | 'KIDNAPPING'
  /** Money laundering. */
  | 'MONEY_LAUNDERING'
  /** Organised crime. */
  | 'ORGANISED_CRIME'
  /** Another offence. */
  | 'OTHER'
  /** Robbery. */
  | 'ROBBERY'
  /** Sexual offences. */
  | 'SEXUAL_OFFENCE'
  /** Terrorism. */
  | 'TERRORISM'
  /** Theft and burglary. */
  | 'THEFT'
  /** Trafficking in vehicles. */
  | 'VEHICLE_CRIME';

/** Conditions on an offence's family. */
export type OffenceFamilyFilter = {
  /** Equal to. */
  readonly eq?: OffenceFamily | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<OffenceFamily> | null | undefined;
};

/** Conditions on one offence. */
export type OffenceFilter = {
  /** Family. */
  readonly family?: OffenceFamilyFilter | null | undefined;
};

/** Whether a record may be passed on. */
export type OnwardTransfer =
  /** Freely among members. */
  | 'ALLOWED'
  /** Never. */
  | 'PROHIBITED'
  /** With the owner's consent. */
  | 'WITH_CONSENT';

/** States of an operation. */
export type OperationState =
  /** In its days of action. */
  | 'ACTION_PHASE'
  /** Running. */
  | 'ACTIVE'
  /** Agreed by all parties. */
  | 'AGREED'
  /** Archived. */
  | 'ARCHIVED'
  /** Closed. */
  | 'CLOSED'
  /** Being evaluated. */
  | 'DEBRIEF'
  /** Negotiated. */
  | 'NEGOTIATED'
  /** Proposed. */
  | 'PROPOSED'
  /** Suspended. */
  | 'SUSPENDED'
  /** Ended early. */
  | 'TERMINATED';

/** A sort direction. */
export type OrderDirection =
  /** Smallest, earliest first. */
  | 'ASC'
  /** Largest, latest first. */
  | 'DESC';

/**
 * Conditions on a day that may be known in part. A stored value stands for an interval (`1980` for the whole year) and matches
 * when every day of it satisfies the condition; with `match: POSSIBLE`, when some day does.
 */
export type PartialDateFilter = {
  /** The whole stored interval lies within this one: `eq: "1980"` finds `1980-06-15`. */
  readonly eq?: string | null | undefined;
  /** The whole stored interval lies on or after the first day of this one. */
  readonly gte?: string | null | undefined;
  /** The whole stored interval lies within one of these. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** The whole stored interval lies on or before the last day of this one. */
  readonly lte?: string | null | undefined;
};

/** A bureau's part in an operation. */
export type ParticipantRole =
  /** Leads. */
  | 'LEAD'
  /** Is a member. */
  | 'MEMBER'
  /** Observes. */
  | 'OBSERVER'
  /** Supports. */
  | 'SUPPORT';

/** Conditions on persons. All that are given must hold; a withheld field satisfies none, and none under `not` either. */
export type PersonFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<PersonFilter> | null | undefined;
  /** Birth date. */
  readonly birthDate?: PartialDateFilter | null | undefined;
  /** At least one document for which all of this holds. */
  readonly documents?: IdentityDocumentFilter | null | undefined;
  /** The record's id. */
  readonly id?: IdFilter | null | undefined;
  /** At least one name for which all of this holds. */
  readonly names?: PersonNameFilter | null | undefined;
  /** At least one nationality for which all of this holds. */
  readonly nationalities?: NationalityFilter | null | undefined;
  /** This is known not to hold. */
  readonly not?: PersonFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<PersonFilter> | null | undefined;
  /** The owning bureau. */
  readonly owner?: CountryCodeFilter | null | undefined;
  /** When the record was entered. */
  readonly recordedAt?: DateTimeFilter | null | undefined;
  /** Sex. */
  readonly sex?: SexFilter | null | undefined;
  /** Capacity. */
  readonly status?: PersonStatusFilter | null | undefined;
  /** When the record was last changed. */
  readonly updatedAt?: DateTimeFilter | null | undefined;
};

/** Conditions on one name. */
export type PersonNameFilter = {
  /** Family name. */
  readonly family?: StringFilter | null | undefined;
  /** The whole name. */
  readonly full?: StringFilter | null | undefined;
  /** Given names. */
  readonly given?: StringFilter | null | undefined;
  /** Sort of name. */
  readonly kind?: NameKindFilter | null | undefined;
};

/** In what capacity a person is recorded. */
export type PersonStatus =
  /** Associate of another person. */
  | 'ASSOCIATE'
  /** Charged. */
  | 'CHARGED'
  /** Convicted. */
  | 'CONVICTED'
  /** Deceased. */
  | 'DECEASED'
  /** Missing. */
  | 'MISSING'
  /** Victim of a misused identity. */
  | 'MISUSED_IDENTITY_VICTIM'
  /** Of interest to an investigation. */
  | 'PERSON_OF_INTEREST'
  /** A possible threat to public safety. */
  | 'POSSIBLE_THREAT'
  /** Under sanctions. */
  | 'SANCTIONED'
  /** Suspect. */
  | 'SUSPECT'
  /** Unidentified. */
  | 'UNIDENTIFIED'
  /** Victim. */
  | 'VICTIM'
  /** Wanted so that a prosecution can go on. */
  | 'WANTED_FOR_PROSECUTION'
  /** Witness. */
  | 'WITNESS';

/** Conditions on a person's status. */
export type PersonStatusFilter = {
  /** Equal to. */
  readonly eq?: PersonStatus | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<PersonStatus> | null | undefined;
};

/** Warnings for whoever meets the person. */
export type PersonWarning =
  /** Armed. */
  | 'ARMED'
  /** Uses drugs. */
  | 'DRUG_USE'
  /** May try to escape. */
  | 'ESCAPE_RISK'
  /** Infectious. */
  | 'INFECTIOUS'
  /** May harm themselves. */
  | 'SUICIDE_RISK'
  /** Violent. */
  | 'VIOLENT';

/** Why the caller asks. Required with every operation (header `Comity-Purpose`), recorded, and read by the owners' rules. */
export type Purpose =
  /** Tracing of assets. */
  | 'ASSET_TRACING'
  /** Audit. */
  | 'AUDIT'
  /** A check at a border. */
  | 'BORDER_CHECK'
  /** Review for compliance. */
  | 'COMPLIANCE_REVIEW'
  /** Identification of a person or a body. */
  | 'IDENTIFICATION'
  /** Criminal investigation. */
  | 'INVESTIGATION'
  /** Search for a missing person. */
  | 'MISSING_PERSON'
  /** Independent oversight. */
  | 'OVERSIGHT'
  /** Prevention of a threat to public safety. */
  | 'PREVENTION_THREAT'
  /** Prosecution of an offence. */
  | 'PROSECUTION'
  /** Enforcement of sanctions. */
  | 'SANCTIONS'
  /** Execution of a sentence. */
  | 'SENTENCE_EXECUTION'
  /** Running the system; never opens content. */
  | 'SYSTEM_ADMIN';

/** Kinds of requests. */
export type RequestKind =
  /** Freezing of assets. */
  | 'ASSET_FREEZE'
  /** Confiscation. */
  | 'CONFISCATION'
  /** Controlled delivery. */
  | 'CONTROLLED_DELIVERY'
  /** Criminal record. */
  | 'CRIMINAL_RECORD'
  /** Check of a document. */
  | 'DOCUMENT_CHECK'
  /** Evidence. */
  | 'EVIDENCE'
  /** Extradition. */
  | 'EXTRADITION'
  /** Check of an identity. */
  | 'IDENTITY_CHECK'
  /** Information. */
  | 'INFORMATION'
  /** Interception. */
  | 'INTERCEPTION'
  /** Setting up a joint investigation team. */
  | 'JIT_SETUP'
  /** Preservation of data. */
  | 'PRESERVATION'
  /** Production of data. */
  | 'PRODUCTION'
  /** Provisional arrest. */
  | 'PROVISIONAL_ARREST'
  /** Consent to publication. */
  | 'PUBLICATION_CONSENT'
  /** Use of data for another purpose. */
  | 'PURPOSE_CHANGE'
  /** Search and seizure. */
  | 'SEARCH_SEIZURE'
  /** Service of documents. */
  | 'SERVICE'
  /** A statement. */
  | 'STATEMENT'
  /** Surrender. */
  | 'SURRENDER'
  /** Surveillance. */
  | 'SURVEILLANCE'
  /** Transfer of a person. */
  | 'TRANSFER_OF_PERSON'
  /** Transfer of proceedings. */
  | 'TRANSFER_OF_PROCEEDINGS'
  /** Check of a vehicle. */
  | 'VEHICLE_CHECK'
  /** Hearing by video. */
  | 'VIDEO_HEARING'
  /** Whereabouts. */
  | 'WHEREABOUTS';

/** States of a request. */
export type RequestState =
  /** Accepted. */
  | 'ACCEPTED'
  /** Acknowledged by the requested bureau. */
  | 'ACKNOWLEDGED'
  /** Under check of admissibility. */
  | 'ADMISSIBILITY'
  /** Answered. */
  | 'ANSWERED'
  /** Waits for an authority's consent. */
  | 'AWAITING_AUTHORISATION'
  /** Closed. */
  | 'CLOSED'
  /** Being written. */
  | 'DRAFT'
  /** Being carried out. */
  | 'IN_EXECUTION'
  /** Out of time. */
  | 'LAPSED'
  /** The requested bureau asked for more. */
  | 'MORE_INFO'
  /** Answered in part. */
  | 'PARTIALLY_ANSWERED'
  /** Postponed. */
  | 'POSTPONED'
  /** Arrived at the requested bureau's system. */
  | 'RECEIVED'
  /** Refused. */
  | 'REFUSED'
  /** Sent. */
  | 'SENT'
  /** Taken back. */
  | 'WITHDRAWN';

/** Sorts of answers. */
export type ResponseKind =
  /** An answer. */
  | 'ANSWER'
  /** Nothing can be said. */
  | 'CANNOT_SAY'
  /** Nothing is recorded. */
  | 'NO_RECORD'
  /** A part of the answer. */
  | 'PARTIAL'
  /** Postponed. */
  | 'POSTPONED'
  /** Refused. */
  | 'REFUSED';

/** Roles of the people and systems that ask. */
export type Role =
  /** Analyst. */
  | 'ANALYST'
  /** Auditor. */
  | 'AUDITOR'
  /** Officer at a border. */
  | 'BORDER_OFFICER'
  /** Data protection officer. */
  | 'DATA_PROTECTION_OFFICER'
  /** Officer on duty in a command centre. */
  | 'DUTY_OFFICER'
  /** Investigator or case officer. */
  | 'INVESTIGATOR'
  /** Prosecutor or judge. */
  | 'JUDICIAL_AUTHORITY'
  /** Liaison officer. */
  | 'LIAISON'
  /** A machine: a gate, a national system. */
  | 'MACHINE'
  /** Officer of a central bureau. */
  | 'NCB_OFFICER'
  /** Runs the hub; no content. */
  | 'OPERATOR'
  /** Writes and approves its bureau's disclosure rules. */
  | 'POLICY_OFFICER';

/** Sex as recorded in documents. */
export type Sex =
  /** Female. */
  | 'F'
  /** Male. */
  | 'M'
  /** Unknown. */
  | 'U'
  /** Other (ICAO X). */
  | 'X';

/** Conditions on sex. */
export type SexFilter = {
  /** Equal to. */
  readonly eq?: Sex | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<Sex> | null | undefined;
};

/** How a bureau took part in an answer. */
export type SourceState =
  /** It mostly failed lately and is left alone for a while; `retryAfterMs` says how long. */
  | 'BREAKER_OPEN'
  /** It already has as many calls in flight as it allows. */
  | 'BUSY'
  /** It does not serve this type, or has not been asked yet. */
  | 'NOT_ASKED'
  /** It answered in full. */
  | 'OK'
  /** It answered, but a bound was reached: its system caps results, or too many rows would have had to be read. */
  | 'PARTIAL'
  /** It was asked and has not answered yet. Only in the items of a subscription that follows progress, and never in its last. */
  | 'PENDING'
  /**
   * It did not answer, and records that this caller was shown before stand in: each says so itself (`_staleAsOf`), there may be others, and nothing is counted. Only where
   * the bureau's file allows rows to be kept.
   */
  | 'STALE'
  /** It did not answer in time. */
  | 'TIMEOUT'
  /** It could not be reached or failed. */
  | 'UNAVAILABLE';

/** What a stream can say of itself. */
export type StreamCode =
  /** The hub's log is not the one that the cursor is about. The stream ends: load anew what you watch, and go on after `resumeAfter`. */
  | 'EPOCH_CHANGED'
  /** The stream, or the node, has fallen behind. Nothing is lost, and the stream goes on. */
  | 'LAGGING'
  /** The node shuts down. The stream ends: go on after `resumeAfter` on another. */
  | 'NODE_DRAINING'
  /** Rules by which alerts are decided have changed: what was seen before may be seen otherwise now. Load anew what you watch. */
  | 'POLICY_CHANGED'
  /** What comes after the cursor is no longer held. The stream ends: load anew what you watch, and go on after `resumeAfter`. */
  | 'RETENTION_EXCEEDED'
  /** Changes of some bureau were lost on the way to the hub, and are being looked for: what is found comes as `late`. */
  | 'SOURCE_FEED_GAP'
  /** The token expires within a minute. When it has, the stream ends: come back with another one. */
  | 'TOKEN_EXPIRING';

/** Conditions on a text. All that are given must hold; text is compared code point by code point after NFC normalisation. */
export type StringFilter = {
  /** Equal to. */
  readonly eq?: string | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Begins with. An empty prefix matches every known value. */
  readonly startsWith?: string | null | undefined;
};

/** Conditions on one warrant. */
export type WarrantFilter = {
  /** Issuing country. */
  readonly country?: CountryCodeFilter | null | undefined;
  /** Reference. */
  readonly reference?: StringFilter | null | undefined;
};

export type CoverageFragment = { readonly state: SourceState, readonly asOf: string | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string, readonly name: string } } & { ' $fragmentName'?: 'CoverageFragment' };

export type PersonLineFragment = { readonly id: string, readonly sex: Sex | null, readonly birthDate: string | null, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null }> | null, readonly nationalities: ReadonlyArray<{ readonly country: string | null }> | null, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> } & { ' $fragmentName'?: 'PersonLineFragment' };

export type DeskNoticesQueryVariables = Exact<{
  where?: NoticeFilter | null | undefined;
  orderBy?: ReadonlyArray<NoticeOrder> | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DeskNoticesQuery = { readonly notices: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NoticeKind | null, readonly number: string | null, readonly state: NoticeState | null, readonly actionRequested: ReadonlyArray<ActionRequested> | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly subject: { ' $fragmentRefs'?: { 'PersonLineFragment': PersonLineFragment } } | null, readonly handling: { readonly confidentiality: Confidentiality | null, readonly conditionsOfUse: ReadonlyArray<ConditionOfUse> | null, readonly onwardTransfer: OnwardTransfer | null } | null, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<{ ' $fragmentRefs'?: { 'CoverageFragment': CoverageFragment } }>, readonly completeness: { readonly asked: number, readonly answered: number, readonly complete: boolean } } };

export type FindPersonsQueryVariables = Exact<{
  where: PersonFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FindPersonsQuery = { readonly persons: { readonly nodes: ReadonlyArray<(
      { readonly status: PersonStatus | null, readonly warnings: ReadonlyArray<PersonWarning> | null, readonly documents: ReadonlyArray<{ readonly kind: DocumentKind | null, readonly number: string | null, readonly issuingCountry: string | null, readonly status: DocumentStatus | null }> | null, readonly notices: ReadonlyArray<{ readonly id: string, readonly kind: NoticeKind | null, readonly number: string | null, readonly state: NoticeState | null, readonly actionRequested: ReadonlyArray<ActionRequested> | null }> | null, readonly handling: { readonly conditionsOfUse: ReadonlyArray<ConditionOfUse> | null, readonly onwardTransfer: OnwardTransfer | null } | null }
      & { ' $fragmentRefs'?: { 'PersonLineFragment': PersonLineFragment } }
    )>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<{ ' $fragmentRefs'?: { 'CoverageFragment': CoverageFragment } }>, readonly completeness: { readonly complete: boolean } } };

export type OpenRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type OpenRecordQuery = { readonly node:
    | { readonly __typename: 'AssistanceRequest', readonly _staleAsOf: string | null, readonly reference: string | null, readonly dueAt: string | null, readonly recordedAt: string | null, readonly updatedAt: string | null, readonly id: string, readonly requestKind: RequestKind | null, readonly requestState: RequestState | null, readonly owner: { readonly code: string }, readonly responses: ReadonlyArray<{ readonly bureau: string | null, readonly kind: ResponseKind | null, readonly text: string | null, readonly answeredAt: string | null }> | null, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }
    | { readonly __typename: 'Notice', readonly _staleAsOf: string | null, readonly number: string | null, readonly summary: string | null, readonly recordedAt: string | null, readonly updatedAt: string | null, readonly id: string, readonly noticeKind: NoticeKind | null, readonly owner: { readonly code: string }, readonly subject: { ' $fragmentRefs'?: { 'PersonLineFragment': PersonLineFragment } } | null, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }
    | { readonly __typename: 'Operation', readonly _staleAsOf: string | null, readonly codename: string | null, readonly recordedAt: string | null, readonly updatedAt: string | null, readonly id: string, readonly operationState: OperationState | null, readonly owner: { readonly code: string }, readonly participants: ReadonlyArray<{ readonly role: ParticipantRole | null, readonly bureau: { readonly code: string } | null }> | null, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }
    | (
      { readonly __typename: 'Person', readonly recordedAt: string | null, readonly updatedAt: string | null, readonly id: string, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }
      & { ' $fragmentRefs'?: { 'PersonLineFragment': PersonLineFragment } }
    )
   | null };

export type WatchAlertsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  filter?: AlertFilter | null | undefined;
}>;


export type WatchAlertsSubscription = { readonly alerts:
    | { readonly __typename: 'Alert', readonly cursor: string, readonly id: string, readonly kind: AlertKind, readonly publishedAt: string, readonly late: boolean, readonly recordType: AlertRecordType | null, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly owner: { readonly code: string, readonly name: string } }
    | { readonly __typename: 'Heartbeat', readonly cursor: string, readonly at: string, readonly lagMs: number }
    | { readonly __typename: 'StreamNotice', readonly cursor: string, readonly code: StreamCode, readonly resumeAfter: string | null, readonly retryAfterMs: number | null }
   };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { readonly viewer: { readonly personRef: string, readonly organisation: string | null, readonly roles: ReadonlyArray<Role>, readonly clearance: number, readonly purpose: Purpose, readonly case: string | null, readonly bureau: { readonly code: string, readonly name: string } }, readonly bureaus: ReadonlyArray<{ readonly code: string, readonly name: string, readonly status: BureauStatus, readonly serves: ReadonlyArray<string> }> };

export const CoverageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Coverage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<CoverageFragment, unknown>;
export const PersonLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"nationalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<PersonLineFragment, unknown>;
export const DeskNoticesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeskNotices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"NoticeFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoticeOrder"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"actionRequested"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonLine"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confidentiality"}},{"kind":"Field","name":{"kind":"Name","value":"conditionsOfUse"}},{"kind":"Field","name":{"kind":"Name","value":"onwardTransfer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Coverage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"completeness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asked"}},{"kind":"Field","name":{"kind":"Name","value":"answered"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"nationalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Coverage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<DeskNoticesQuery, DeskNoticesQueryVariables>;
export const FindPersonsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindPersons"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"persons"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonLine"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"issuingCountry"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"actionRequested"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conditionsOfUse"}},{"kind":"Field","name":{"kind":"Name","value":"onwardTransfer"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Coverage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"completeness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"complete"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"nationalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Coverage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<FindPersonsQuery, FindPersonsQueryVariables>;
export const OpenRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonLine"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","alias":{"kind":"Name","value":"noticeKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonLine"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","alias":{"kind":"Name","value":"requestKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","alias":{"kind":"Name","value":"requestState"},"name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"responses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"codename"}},{"kind":"Field","alias":{"kind":"Name","value":"operationState"},"name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"nationalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<OpenRecordQuery, OpenRecordQueryVariables>;
export const WatchAlertsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WatchAlerts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AlertFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alerts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"changedFields"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Heartbeat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"lagMs"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StreamNotice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"resumeAfter"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]}}]}}]} as unknown as DocumentNode<WatchAlertsSubscription, WatchAlertsSubscriptionVariables>;
export const WhoAmIDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoAmI"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"personRef"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"clearance"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"case"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"bureaus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"serves"}}]}}]}}]} as unknown as DocumentNode<WhoAmIQuery, WhoAmIQueryVariables>;