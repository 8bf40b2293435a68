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

/** An answer, or a part of one. */
export type AnswerRequestInput = {
  /** Documents that go with it. */
  readonly attachments?: ReadonlyArray<AttachmentInput> | null | undefined;
  /** Names this act, as everywhere. */
  readonly clientMutationId: string | number;
  /** How the answer may be used. */
  readonly conditionsOfUse?: ReadonlyArray<ConditionOfUse> | null | undefined;
  /** The request. */
  readonly id: string | number;
  /** PARTIAL, or as a final answer ANSWER, NO_RECORD or CANNOT_SAY. */
  readonly kind: ResponseKind;
  /** What there is to say beside the answer. */
  readonly message?: string | null | undefined;
  /** With NO_RECORD or CANNOT_SAY, without a text: the requester learns CANNOT_SAY in both cases. */
  readonly neutral?: boolean;
  /** The answer; not needed for NO_RECORD and CANNOT_SAY. */
  readonly text?: string | null | undefined;
  /** The version that it was decided on. */
  readonly version: number;
};

/** Conditions on requests. All that are given must hold; a withheld field satisfies none, and none under `not` either. */
export type AssistanceRequestFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<AssistanceRequestFilter> | null | undefined;
  /** When the answer is due. */
  readonly dueAt?: DateTimeFilter | null | undefined;
  /** The record's id. */
  readonly id?: IdFilter | null | undefined;
  /** Kind. */
  readonly kind?: RequestKindFilter | null | undefined;
  /** This is known not to hold. */
  readonly not?: AssistanceRequestFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<AssistanceRequestFilter> | null | undefined;
  /** The requesting bureau. */
  readonly owner?: CountryCodeFilter | null | undefined;
  /** The requesting bureau's reference. */
  readonly reference?: StringFilter | null | undefined;
  /** At least one requested bureau. */
  readonly requestedBureaus?: CountryCodeFilter | null | undefined;
  /** When it was sent. */
  readonly sentAt?: DateTimeFilter | null | undefined;
  /** State. */
  readonly state?: RequestStateFilter | null | undefined;
  /** At least one person it is about. One level: a filter inside a filter of a link is refused. */
  readonly subjects?: PersonFilter | null | undefined;
  /** When the record was last changed. */
  readonly updatedAt?: DateTimeFilter | null | undefined;
  /** Urgency. */
  readonly urgency?: UrgencyFilter | null | undefined;
};

/** A document by reference. */
export type AttachmentInput = {
  /** Length in bytes. */
  readonly bytes: number;
  /** Media type in lower case, without parameters. */
  readonly mediaType: string;
  /** File name, without a path. */
  readonly name: string;
  /** The holder's reference. */
  readonly reference: string;
  /** SHA-256 of its content: 64 hex digits in lower case. */
  readonly sha256: string;
};

/** An authority's consent. */
export type AuthoriseRequestInput = {
  /** Reference of the decision. */
  readonly authorisation: string;
  /** Names this act, as everywhere. */
  readonly clientMutationId: string | number;
  /** The request. */
  readonly id: string | number;
  /** What there is to say. */
  readonly message?: string | null | undefined;
  /** The version that it was decided on. */
  readonly version: number;
};

/** Whether the hub asks a bureau's system. It stops asking one that mostly fails, for 5 seconds at first and up to a minute, and then tries it with one call. */
export type BreakerState =
  /** It asks. */
  | 'CLOSED'
  /** It tries with one call at a time. */
  | 'HALF_OPEN'
  /** It does not ask for a while. */
  | 'OPEN';

/** What sort of member a bureau is. */
export type BureauKind =
  /** An international entity with police powers. */
  | 'INTERNATIONAL_ENTITY'
  /** A published list, read as a source. */
  | 'LIST'
  /** A country's central bureau. */
  | 'NCB'
  /** An oversight body. */
  | 'OVERSIGHT'
  /** The secretariat of the co-operation. */
  | 'SECRETARIAT';

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

/** Colours of eyes and hair. */
export type Colour =
  /** None: bald. */
  | 'BALD'
  /** Black. */
  | 'BLACK'
  /** Blond. */
  | 'BLOND'
  /** Blue. */
  | 'BLUE'
  /** Brown. */
  | 'BROWN'
  /** Green. */
  | 'GREEN'
  /** Grey. */
  | 'GREY'
  /** Hazel. */
  | 'HAZEL'
  /** Another colour. */
  | 'OTHER'
  /** Red. */
  | 'RED'
  /** White. */
  | 'WHITE';

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

/** Sorts of contacts. */
export type ContactKind =
  /** An account of an online service. */
  | 'ACCOUNT'
  /** E-mail. */
  | 'EMAIL'
  /** Telephone. */
  | 'PHONE';

/** Conditions on a country or organisation code. */
export type CountryCodeFilter = {
  /** Equal to. */
  readonly eq?: string | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What to watch for: a note, and the filter of exactly one sort of records. */
export type CreateWatchInput = {
  /** When a date that is known in part, or shown coarser, satisfies a condition. */
  readonly match?: Match;
  /** For the officer's own use: 1 to 200 signs. Not shown to anybody else. */
  readonly note: string;
  /** Notices that satisfy this. */
  readonly notices?: NoticeFilter | null | undefined;
  /** Operations that satisfy this. */
  readonly operations?: OperationFilter | null | undefined;
  /** Persons who satisfy this. */
  readonly persons?: PersonFilter | null | undefined;
  /** Requests that satisfy this. */
  readonly requests?: AssistanceRequestFilter | null | undefined;
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

/** States of a delivery. */
export type DeliveryState =
  /** The hub does not try any more: a person has to see to it. */
  | 'DEAD_LETTER'
  /** The receiving system has confirmed it. */
  | 'DELIVERED'
  /** It will be tried, or tried again. */
  | 'WAITING';

/** What a desk is told of. */
export type DeskEntryKind =
  /** What was put on record meets one of this bureau's rules for what is unusual. `rules` names it. */
  | 'ANOMALY'
  /** A hit check came upon records of a blind hit rule: the reader was told what they would have been told without it. */
  | 'BLIND_HIT'
  /** The officer gave an emergency access back before its time. */
  | 'EMERGENCY_CLOSED'
  /** An officer of another bureau invoked emergency access. */
  | 'EMERGENCY_INVOKED'
  /** This bureau reviewed an emergency access. */
  | 'EMERGENCY_REVIEWED'
  /** An emergency access was not reviewed in time. */
  | 'EMERGENCY_REVIEW_DUE'
  /** A hit check came upon records, and the reader was told HIT. */
  | 'HIT'
  /** A notice of this bureau ends in half a year, or in a month, unless it is extended. */
  | 'NOTICE_ENDING'
  /** The owner of a notice, or the Secretariat, has done something about it. */
  | 'NOTICE_MOVED'
  /** Another party of a joint operation has done something about it, or this bureau was invited to one. */
  | 'OPERATION_MOVED'
  /** A request for assistance has come in. */
  | 'REQUEST_ARRIVED'
  /** Half, four fifths or all of the time for a request are over. */
  | 'REQUEST_DUE'
  /** The other bureau has done something about a request. */
  | 'REQUEST_MOVED'
  /** A request could not be delivered to the requested bureau's system: somebody has to see to it. */
  | 'REQUEST_UNDELIVERED'
  /** A target that this bureau has nominated is somebody whom another bureau targets too. Which one stands in the operation's file (`meets`). */
  | 'TARGETS_MEET';

/** Which accesses. What is left out or null does not matter. */
export type DisclosureFilter = {
  /** A field that was given, at whatever level. */
  readonly field?: string | null | undefined;
  /** From this instant on. */
  readonly from?: string | null | undefined;
  /** The sort of access. */
  readonly kind?: DisclosureKind | null | undefined;
  /** The declared purpose. */
  readonly purpose?: Purpose | null | undefined;
  /** The bureau whose officers read. */
  readonly readerBureau?: string | null | undefined;
  /** A record of this bureau. */
  readonly record?: string | number | null | undefined;
  /** A rule on which the levels rest. */
  readonly rule?: string | null | undefined;
  /** The record type. */
  readonly type?: string | null | undefined;
  /** Before this instant. */
  readonly until?: string | null | undefined;
};

/** What sort of access to records. */
export type DisclosureKind =
  /** An alert told of a record. */
  | 'ALERT'
  /** Emergency access was invoked or given back. */
  | 'EMERGENCY'
  /** A hit check came upon records. The desk was told which. */
  | 'HIT'
  /** An answer gave records. */
  | 'READ';

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

/** A document's number and issuer. */
export type DocumentKeyInput = {
  /** The country or organisation that issued it. */
  readonly issuingCountry: string;
  /** The number as printed: 4 to 40 letters and digits, with blanks, dots, slashes or dashes between them. It is looked for as given and in capitals without those signs. */
  readonly number: string;
};

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

/** Somebody who may ask, written out: for questions of the form "what would they learn?". Asking for them gives nobody their view. */
export type ExplainedCaller = {
  /** Agreements in force for their bureau. Default: those of the hub's registry on the day. */
  readonly agreements?: ReadonlyArray<string> | null | undefined;
  /** When they ask. Default: now. */
  readonly at?: string | null | undefined;
  /** The case they declare. */
  readonly case?: string | null | undefined;
  /** Their clearance, 0 to 3. */
  readonly clearance?: number;
  /** Code of their bureau. */
  readonly country: string;
  /** The emergency block of the asker's own bureau that they have invoked. */
  readonly emergency?: string | null | undefined;
  /** Joint operations that they are members of, as rules call them (`XA/NIGHTFALL`); the asker's own bureau is taken to take part. Default: none. */
  readonly operations?: ReadonlyArray<string> | null | undefined;
  /** The organisation within the country. */
  readonly organisation?: string | null | undefined;
  /** The purpose they declare. */
  readonly purpose: Purpose;
  /** Their roles. */
  readonly roles?: ReadonlyArray<Role>;
  /** The unit. */
  readonly unit?: string | null | undefined;
};

/** Why changes could not be read from a bureau's system. */
export type FeedError =
  /** It mostly failed lately and is left alone for a while. */
  | 'BREAKER_OPEN'
  /** It already has as many calls in flight as it allows. */
  | 'BUSY'
  /** The hub failed. */
  | 'INTERNAL'
  /** It did not answer in time. */
  | 'TIMEOUT'
  /** It could not be reached or failed. */
  | 'UNAVAILABLE';

/** How a bureau's system tells of changes. */
export type FeedMode =
  /** New and changed files. */
  | 'FILES'
  /** A table that triggers write. */
  | 'OUTBOX'
  /** Rows that were changed since a moment. */
  | 'POLL'
  /** A logical replication slot. */
  | 'SLOT'
  /** Signed messages. */
  | 'WEBHOOK'
  /** The transactions by which rows were written. */
  | 'XMIN';

/** Handling codes H0 to H3. */
export type HandlingCode =
  /** May be used to prevent, detect and prosecute. */
  | 'H0'
  /** Not as evidence in court without consent. */
  | 'H1'
  /** Not passed on without consent. */
  | 'H2'
  /** Other restrictions, in the caveat. */
  | 'H3';

/**
 * What a hit check asks about: exactly one key, whole and exact. There are no wildcards, ranges or partial dates: a hit check answers about somebody
 * the caller has before them, and finds nobody.
 */
export type HitCheckInput =
  {   /** A document in one's hand. */
  readonly document: DocumentKeyInput; readonly person?: never; }
  |  { readonly document?: never;   /** A person whose particulars are known. */
  readonly person: PersonKeyInput; };

/** What a bureau answers to a hit check. */
export type HitOutcome =
  /** It knows the person, and this caller may know that much. What it knows is for its desk to tell. */
  | 'HIT'
  /** It was not reached, or could not look through all it has. */
  | 'NOT_ANSWERED'
  /** It has nothing to say to this caller: it knows nobody, or does not answer that it does. The two cannot be told apart. */
  | 'NO_HIT';

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

/** What an act was. */
export type LedgerActKind =
  /** An alert that was delivered. */
  | 'DELIVERY'
  /** Records that were given out otherwise: as a file that belongs to them, or as an export. */
  | 'DISCLOSURE'
  /** An operation that was executed, or one part of its answer. */
  | 'OPERATION'
  /** A request that was refused. */
  | 'REFUSAL';

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

/**
 * When a value that the caller knows only in part satisfies a condition: a date that its owner knows or shows as `1980`, a number shown as a band. A field
 * that is withheld or masked, and a value that is not recorded, satisfies no condition in either mode, and none under `not`.
 */
export type Match =
  /** When it holds whatever the value may be: `1980` lies in `1980`, and is not known to lie in June 1980. */
  | 'CERTAIN'
  /**
   * When it holds for some value that it may be: `1980` may lie in June 1980. Under `not`: when some value does not satisfy it. Each condition is
   * judged by itself.
   */
  | 'POSSIBLE';

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

/** How good a name is as an identifier. */
export type NameQuality =
  /** Good. */
  | 'GOOD'
  /** Low: too common or too uncertain to identify anyone. */
  | 'LOW';

/** Conditions on one nationality. */
export type NationalityFilter = {
  /** The country. */
  readonly country?: CountryCodeFilter | null | undefined;
};

/** What a node of a network is. */
export type NetworkNodeKind =
  /** An account of an online service. */
  | 'ACCOUNT'
  /** The number of a document. */
  | 'DOCUMENT'
  /** An e-mail address. */
  | 'EMAIL'
  /** A telephone number. */
  | 'PHONE'
  /** A record. */
  | 'RECORD';

/** What can be done about a notice. */
export type NoticeAct =
  /** A diffusion is for other recipients from now on: new ones learn of it, and those who are left out no more. */
  | 'ADDRESS'
  /** What it says is written anew. */
  | 'AMEND'
  /** A reviewer approves; the last one that it takes publishes it. */
  | 'APPROVE'
  /** A reviewer asks for more. */
  | 'ASK_INFO'
  /** The Secretariat cancels it. */
  | 'CANCEL'
  /** A reviewer finds a diffusion that is out in good order. */
  | 'CONFIRM'
  /** It is written. */
  | 'CREATE'
  /** A reviewer doubts that it is in line with Article 2 or 3. */
  | 'DOUBT'
  /** Its time is over. */
  | 'EXPIRE'
  /** Its owner gives it another five years. */
  | 'EXTEND'
  /** A bureau that it is shown to cannot act on it. */
  | 'FLAG'
  /** Its aim was met. */
  | 'FULFIL'
  /** Its owner says more. */
  | 'GIVE_INFO'
  /** What it says is not to be removed: it is needed, for a case before a court or the like. */
  | 'HOLD'
  /** What it said is removed for good, by its owner or a month after its end. That there was one stays. */
  | 'PURGE'
  /** A reviewer refuses it, on a ground. */
  | 'REFUSE'
  /** A reviewer does not: it says what it said. */
  | 'REFUSE_AMENDMENT'
  /** It is needed no more. */
  | 'RELEASE_HOLD'
  /** It is to be acted upon again; by the side that suspended it. */
  | 'RESUME'
  /** A diffusion is sent to its recipients. It is reviewed afterwards. */
  | 'SEND'
  /** It is handed in. */
  | 'SUBMIT'
  /** It is not to be acted upon for now. */
  | 'SUSPEND'
  /** A reviewer takes it. */
  | 'TAKE'
  /** A reviewer approves what its owner wants it to say from now on. */
  | 'TAKE_AMENDMENT'
  /** It can after all. */
  | 'UNFLAG'
  /** Its owner takes it back. */
  | 'WITHDRAW';

/** An act on a notice. */
export type NoticeActInput = {
  /** What is done: any of `possible`, but for AMEND. */
  readonly act: NoticeAct;
  /** Names this act, as everywhere. */
  readonly clientMutationId: string | number;
  /** The notice. */
  readonly id: string | number;
  /** What there is to say. Needed by everything but SUBMIT, SEND, ADDRESS, TAKE, APPROVE, CONFIRM, TAKE_AMENDMENT, RELEASE_HOLD and RESUME. */
  readonly message?: string | null | undefined;
  /** The ground of a refusal: REFUSED_ART2, REFUSED_ART3, REFUSED_RPD or REFUSED_OTHER. */
  readonly outcome?: ReviewOutcome | null | undefined;
  /** Codes of all bureaus that a diffusion is for from now on, for ADDRESS. */
  readonly recipients?: ReadonlyArray<string> | null | undefined;
  /** The version that it was decided on. */
  readonly version: number;
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

/** Notice or diffusion. */
export type NoticeForm =
  /** Sent by a bureau to chosen recipients. */
  | 'DIFFUSION'
  /** Published to all. */
  | 'NOTICE';

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

/** Who acts on a notice. */
export type NoticeSide =
  /** The hub, by the clock. */
  | 'HUB'
  /** The bureau that owns it. */
  | 'OWNER'
  /** A bureau that it is shown to. */
  | 'RECIPIENT'
  /** The Secretariat. */
  | 'REVIEWER';

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

/** Conditions on operations. All that are given must hold; a withheld field satisfies none, and none under `not` either. */
export type OperationFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<OperationFilter> | null | undefined;
  /** Code name. */
  readonly codename?: StringFilter | null | undefined;
  /** Last day. */
  readonly endsOn?: DateFilter | null | undefined;
  /** The record's id. */
  readonly id?: IdFilter | null | undefined;
  /** Kind. */
  readonly kind?: OperationKindFilter | null | undefined;
  /** This is known not to hold. */
  readonly not?: OperationFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<OperationFilter> | null | undefined;
  /** The leading bureau. */
  readonly owner?: CountryCodeFilter | null | undefined;
  /** First day. */
  readonly startsOn?: DateFilter | null | undefined;
  /** State. */
  readonly state?: OperationStateFilter | null | undefined;
  /** At least one person it targets. One level: a filter inside a filter of a link is refused. */
  readonly targets?: PersonFilter | null | undefined;
  /** When the record was last changed. */
  readonly updatedAt?: DateTimeFilter | null | undefined;
};

/** Kinds of operations. */
export type OperationKind =
  /** Controlled delivery. */
  | 'CONTROLLED_DELIVERY'
  /** Run by the Secretariat. */
  | 'INTERPOL_OP'
  /** Joint investigation team. */
  | 'JIT'
  /** Operational task force on high-value targets. */
  | 'OTF'
  /** Surveillance across a border. */
  | 'SURVEILLANCE'
  /** Task force. */
  | 'TASK_FORCE';

/** Conditions on an operation's kind. */
export type OperationKindFilter = {
  /** Equal to. */
  readonly eq?: OperationKind | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<OperationKind> | null | undefined;
};

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

/** Conditions on an operation's state. */
export type OperationStateFilter = {
  /** Equal to. */
  readonly eq?: OperationState | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<OperationState> | null | undefined;
};

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

/** A person's whole name, whole birth date, and at least one thing more. */
export type PersonKeyInput = {
  /** The country of birth. */
  readonly birthCountry?: string | null | undefined;
  /** The birth date; a record that knows only the month or the year does not match. */
  readonly birthDate: string;
  /** The whole family name. Letter case does not matter. */
  readonly familyName: string;
  /** All given names, in order. Letter case does not matter. */
  readonly givenNames: string;
  /** A nationality. */
  readonly nationality?: string | null | undefined;
  /** Sex as recorded; `U` identifies nobody. */
  readonly sex?: Sex | null | undefined;
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

/**
 * What is known of somebody who is looked for. It needs a name or a document: anything less would find everybody. Names are compared by how they sound, across scripts; there are no
 * wildcards.
 */
export type PersonSearchInput = {
  /** Birth date, as far as it is known. */
  readonly birthDate?: string | null | undefined;
  /** What the person looks like. It moves a score a little, and finds nobody by itself. */
  readonly description?: SoughtDescriptionInput | null | undefined;
  /** Documents: at most 5. */
  readonly documents?: ReadonlyArray<SoughtDocumentInput> | null | undefined;
  /** Names, in any script and order of words: at most 5, each of at least two letters and at most 200 characters. */
  readonly names?: ReadonlyArray<string> | null | undefined;
  /** A nationality. */
  readonly nationality?: string | null | undefined;
  /** Sex as in documents. */
  readonly sex?: Sex | null | undefined;
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

/** A postponement. */
export type PostponeRequestInput = {
  /** Names this act, as everywhere. */
  readonly clientMutationId: string | number;
  /** The request. */
  readonly id: string | number;
  /** What there is to say. */
  readonly message?: string | null | undefined;
  /** When it is looked at again, within 366 days. */
  readonly reviewAt: string;
  /** The version that it was decided on. */
  readonly version: number;
};

/** Classes that protect a person; owners' rules and the hub's baseline read them. */
export type ProtectedClass =
  /** Informant. */
  | 'INFORMANT'
  /** Under 18. */
  | 'MINOR'
  /** Victim of a misused identity. */
  | 'MISUSED_IDENTITY'
  /** Sealed by a court. */
  | 'SEALED'
  /** Victim. */
  | 'VICTIM'
  /** Witness. */
  | 'WITNESS';

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

/** How much of a record a caller learns. */
export type RecordLevel =
  /** Answers hit checks; appears nowhere else. */
  | 'HIT'
  /** Takes part in every answer, field by field. */
  | 'LISTED'
  /** Nothing; it cannot be told from a record that does not exist. */
  | 'NONE';

/** Grounds on which a request is refused (UN Model Treaty on Mutual Assistance Art. 4, Directives 2014/41 Art. 11 and 2023/977 Art. 6). */
export type RefusalGround =
  /** Death penalty or inhuman treatment. */
  | 'DEATH_PENALTY_OR_TREATMENT'
  /** Out of proportion. */
  | 'DISPROPORTIONATE'
  /** An investigation would be endangered. */
  | 'ENDANGERS_INVESTIGATION'
  /** A person would be endangered. */
  | 'ENDANGERS_PERSON'
  /** Immunity or privilege. */
  | 'IMMUNITY'
  /** It says too little. */
  | 'INSUFFICIENT_INFORMATION'
  /** Judged in absence, without a new trial. */
  | 'IN_ABSENTIA'
  /** Lapse of time. */
  | 'LAPSE_OF_TIME'
  /** The measure does not exist in the requested country's law. */
  | 'MEASURE_NOT_AVAILABLE'
  /** A military offence. */
  | 'MILITARY_OFFENCE'
  /** The person's age. */
  | 'MINORITY'
  /** The person's nationality. */
  | 'NATIONALITY'
  /** Judged already. */
  | 'NE_BIS_IN_IDEM'
  /** What is asked for is not available. */
  | 'NOT_AVAILABLE'
  /** No offence in the requested country. */
  | 'NO_DUAL_CRIMINALITY'
  /** No judicial authorisation. */
  | 'NO_JUDICIAL_AUTHORISATION'
  /** Outside the bureau's competence. */
  | 'OUT_OF_COMPETENCE'
  /** Proceedings in the requested country. */
  | 'PENDING_PROCEEDINGS'
  /** The person would be persecuted. */
  | 'PERSECUTION'
  /** A political offence. */
  | 'POLITICAL_OFFENCE'
  /** Sovereignty, security or public order. */
  | 'SOVEREIGNTY_OR_SECURITY'
  /** No assurance that it is used for this offence only. */
  | 'SPECIALITY_NOT_ASSURED'
  /** Committed on the requested country's territory. */
  | 'TERRITORIALITY'
  /** A third owner does not consent. */
  | 'THIRD_OWNER_REFUSES'
  /** The wrong channel or authority. */
  | 'WRONG_CHANNEL';

/** A refusal. */
export type RefuseRequestInput = {
  /** Names this act, as everywhere. */
  readonly clientMutationId: string | number;
  /** At least one. */
  readonly grounds: ReadonlyArray<RefusalGround>;
  /** The request. */
  readonly id: string | number;
  /** What there is to say. */
  readonly message?: string | null | undefined;
  /** The version that it was decided on. */
  readonly version: number;
};

/** How a relative is related. */
export type Relation =
  /** Father. */
  | 'FATHER'
  /** Mother. */
  | 'MOTHER'
  /** Another relative. */
  | 'OTHER';

/** What can be done about a request. */
export type RequestAct =
  /** Help will be given. */
  | 'ACCEPT'
  /** The requested bureau says that it is working on it. */
  | 'ACKNOWLEDGE'
  /** The answer is given. */
  | 'ANSWER'
  /** More is said; it goes on where it stood. */
  | 'ANSWER_MORE'
  /** A part of the answer is given. */
  | 'ANSWER_PART'
  /** More is asked for; the clock stands still. */
  | 'ASK_MORE'
  /** An authority consents; it is sent. */
  | 'AUTHORISE'
  /** The requester is done with it. */
  | 'CLOSE'
  /** It is written. */
  | 'CREATE'
  /** Legal basis and competence are examined. */
  | 'EXAMINE'
  /** Its time is over. */
  | 'LAPSE'
  /** The decision is put off to a day. */
  | 'POSTPONE'
  /** The requested bureau's system has confirmed that it has it. */
  | 'RECEIVE'
  /** Help is refused, on grounds. */
  | 'REFUSE'
  /** It is sent, or, if it is coercive, handed to an authority for its consent. */
  | 'SEND'
  /** It is being carried out. */
  | 'START'
  /** It is taken back. */
  | 'WITHDRAW';

/** An act on a request. */
export type RequestActInput = {
  /** Documents that go with it. */
  readonly attachments?: ReadonlyArray<AttachmentInput> | null | undefined;
  /** Names this act: sent again with the same content, it gives the same answer and nothing happens twice. At most 100 signs. */
  readonly clientMutationId: string | number;
  /** The request. */
  readonly id: string | number;
  /** What there is to say. Needed to ask for more, to say more, and to withdraw. */
  readonly message?: string | null | undefined;
  /** The version that it was decided on. */
  readonly version: number;
};

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

/** Conditions on a request's kind. */
export type RequestKindFilter = {
  /** Equal to. */
  readonly eq?: RequestKind | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<RequestKind> | null | undefined;
};

/** The two bureaus of a request, and the hub between them. */
export type RequestSide =
  /** The hub: on a receipt, or by the clock. */
  | 'HUB'
  /** The bureau that is asked. */
  | 'REQUESTED'
  /** The bureau that asks. */
  | 'REQUESTER';

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

/** Conditions on a request's state. */
export type RequestStateFilter = {
  /** Equal to. */
  readonly eq?: RequestState | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<RequestState> | null | undefined;
};

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

/** Outcome of the review for compliance. */
export type ReviewOutcome =
  /** Approved. */
  | 'APPROVED'
  /** More information is needed. */
  | 'MORE_INFORMATION'
  /** Not reviewed yet. */
  | 'PENDING'
  /** Refused under Article 2 of the Constitution. */
  | 'REFUSED_ART2'
  /** Refused under Article 3 of the Constitution. */
  | 'REFUSED_ART3'
  /** Refused for another reason. */
  | 'REFUSED_OTHER'
  /** Refused under the RPD. */
  | 'REFUSED_RPD';

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

/** What somebody who is looked for looks like. */
export type SoughtDescriptionInput = {
  /** Colour of the eyes. */
  readonly eyes?: Colour | null | undefined;
  /** Colour of the hair. */
  readonly hair?: Colour | null | undefined;
  /** Height in centimetres, 30 to 250. */
  readonly heightCm?: number | null | undefined;
  /** Weight in kilograms, 1 to 400. */
  readonly weightKg?: number | null | undefined;
};

/** A document of somebody who is looked for. */
export type SoughtDocumentInput = {
  /** The number was read from a machine readable zone: nine places, filled up with `<`, and a check digit, which has to fit. */
  readonly fromZone?: boolean;
  /** The country or organisation that issued it; nothing means any. */
  readonly issuingCountry?: string | null | undefined;
  /** The number: at least four letters and digits. Blanks, dashes and the like count nothing. */
  readonly number: string;
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

/** How soon an answer is needed. */
export type Urgency =
  /** As agreed. */
  | 'CUSTOM'
  /** Within 8 hours. */
  | 'FLASH'
  /** Judicial: 30 days to decide and 90 to carry out. */
  | 'JUDICIAL'
  /** Within 7 days. */
  | 'NORMAL'
  /** Within 3 days. */
  | 'URGENT';

/** Conditions on urgency. */
export type UrgencyFilter = {
  /** Equal to. */
  readonly eq?: Urgency | null | undefined;
  /** Equal to one of these. */
  readonly in?: ReadonlyArray<Urgency> | null | undefined;
};

/** Conditions on one warrant. */
export type WarrantFilter = {
  /** Issuing country. */
  readonly country?: CountryCodeFilter | null | undefined;
  /** Reference. */
  readonly reference?: StringFilter | null | undefined;
};

/** Sorts of warrants. */
export type WarrantKind =
  /** Arrest warrant. */
  | 'ARREST'
  /** Detention order. */
  | 'DETENTION'
  /** Judgment. */
  | 'JUDGMENT';

export type SendRequestMutationVariables = Exact<{
  input: RequestActInput;
}>;


export type SendRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type AcknowledgeRequestMutationVariables = Exact<{
  input: RequestActInput;
}>;


export type AcknowledgeRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type ExamineRequestMutationVariables = Exact<{
  input: RequestActInput;
}>;


export type ExamineRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type AskMoreMutationVariables = Exact<{
  input: RequestActInput;
}>;


export type AskMoreMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type AnswerMoreMutationVariables = Exact<{
  input: RequestActInput;
}>;


export type AnswerMoreMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type AcceptRequestMutationVariables = Exact<{
  input: RequestActInput;
}>;


export type AcceptRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type StartRequestMutationVariables = Exact<{
  input: RequestActInput;
}>;


export type StartRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type WithdrawRequestMutationVariables = Exact<{
  input: RequestActInput;
}>;


export type WithdrawRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type CloseRequestMutationVariables = Exact<{
  input: RequestActInput;
}>;


export type CloseRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type AuthoriseRequestMutationVariables = Exact<{
  input: AuthoriseRequestInput;
}>;


export type AuthoriseRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type RefuseRequestMutationVariables = Exact<{
  input: RefuseRequestInput;
}>;


export type RefuseRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type PostponeRequestMutationVariables = Exact<{
  input: PostponeRequestInput;
}>;


export type PostponeRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type AnswerRequestMutationVariables = Exact<{
  input: AnswerRequestInput;
}>;


export type AnswerRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type RedeliverRequestMutationVariables = Exact<{
  id: string | number;
}>;


export type RedeliverRequestMutation = { readonly file: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } };

export type ActOnNoticeMutationVariables = Exact<{
  input: NoticeActInput;
}>;


export type ActOnNoticeMutation = { readonly file: { readonly id: string, readonly state: NoticeState, readonly version: number, readonly side: NoticeSide, readonly possible: ReadonlyArray<NoticeAct>, readonly review: ReviewOutcome, readonly endsAt: string | null, readonly notice: { readonly kind: NoticeKind | null, readonly number: string | null, readonly summary: string | null } | null, readonly owner: { readonly code: string, readonly name: string }, readonly reviewer: { readonly code: string, readonly name: string }, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: NoticeAct, readonly side: NoticeSide, readonly state: NoticeState, readonly message: string | null, readonly outcome: ReviewOutcome | null, readonly bureau: { readonly code: string } | null }> } };

export type AlertStreamSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  filter?: AlertFilter | null | undefined;
}>;


export type AlertStreamSubscription = { readonly alerts:
    | { readonly __typename: 'Alert', readonly cursor: string, readonly id: string, readonly kind: AlertKind, readonly publishedAt: string, readonly late: boolean, readonly recordType: AlertRecordType | null, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly owner: { readonly code: string }, readonly record:
        | { readonly reference: string | null }
        | { readonly number: string | null, readonly noticeKind: NoticeKind | null }
        | { readonly codename: string | null }
        | { readonly warnings: ReadonlyArray<PersonWarning> | null, readonly names: ReadonlyArray<{ readonly full: string | null }> | null }
       | null, readonly watch: { readonly note: string } | null, readonly deskEntry: { readonly kind: DeskEntryKind, readonly purpose: Purpose, readonly case: string | null, readonly records: ReadonlyArray<string>, readonly rules: ReadonlyArray<string>, readonly readerBureau: { readonly code: string } } | null }
    | { readonly __typename: 'Heartbeat', readonly cursor: string, readonly at: string, readonly lagMs: number }
    | { readonly __typename: 'StreamNotice', readonly cursor: string, readonly code: StreamCode, readonly resumeAfter: string | null, readonly retryAfterMs: number | null }
   };

export type AlertedPersonFragment = { readonly warnings: ReadonlyArray<PersonWarning> | null, readonly names: ReadonlyArray<{ readonly full: string | null }> | null };

export type AlertedNoticeFragment = { readonly number: string | null, readonly noticeKind: NoticeKind | null };

export type AlertedRequestFragment = { readonly reference: string | null };

export type AlertedOperationFragment = { readonly codename: string | null };

export type BureauCardFragment = { readonly code: string, readonly name: string, readonly kind: BureauKind, readonly timeZone: string, readonly duty24x7: boolean, readonly status: BureauStatus, readonly serves: ReadonlyArray<string>, readonly contact: { readonly desk: string | null, readonly email: string | null, readonly phone: string | null } | null, readonly health: { readonly state: SourceState, readonly lastAnsweredAt: string | null, readonly latencyMs: number | null, readonly breaker: BreakerState | null }, readonly feeds: ReadonlyArray<{ readonly type: string, readonly mode: FeedMode, readonly lagMs: number | null, readonly gap: boolean, readonly lastError: FeedError | null }> };

export type BureauStateQueryVariables = Exact<{ [key: string]: never; }>;


export type BureauStateQuery = { readonly bureaus: ReadonlyArray<{ readonly code: string, readonly name: string, readonly kind: BureauKind, readonly timeZone: string, readonly duty24x7: boolean, readonly status: BureauStatus, readonly serves: ReadonlyArray<string>, readonly contact: { readonly desk: string | null, readonly email: string | null, readonly phone: string | null } | null, readonly health: { readonly state: SourceState, readonly lastAnsweredAt: string | null, readonly latencyMs: number | null, readonly breaker: BreakerState | null }, readonly feeds: ReadonlyArray<{ readonly type: string, readonly mode: FeedMode, readonly lagMs: number | null, readonly gap: boolean, readonly lastError: FeedError | null }> }> };

export type CaseListQueryVariables = Exact<{
  bureau: string;
  first: number;
  sentAfter?: string | null | undefined;
  askedAfter?: string | null | undefined;
}>;


export type CaseListQuery = { readonly sent: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly reference: string | null, readonly kind: RequestKind | null, readonly state: RequestState | null, readonly urgency: Urgency | null, readonly requestedBureaus: ReadonlyArray<string> | null, readonly sentAt: string | null, readonly dueAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } }, readonly asked: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly reference: string | null, readonly kind: RequestKind | null, readonly state: RequestState | null, readonly urgency: Urgency | null, readonly requestedBureaus: ReadonlyArray<string> | null, readonly sentAt: string | null, readonly dueAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } }, readonly notices: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NoticeKind | null, readonly number: string | null, readonly state: NoticeState | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly owner: { readonly code: string } }> } };

export type CasePageFragment = { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly reference: string | null, readonly kind: RequestKind | null, readonly state: RequestState | null, readonly urgency: Urgency | null, readonly requestedBureaus: ReadonlyArray<string> | null, readonly sentAt: string | null, readonly dueAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } };

export type RequestFileQueryVariables = Exact<{
  id: string | number;
}>;


export type RequestFileQuery = { readonly requestFile: { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null } | null };

export type RequestFileViewFragment = { readonly id: string, readonly state: RequestState, readonly version: number, readonly side: RequestSide, readonly possible: ReadonlyArray<RequestAct>, readonly dueAt: string | null, readonly requester: { readonly code: string, readonly name: string }, readonly requested: { readonly code: string, readonly name: string }, readonly request: { readonly reference: string | null, readonly kind: RequestKind | null, readonly urgency: Urgency | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly sentAt: string | null } | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: RequestAct, readonly side: RequestSide, readonly state: RequestState, readonly message: string | null, readonly grounds: ReadonlyArray<RefusalGround>, readonly reviewAt: string | null, readonly bureau: { readonly code: string } | null, readonly reply: { readonly kind: ResponseKind | null, readonly text: string | null } | null }>, readonly attachments: ReadonlyArray<{ readonly name: string, readonly mediaType: string, readonly bytes: number, readonly sha256: string, readonly reference: string }>, readonly delivery: { readonly state: DeliveryState, readonly attempts: number, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } | null };

export type NoticeFileQueryVariables = Exact<{
  id: string | number;
}>;


export type NoticeFileQuery = { readonly noticeFile: { readonly id: string, readonly state: NoticeState, readonly version: number, readonly side: NoticeSide, readonly possible: ReadonlyArray<NoticeAct>, readonly review: ReviewOutcome, readonly endsAt: string | null, readonly notice: { readonly kind: NoticeKind | null, readonly number: string | null, readonly summary: string | null } | null, readonly owner: { readonly code: string, readonly name: string }, readonly reviewer: { readonly code: string, readonly name: string }, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: NoticeAct, readonly side: NoticeSide, readonly state: NoticeState, readonly message: string | null, readonly outcome: ReviewOutcome | null, readonly bureau: { readonly code: string } | null }> } | null };

export type NoticeFileViewFragment = { readonly id: string, readonly state: NoticeState, readonly version: number, readonly side: NoticeSide, readonly possible: ReadonlyArray<NoticeAct>, readonly review: ReviewOutcome, readonly endsAt: string | null, readonly notice: { readonly kind: NoticeKind | null, readonly number: string | null, readonly summary: string | null } | null, readonly owner: { readonly code: string, readonly name: string }, readonly reviewer: { readonly code: string, readonly name: string }, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly act: NoticeAct, readonly side: NoticeSide, readonly state: NoticeState, readonly message: string | null, readonly outcome: ReviewOutcome | null, readonly bureau: { readonly code: string } | null }> };

type DisclosureMarks_AssistanceRequest_Fragment = { readonly id: string, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> };

type DisclosureMarks_Notice_Fragment = { readonly id: string, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> };

type DisclosureMarks_Operation_Fragment = { readonly id: string, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> };

type DisclosureMarks_Person_Fragment = { readonly id: string, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> };

export type DisclosureMarksFragment =
  | DisclosureMarks_AssistanceRequest_Fragment
  | DisclosureMarks_Notice_Fragment
  | DisclosureMarks_Operation_Fragment
  | DisclosureMarks_Person_Fragment
;

export type SourceTileFragment = { readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } };

export type ExplainRecordQueryVariables = Exact<{
  id: string | number;
  caller: ExplainedCaller;
}>;


export type ExplainRecordQuery = { readonly explainDisclosure: { readonly type: string, readonly version: string, readonly record: { readonly level: RecordLevel, readonly because: string }, readonly fields: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly because: string }>, readonly rules: ReadonlyArray<{ readonly id: string, readonly title: string, readonly counts: boolean, readonly because: string }> } | null };

export type HitCheckMutationVariables = Exact<{
  input: HitCheckInput;
}>;


export type HitCheckMutation = { readonly hitCheck: { readonly checksLeft: number, readonly rows: ReadonlyArray<{ readonly outcome: HitOutcome, readonly bureau: { readonly code: string, readonly name: string }, readonly contact: { readonly desk: string | null, readonly email: string | null, readonly phone: string | null } | null }> } };

export type AccessesQueryVariables = Exact<{
  filter?: DisclosureFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AccessesQuery = { readonly disclosures: { readonly totalAccesses: number, readonly totalRecords: number, readonly nodes: ReadonlyArray<{ readonly entry: number, readonly at: string, readonly kind: DisclosureKind, readonly readerRoles: ReadonlyArray<Role>, readonly purpose: Purpose, readonly cases: ReadonlyArray<string>, readonly recordType: string | null, readonly records: ReadonlyArray<string>, readonly rules: ReadonlyArray<string>, readonly readerBureau: { readonly code: string }, readonly fields: ReadonlyArray<{ readonly field: string, readonly level: Level }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly byDay: ReadonlyArray<{ readonly value: string, readonly accesses: number, readonly records: number }>, readonly byReader: ReadonlyArray<{ readonly value: string, readonly accesses: number, readonly records: number }> } | null };

export type MyActsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyActsQuery = { readonly myDisclosures: { readonly nodes: ReadonlyArray<{ readonly entry: number, readonly at: string, readonly kind: LedgerActKind, readonly purpose: Purpose | null, readonly case: string | null, readonly operationName: string | null, readonly given: ReadonlyArray<{ readonly recordType: string, readonly records: ReadonlyArray<string>, readonly owner: { readonly code: string } }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type InclusionProofQueryVariables = Exact<{
  entry: number;
}>;


export type InclusionProofQuery = { readonly ledgerInclusion: { readonly entry: number, readonly leafHash: string, readonly hashes: ReadonlyArray<string>, readonly checkpoint: { readonly origin: string, readonly size: number, readonly root: string, readonly note: string, readonly key: string } } | null };

export type CheckpointQueryVariables = Exact<{ [key: string]: never; }>;


export type CheckpointQuery = { readonly ledgerCheckpoint: { readonly origin: string, readonly size: number, readonly root: string, readonly note: string, readonly key: string } | null };

export type NoticeRowFragment = { readonly kind: NoticeKind | null, readonly number: string | null, readonly state: NoticeState | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly subject: { readonly id: string, readonly warnings: ReadonlyArray<PersonWarning> | null, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null }> | null } | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> };

export type ListNoticesQueryVariables = Exact<{
  where?: NoticeFilter | null | undefined;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ListNoticesQuery = { readonly list: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: NoticeKind | null, readonly number: string | null, readonly state: NoticeState | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly subject: { readonly id: string, readonly warnings: ReadonlyArray<PersonWarning> | null, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null }> | null } | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly facets: ReadonlyArray<{ readonly field: string, readonly withheld: number, readonly unknown: number, readonly buckets: ReadonlyArray<{ readonly value: string, readonly count: number }> }> | null, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } }> } };

export type ListNoticesProgressSubscriptionVariables = Exact<{
  where?: NoticeFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type ListNoticesProgressSubscription = { readonly list: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: NoticeKind | null, readonly number: string | null, readonly state: NoticeState | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly subject: { readonly id: string, readonly warnings: ReadonlyArray<PersonWarning> | null, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null }> | null } | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly facets: ReadonlyArray<{ readonly field: string, readonly withheld: number, readonly unknown: number, readonly buckets: ReadonlyArray<{ readonly value: string, readonly count: number }> }> | null, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } }> } };

export type OperationRowFragment = { readonly codename: string | null, readonly kind: OperationKind | null, readonly state: OperationState | null, readonly startsOn: string | null, readonly endsOn: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly participants: ReadonlyArray<{ readonly bureau: { readonly code: string } | null }> | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> };

export type ListOperationsQueryVariables = Exact<{
  where?: OperationFilter | null | undefined;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ListOperationsQuery = { readonly list: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly codename: string | null, readonly kind: OperationKind | null, readonly state: OperationState | null, readonly startsOn: string | null, readonly endsOn: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly participants: ReadonlyArray<{ readonly bureau: { readonly code: string } | null }> | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly facets: ReadonlyArray<{ readonly field: string, readonly withheld: number, readonly unknown: number, readonly buckets: ReadonlyArray<{ readonly value: string, readonly count: number }> }> | null, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } }> } };

export type ListOperationsProgressSubscriptionVariables = Exact<{
  where?: OperationFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type ListOperationsProgressSubscription = { readonly list: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly codename: string | null, readonly kind: OperationKind | null, readonly state: OperationState | null, readonly startsOn: string | null, readonly endsOn: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly participants: ReadonlyArray<{ readonly bureau: { readonly code: string } | null }> | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly facets: ReadonlyArray<{ readonly field: string, readonly withheld: number, readonly unknown: number, readonly buckets: ReadonlyArray<{ readonly value: string, readonly count: number }> }> | null, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } }> } };

export type ListPersonsQueryVariables = Exact<{
  where?: PersonFilter | null | undefined;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ListPersonsQuery = { readonly list: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly status: PersonStatus | null, readonly birthDate: string | null, readonly warnings: ReadonlyArray<PersonWarning> | null, readonly recordedAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null }> | null, readonly nationalities: ReadonlyArray<{ readonly country: string | null }> | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly facets: ReadonlyArray<{ readonly field: string, readonly withheld: number, readonly unknown: number, readonly buckets: ReadonlyArray<{ readonly value: string, readonly count: number }> }> | null, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } }> } };

export type ListPersonsProgressSubscriptionVariables = Exact<{
  where?: PersonFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type ListPersonsProgressSubscription = { readonly list: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly status: PersonStatus | null, readonly birthDate: string | null, readonly warnings: ReadonlyArray<PersonWarning> | null, readonly recordedAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null }> | null, readonly nationalities: ReadonlyArray<{ readonly country: string | null }> | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly facets: ReadonlyArray<{ readonly field: string, readonly withheld: number, readonly unknown: number, readonly buckets: ReadonlyArray<{ readonly value: string, readonly count: number }> }> | null, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } }> } };

export type DivisionFragment = { readonly field: string, readonly withheld: number, readonly unknown: number, readonly buckets: ReadonlyArray<{ readonly value: string, readonly count: number }> };

export type RequestRowFragment = { readonly reference: string | null, readonly kind: RequestKind | null, readonly state: RequestState | null, readonly urgency: Urgency | null, readonly requestedBureaus: ReadonlyArray<string> | null, readonly sentAt: string | null, readonly dueAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> };

export type ListRequestsQueryVariables = Exact<{
  where?: AssistanceRequestFilter | null | undefined;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ListRequestsQuery = { readonly list: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly reference: string | null, readonly kind: RequestKind | null, readonly state: RequestState | null, readonly urgency: Urgency | null, readonly requestedBureaus: ReadonlyArray<string> | null, readonly sentAt: string | null, readonly dueAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly facets: ReadonlyArray<{ readonly field: string, readonly withheld: number, readonly unknown: number, readonly buckets: ReadonlyArray<{ readonly value: string, readonly count: number }> }> | null, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } }> } };

export type ListRequestsProgressSubscriptionVariables = Exact<{
  where?: AssistanceRequestFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type ListRequestsProgressSubscription = { readonly list: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly reference: string | null, readonly kind: RequestKind | null, readonly state: RequestState | null, readonly urgency: Urgency | null, readonly requestedBureaus: ReadonlyArray<string> | null, readonly sentAt: string | null, readonly dueAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly facets: ReadonlyArray<{ readonly field: string, readonly withheld: number, readonly unknown: number, readonly buckets: ReadonlyArray<{ readonly value: string, readonly count: number }> }> | null, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } }> } };

export type NetworkQueryVariables = Exact<{
  seed: string | number;
  depth: number;
}>;


export type NetworkQuery = { readonly network: { readonly truncated: boolean, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NetworkNodeKind, readonly value: string | null, readonly record:
        | { readonly __typename: 'AssistanceRequest', readonly id: string, readonly reference: string | null, readonly owner: { readonly code: string } }
        | { readonly __typename: 'Notice', readonly id: string, readonly number: string | null, readonly noticeKind: NoticeKind | null, readonly owner: { readonly code: string } }
        | { readonly __typename: 'Operation', readonly id: string, readonly codename: string | null, readonly owner: { readonly code: string } }
        | { readonly __typename: 'Person', readonly id: string, readonly warnings: ReadonlyArray<PersonWarning> | null, readonly owner: { readonly code: string }, readonly names: ReadonlyArray<{ readonly full: string | null }> | null }
       | null }>, readonly edges: ReadonlyArray<{ readonly from: string, readonly to: string, readonly kind: string }>, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } }> } | null };

export type OpenNoticeQueryVariables = Exact<{
  id: string | number;
}>;


export type OpenNoticeQuery = { readonly node:
    | { readonly kind: NoticeKind | null, readonly number: string | null, readonly state: NoticeState | null, readonly form: NoticeForm | null, readonly actionRequested: ReadonlyArray<ActionRequested> | null, readonly requestingAuthority: string | null, readonly summary: string | null, readonly eventDate: string | null, readonly review: ReviewOutcome | null, readonly recipients: ReadonlyArray<string> | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly recordedAt: string | null, readonly updatedAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly handling: { readonly confidentiality: Confidentiality | null, readonly handlingCode: HandlingCode | null, readonly conditionsOfUse: ReadonlyArray<ConditionOfUse> | null, readonly onwardTransfer: OnwardTransfer | null, readonly originator: string | null, readonly caveat: string | null } | null, readonly subject: { readonly id: string, readonly birthDate: string | null, readonly warnings: ReadonlyArray<PersonWarning> | null, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null }> | null } | null, readonly warrants: ReadonlyArray<{ readonly kind: WarrantKind | null, readonly issuingAuthority: string | null, readonly country: string | null, readonly reference: string | null, readonly issuedOn: string | null, readonly charge: string | null }> | null, readonly offences: ReadonlyArray<{ readonly family: OffenceFamily | null, readonly charge: string | null, readonly law: string | null, readonly facts: string | null }> | null, readonly eventPlace: { readonly name: string | null, readonly country: string | null } | null, readonly requests: ReadonlyArray<{ readonly id: string, readonly reference: string | null, readonly requestState: RequestState | null }> | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }
    | Record<PropertyKey, never>
   | null };

export type OpenOperationQueryVariables = Exact<{
  id: string | number;
}>;


export type OpenOperationQuery = { readonly node:
    | { readonly codename: string | null, readonly kind: OperationKind | null, readonly state: OperationState | null, readonly purpose: string | null, readonly legalBasis: string | null, readonly startsOn: string | null, readonly endsOn: string | null, readonly offenceFamilies: ReadonlyArray<OffenceFamily> | null, readonly results: string | null, readonly recordedAt: string | null, readonly updatedAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly handling: { readonly confidentiality: Confidentiality | null, readonly handlingCode: HandlingCode | null, readonly conditionsOfUse: ReadonlyArray<ConditionOfUse> | null, readonly onwardTransfer: OnwardTransfer | null, readonly originator: string | null, readonly caveat: string | null } | null, readonly participants: ReadonlyArray<{ readonly role: ParticipantRole | null, readonly bureau: { readonly code: string } | null }> | null, readonly targets: ReadonlyArray<{ readonly id: string, readonly birthDate: string | null, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null }> | null }> | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }
    | Record<PropertyKey, never>
   | null };

export type OpenPersonQueryVariables = Exact<{
  id: string | number;
}>;


export type OpenPersonQuery = { readonly node:
    | { readonly status: PersonStatus | null, readonly warnings: ReadonlyArray<PersonWarning> | null, readonly sex: Sex | null, readonly birthDate: string | null, readonly deathDate: string | null, readonly languages: ReadonlyArray<string> | null, readonly occupation: string | null, readonly protectedClasses: ReadonlyArray<ProtectedClass> | null, readonly legalSituation: string | null, readonly remarks: string | null, readonly excludedCountries: ReadonlyArray<string> | null, readonly recordedAt: string | null, readonly updatedAt: string | null, readonly expiresOn: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly handling: { readonly confidentiality: Confidentiality | null, readonly handlingCode: HandlingCode | null, readonly conditionsOfUse: ReadonlyArray<ConditionOfUse> | null, readonly onwardTransfer: OnwardTransfer | null, readonly originator: string | null, readonly caveat: string | null } | null, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null, readonly quality: NameQuality | null }> | null, readonly birthPlace: { readonly name: string | null, readonly country: string | null } | null, readonly nationalities: ReadonlyArray<{ readonly country: string | null, readonly confirmed: boolean | null }> | null, readonly documents: ReadonlyArray<{ readonly kind: DocumentKind | null, readonly number: string | null, readonly issuingCountry: string | null, readonly status: DocumentStatus | null, readonly expiresOn: string | null }> | null, readonly description: { readonly heightCm: number | null, readonly weightKg: number | null, readonly eyes: ReadonlyArray<Colour> | null, readonly hair: ReadonlyArray<Colour> | null, readonly build: string | null, readonly marks: ReadonlyArray<string> | null } | null, readonly addresses: ReadonlyArray<{ readonly street: string | null, readonly city: string | null, readonly country: string | null }> | null, readonly parents: ReadonlyArray<{ readonly relation: Relation | null, readonly family: string | null, readonly given: string | null }> | null, readonly contacts: ReadonlyArray<{ readonly kind: ContactKind | null, readonly value: string | null }> | null, readonly notices: ReadonlyArray<{ readonly id: string, readonly number: string | null, readonly noticeKind: NoticeKind | null, readonly noticeState: NoticeState | null }> | null, readonly requests: ReadonlyArray<{ readonly id: string, readonly reference: string | null, readonly requestState: RequestState | null }> | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }
    | Record<PropertyKey, never>
   | null };

export type HandlingMarksFragment = { readonly confidentiality: Confidentiality | null, readonly handlingCode: HandlingCode | null, readonly conditionsOfUse: ReadonlyArray<ConditionOfUse> | null, readonly onwardTransfer: OnwardTransfer | null, readonly originator: string | null, readonly caveat: string | null };

export type OpenRequestQueryVariables = Exact<{
  id: string | number;
}>;


export type OpenRequestQuery = { readonly node:
    | { readonly reference: string | null, readonly kind: RequestKind | null, readonly state: RequestState | null, readonly urgency: Urgency | null, readonly purpose: Purpose | null, readonly requestedBureaus: ReadonlyArray<string> | null, readonly requestingAuthority: string | null, readonly question: string | null, readonly facts: string | null, readonly justification: string | null, readonly legalBasis: string | null, readonly sentAt: string | null, readonly dueAt: string | null, readonly recordedAt: string | null, readonly updatedAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly handling: { readonly confidentiality: Confidentiality | null, readonly handlingCode: HandlingCode | null, readonly conditionsOfUse: ReadonlyArray<ConditionOfUse> | null, readonly onwardTransfer: OnwardTransfer | null, readonly originator: string | null, readonly caveat: string | null } | null, readonly offences: ReadonlyArray<{ readonly family: OffenceFamily | null, readonly charge: string | null }> | null, readonly subjects: ReadonlyArray<{ readonly id: string, readonly birthDate: string | null, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null }> | null }> | null, readonly responses: ReadonlyArray<{ readonly bureau: string | null, readonly kind: ResponseKind | null, readonly text: string | null, readonly answeredAt: string | null }> | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> }
    | Record<PropertyKey, never>
   | null };

export type PersonRowFragment = { readonly status: PersonStatus | null, readonly birthDate: string | null, readonly warnings: ReadonlyArray<PersonWarning> | null, readonly recordedAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null }> | null, readonly nationalities: ReadonlyArray<{ readonly country: string | null }> | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> };

export type RollCallSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type RollCallSubscription = { readonly noticesProgress: { readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } }> } };

export type SearchPersonsQueryVariables = Exact<{
  input: PersonSearchInput;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type SearchPersonsQuery = { readonly list: { readonly edges: ReadonlyArray<{ readonly score: number, readonly explanation: string, readonly node: { readonly status: PersonStatus | null, readonly birthDate: string | null, readonly warnings: ReadonlyArray<PersonWarning> | null, readonly recordedAt: string | null, readonly id: string, readonly _staleAsOf: string | null, readonly names: ReadonlyArray<{ readonly kind: NameKind | null, readonly full: string | null, readonly originalScript: string | null }> | null, readonly nationalities: ReadonlyArray<{ readonly country: string | null }> | null, readonly owner: { readonly code: string }, readonly _disclosure: ReadonlyArray<{ readonly field: string, readonly level: Level, readonly reason: DisclosureReason }> } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly sources: ReadonlyArray<{ readonly state: SourceState, readonly latencyMs: number | null, readonly retryAfterMs: number | null, readonly bureau: { readonly code: string } }> } };

export type WatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type WatchesQuery = { readonly watches: ReadonlyArray<{ readonly id: string, readonly note: string, readonly recordType: AlertRecordType, readonly createdAt: string, readonly expiresAt: string, readonly matches: number, readonly complete: boolean }> };

export type WatchLineFragment = { readonly id: string, readonly note: string, readonly recordType: AlertRecordType, readonly createdAt: string, readonly expiresAt: string, readonly matches: number, readonly complete: boolean };

export type CreateWatchMutationVariables = Exact<{
  input: CreateWatchInput;
}>;


export type CreateWatchMutation = { readonly createWatch: { readonly id: string, readonly note: string, readonly recordType: AlertRecordType, readonly createdAt: string, readonly expiresAt: string, readonly matches: number, readonly complete: boolean } };

export type RenewWatchMutationVariables = Exact<{
  id: string | number;
}>;


export type RenewWatchMutation = { readonly renewWatch: { readonly id: string, readonly note: string, readonly recordType: AlertRecordType, readonly createdAt: string, readonly expiresAt: string, readonly matches: number, readonly complete: boolean } };

export type DeleteWatchMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteWatchMutation = { readonly deleteWatch: string };

export type WhoAsksQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAsksQuery = { readonly viewer: { readonly personRef: string, readonly roles: ReadonlyArray<Role>, readonly clearance: number, readonly bureau: { readonly code: string, readonly name: string } }, readonly bureaus: ReadonlyArray<{ readonly code: string, readonly name: string, readonly kind: BureauKind, readonly timeZone: string, readonly duty24x7: boolean, readonly status: BureauStatus, readonly serves: ReadonlyArray<string>, readonly contact: { readonly desk: string | null, readonly email: string | null, readonly phone: string | null } | null, readonly health: { readonly state: SourceState, readonly lastAnsweredAt: string | null, readonly latencyMs: number | null, readonly breaker: BreakerState | null }, readonly feeds: ReadonlyArray<{ readonly type: string, readonly mode: FeedMode, readonly lagMs: number | null, readonly gap: boolean, readonly lastError: FeedError | null }> }> };

export const AlertedPersonFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedPerson"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"full"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}}]}}]} as unknown as DocumentNode<AlertedPersonFragment, unknown>;
export const AlertedNoticeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedNotice"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"noticeKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]} as unknown as DocumentNode<AlertedNoticeFragment, unknown>;
export const AlertedRequestFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}}]} as unknown as DocumentNode<AlertedRequestFragment, unknown>;
export const AlertedOperationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedOperation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"codename"}}]}}]} as unknown as DocumentNode<AlertedOperationFragment, unknown>;
export const BureauCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BureauCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Bureau"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"duty24x7"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"serves"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"desk"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastAnsweredAt"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"breaker"}}]}},{"kind":"Field","name":{"kind":"Name","value":"feeds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"lagMs"}},{"kind":"Field","name":{"kind":"Name","value":"gap"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}}]}}]}}]} as unknown as DocumentNode<BureauCardFragment, unknown>;
export const DisclosureMarksFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<DisclosureMarksFragment, unknown>;
export const RequestRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBureaus"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<RequestRowFragment, unknown>;
export const CasePageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CasePage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequestConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBureaus"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]} as unknown as DocumentNode<CasePageFragment, unknown>;
export const RequestFileViewFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<RequestFileViewFragment, unknown>;
export const NoticeFileViewFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoticeFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NoticeFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"review"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<NoticeFileViewFragment, unknown>;
export const SourceTileFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<SourceTileFragment, unknown>;
export const NoticeRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoticeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<NoticeRowFragment, unknown>;
export const OperationRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"codename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<OperationRowFragment, unknown>;
export const DivisionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Division"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Facet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}}]} as unknown as DocumentNode<DivisionFragment, unknown>;
export const HandlingMarksFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HandlingMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Handling"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confidentiality"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"conditionsOfUse"}},{"kind":"Field","name":{"kind":"Name","value":"onwardTransfer"}},{"kind":"Field","name":{"kind":"Name","value":"originator"}},{"kind":"Field","name":{"kind":"Name","value":"caveat"}}]}}]} as unknown as DocumentNode<HandlingMarksFragment, unknown>;
export const PersonRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"nationalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<PersonRowFragment, unknown>;
export const WatchLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WatchLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Watch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"matches"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}}]}}]} as unknown as DocumentNode<WatchLineFragment, unknown>;
export const SendRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestActInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"sendRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<SendRequestMutation, SendRequestMutationVariables>;
export const AcknowledgeRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgeRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestActInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"acknowledgeRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<AcknowledgeRequestMutation, AcknowledgeRequestMutationVariables>;
export const ExamineRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExamineRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestActInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"examineRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<ExamineRequestMutation, ExamineRequestMutationVariables>;
export const AskMoreDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AskMore"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestActInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"askMore"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<AskMoreMutation, AskMoreMutationVariables>;
export const AnswerMoreDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerMore"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestActInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"answerMore"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<AnswerMoreMutation, AnswerMoreMutationVariables>;
export const AcceptRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestActInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"acceptRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<AcceptRequestMutation, AcceptRequestMutationVariables>;
export const StartRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestActInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"startRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<StartRequestMutation, StartRequestMutationVariables>;
export const WithdrawRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestActInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"withdrawRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<WithdrawRequestMutation, WithdrawRequestMutationVariables>;
export const CloseRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestActInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"closeRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<CloseRequestMutation, CloseRequestMutationVariables>;
export const AuthoriseRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AuthoriseRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AuthoriseRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"authoriseRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<AuthoriseRequestMutation, AuthoriseRequestMutationVariables>;
export const RefuseRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefuseRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefuseRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"refuseRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<RefuseRequestMutation, RefuseRequestMutationVariables>;
export const PostponeRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PostponeRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PostponeRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"postponeRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<PostponeRequestMutation, PostponeRequestMutationVariables>;
export const AnswerRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"answerRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<AnswerRequestMutation, AnswerRequestMutationVariables>;
export const RedeliverRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RedeliverRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"redeliverRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<RedeliverRequestMutation, RedeliverRequestMutationVariables>;
export const ActOnNoticeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ActOnNotice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoticeActInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"file"},"name":{"kind":"Name","value":"actOnNotice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoticeFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoticeFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NoticeFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"review"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<ActOnNoticeMutation, ActOnNoticeMutationVariables>;
export const AlertStreamDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AlertStream"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AlertFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alerts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"changedFields"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertedPerson"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertedNotice"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertedRequest"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertedOperation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"watch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deskEntry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"readerBureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"case"}},{"kind":"Field","name":{"kind":"Name","value":"records"}},{"kind":"Field","name":{"kind":"Name","value":"rules"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Heartbeat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"lagMs"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StreamNotice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"resumeAfter"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedPerson"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"full"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedNotice"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"noticeKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedOperation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"codename"}}]}}]} as unknown as DocumentNode<AlertStreamSubscription, AlertStreamSubscriptionVariables>;
export const BureauStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BureauState"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureaus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BureauCard"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BureauCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Bureau"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"duty24x7"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"serves"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"desk"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastAnsweredAt"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"breaker"}}]}},{"kind":"Field","name":{"kind":"Name","value":"feeds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"lagMs"}},{"kind":"Field","name":{"kind":"Name","value":"gap"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}}]}}]}}]} as unknown as DocumentNode<BureauStateQuery, BureauStateQueryVariables>;
export const CaseListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CaseList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bureau"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CountryCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sentAfter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"askedAfter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"sent"},"name":{"kind":"Name","value":"requests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"owner"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bureau"}}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sentAfter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CasePage"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"asked"},"name":{"kind":"Name","value":"requests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"requestedBureaus"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bureau"}}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"askedAfter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CasePage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"owner"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bureau"}}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBureaus"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CasePage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequestConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]} as unknown as DocumentNode<CaseListQuery, CaseListQueryVariables>;
export const RequestFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RequestFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"grounds"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"reply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<RequestFileQuery, RequestFileQueryVariables>;
export const NoticeFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NoticeFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noticeFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoticeFileView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoticeFileView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NoticeFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"review"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<NoticeFileQuery, NoticeFileQueryVariables>;
export const ExplainRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"caller"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainedCaller"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainDisclosure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"caller"},"value":{"kind":"Variable","name":{"kind":"Name","value":"caller"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"counts"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}}]}}]}}]} as unknown as DocumentNode<ExplainRecordQuery, ExplainRecordQueryVariables>;
export const HitCheckDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HitCheck"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HitCheckInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hitCheck"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"desk"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"checksLeft"}}]}}]}}]} as unknown as DocumentNode<HitCheckMutation, HitCheckMutationVariables>;
export const AccessesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Accesses"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DisclosureFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disclosures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"readerBureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readerRoles"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"cases"}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"records"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rules"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalAccesses"}},{"kind":"Field","name":{"kind":"Name","value":"totalRecords"}},{"kind":"Field","alias":{"kind":"Name","value":"byDay"},"name":{"kind":"Name","value":"counts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"DAY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"accesses"}},{"kind":"Field","name":{"kind":"Name","value":"records"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"byReader"},"name":{"kind":"Name","value":"counts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"READER"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"accesses"}},{"kind":"Field","name":{"kind":"Name","value":"records"}}]}}]}}]}}]} as unknown as DocumentNode<AccessesQuery, AccessesQueryVariables>;
export const MyActsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyActs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myDisclosures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"case"}},{"kind":"Field","name":{"kind":"Name","value":"operationName"}},{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"records"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]} as unknown as DocumentNode<MyActsQuery, MyActsQueryVariables>;
export const InclusionProofDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InclusionProof"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"entry"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ledgerInclusion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"entry"},"value":{"kind":"Variable","name":{"kind":"Name","value":"entry"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"}},{"kind":"Field","name":{"kind":"Name","value":"leafHash"}},{"kind":"Field","name":{"kind":"Name","value":"hashes"}},{"kind":"Field","name":{"kind":"Name","value":"checkpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"root"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}}]}}]} as unknown as DocumentNode<InclusionProofQuery, InclusionProofQueryVariables>;
export const CheckpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Checkpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ledgerCheckpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"root"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}}]} as unknown as DocumentNode<CheckpointQuery, CheckpointQueryVariables>;
export const ListNoticesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListNotices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"NoticeFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"list"},"name":{"kind":"Name","value":"notices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoticeRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OWNER"},{"kind":"EnumValue","value":"KIND"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceTile"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoticeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Division"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Facet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<ListNoticesQuery, ListNoticesQueryVariables>;
export const ListNoticesProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ListNoticesProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"NoticeFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"list"},"name":{"kind":"Name","value":"noticesProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoticeRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OWNER"},{"kind":"EnumValue","value":"KIND"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceTile"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoticeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Division"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Facet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<ListNoticesProgressSubscription, ListNoticesProgressSubscriptionVariables>;
export const ListOperationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListOperations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OperationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"list"},"name":{"kind":"Name","value":"operations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OperationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OWNER"},{"kind":"EnumValue","value":"STATE"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceTile"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"codename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Division"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Facet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<ListOperationsQuery, ListOperationsQueryVariables>;
export const ListOperationsProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ListOperationsProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OperationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"list"},"name":{"kind":"Name","value":"operationsProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OperationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OWNER"},{"kind":"EnumValue","value":"STATE"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceTile"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"codename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Division"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Facet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<ListOperationsProgressSubscription, ListOperationsProgressSubscriptionVariables>;
export const ListPersonsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListPersons"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"list"},"name":{"kind":"Name","value":"persons"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OWNER"},{"kind":"EnumValue","value":"STATUS"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceTile"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"nationalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Division"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Facet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<ListPersonsQuery, ListPersonsQueryVariables>;
export const ListPersonsProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ListPersonsProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"list"},"name":{"kind":"Name","value":"personsProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OWNER"},{"kind":"EnumValue","value":"STATUS"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceTile"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"nationalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Division"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Facet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<ListPersonsProgressSubscription, ListPersonsProgressSubscriptionVariables>;
export const ListRequestsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequestFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"list"},"name":{"kind":"Name","value":"requests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OWNER"},{"kind":"EnumValue","value":"STATE"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceTile"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBureaus"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Division"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Facet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<ListRequestsQuery, ListRequestsQueryVariables>;
export const ListRequestsProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ListRequestsProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequestFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"list"},"name":{"kind":"Name","value":"requestsProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OWNER"},{"kind":"EnumValue","value":"STATE"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Division"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceTile"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBureaus"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Division"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Facet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<ListRequestsProgressSubscription, ListRequestsProgressSubscriptionVariables>;
export const NetworkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Network"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seed"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"depth"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"seed"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seed"}}},{"kind":"Argument","name":{"kind":"Name","value":"depth"},"value":{"kind":"Variable","name":{"kind":"Name","value":"depth"}}},{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"IntValue","value":"60"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertedPerson"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertedNotice"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertedRequest"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertedOperation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceTile"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedPerson"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"full"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedNotice"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"noticeKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertedOperation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"codename"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<NetworkQuery, NetworkQueryVariables>;
export const OpenNoticeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenNotice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"handling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HandlingMarks"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"actionRequested"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestingAuthority"}},{"kind":"Field","name":{"kind":"Name","value":"warrants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"issuingAuthority"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"charge"}}]}},{"kind":"Field","name":{"kind":"Name","value":"offences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"charge"}},{"kind":"Field","name":{"kind":"Name","value":"law"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"eventDate"}},{"kind":"Field","name":{"kind":"Name","value":"eventPlace"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"review"}},{"kind":"Field","name":{"kind":"Name","value":"recipients"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","alias":{"kind":"Name","value":"requestState"},"name":{"kind":"Name","value":"state"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HandlingMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Handling"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confidentiality"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"conditionsOfUse"}},{"kind":"Field","name":{"kind":"Name","value":"onwardTransfer"}},{"kind":"Field","name":{"kind":"Name","value":"originator"}},{"kind":"Field","name":{"kind":"Name","value":"caveat"}}]}}]} as unknown as DocumentNode<OpenNoticeQuery, OpenNoticeQueryVariables>;
export const OpenOperationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenOperation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"handling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HandlingMarks"}}]}},{"kind":"Field","name":{"kind":"Name","value":"codename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"legalBasis"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"offenceFamilies"}},{"kind":"Field","name":{"kind":"Name","value":"results"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HandlingMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Handling"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confidentiality"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"conditionsOfUse"}},{"kind":"Field","name":{"kind":"Name","value":"onwardTransfer"}},{"kind":"Field","name":{"kind":"Name","value":"originator"}},{"kind":"Field","name":{"kind":"Name","value":"caveat"}}]}}]} as unknown as DocumentNode<OpenOperationQuery, OpenOperationQueryVariables>;
export const OpenPersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenPerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"handling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HandlingMarks"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}},{"kind":"Field","name":{"kind":"Name","value":"quality"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"birthPlace"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deathDate"}},{"kind":"Field","name":{"kind":"Name","value":"nationalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"confirmed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"issuingCountry"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"description"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"heightCm"}},{"kind":"Field","name":{"kind":"Name","value":"weightKg"}},{"kind":"Field","name":{"kind":"Name","value":"eyes"}},{"kind":"Field","name":{"kind":"Name","value":"hair"}},{"kind":"Field","name":{"kind":"Name","value":"build"}},{"kind":"Field","name":{"kind":"Name","value":"marks"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"relation"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"given"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"languages"}},{"kind":"Field","name":{"kind":"Name","value":"occupation"}},{"kind":"Field","name":{"kind":"Name","value":"protectedClasses"}},{"kind":"Field","name":{"kind":"Name","value":"legalSituation"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"excludedCountries"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"notices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"noticeKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","alias":{"kind":"Name","value":"noticeState"},"name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","alias":{"kind":"Name","value":"requestState"},"name":{"kind":"Name","value":"state"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HandlingMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Handling"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confidentiality"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"conditionsOfUse"}},{"kind":"Field","name":{"kind":"Name","value":"onwardTransfer"}},{"kind":"Field","name":{"kind":"Name","value":"originator"}},{"kind":"Field","name":{"kind":"Name","value":"caveat"}}]}}]} as unknown as DocumentNode<OpenPersonQuery, OpenPersonQueryVariables>;
export const OpenRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"handling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HandlingMarks"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBureaus"}},{"kind":"Field","name":{"kind":"Name","value":"requestingAuthority"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"legalBasis"}},{"kind":"Field","name":{"kind":"Name","value":"offences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"charge"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"responses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HandlingMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Handling"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confidentiality"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"conditionsOfUse"}},{"kind":"Field","name":{"kind":"Name","value":"onwardTransfer"}},{"kind":"Field","name":{"kind":"Name","value":"originator"}},{"kind":"Field","name":{"kind":"Name","value":"caveat"}}]}}]} as unknown as DocumentNode<OpenRequestQuery, OpenRequestQueryVariables>;
export const RollCallDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"RollCall"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noticesProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceTile"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<RollCallSubscription, RollCallSubscriptionVariables>;
export const SearchPersonsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchPersons"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonSearchInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"list"},"name":{"kind":"Name","value":"searchPersons"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceTile"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DisclosureMarks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"_staleAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"_disclosure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DisclosureMarks"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"full"}},{"kind":"Field","name":{"kind":"Name","value":"originalScript"}}]}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"nationalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceTile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}}]}}]} as unknown as DocumentNode<SearchPersonsQuery, SearchPersonsQueryVariables>;
export const WatchesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Watches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"watches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WatchLine"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WatchLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Watch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"matches"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}}]}}]} as unknown as DocumentNode<WatchesQuery, WatchesQueryVariables>;
export const CreateWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateWatchInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createWatch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WatchLine"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WatchLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Watch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"matches"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}}]}}]} as unknown as DocumentNode<CreateWatchMutation, CreateWatchMutationVariables>;
export const RenewWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenewWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewWatch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WatchLine"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WatchLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Watch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"matches"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}}]}}]} as unknown as DocumentNode<RenewWatchMutation, RenewWatchMutationVariables>;
export const DeleteWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteWatch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<DeleteWatchMutation, DeleteWatchMutationVariables>;
export const WhoAsksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoAsks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"personRef"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"clearance"}},{"kind":"Field","name":{"kind":"Name","value":"bureau"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"bureaus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BureauCard"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BureauCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Bureau"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"duty24x7"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"serves"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"desk"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastAnsweredAt"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"breaker"}}]}},{"kind":"Field","name":{"kind":"Name","value":"feeds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"lagMs"}},{"kind":"Field","name":{"kind":"Name","value":"gap"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}}]}}]}}]} as unknown as DocumentNode<WhoAsksQuery, WhoAsksQueryVariables>;