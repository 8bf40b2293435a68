import type { GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ResolveInfo as GraphQLResolveInfo } from '../plan/operation.ts';
import type { ViewRecord } from '../model/record.ts';
import type { Connection } from '../plan/connection.ts';
import type { Member, BureauHealth as HubBureauHealth, BureauFeed as HubBureauFeed } from '../hub/member.ts';
import type { PolicyStatus } from '../model/policyStatus.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceStatus as BureauStatusOfAnswer } from '../model/sourceStatus.ts';
import type { Caller } from '../model/principal.ts';
import type { HitCheckResult as HubHitCheck, HitCheckResultRow as HubHitCheckRow } from '../hits/hitChecks.ts';
import type { RankedPage, FoundEdge } from '../search/rankedPage.ts';
import type { MatchCluster, PossibleMatch as HubPossibleMatch } from '../search/possibleMatches.ts';
import type { JudgedMatch as HubJudgedMatch } from '../store/matchVerdicts.ts';
import type { OfferedCube as HubCube, CubeTable as HubCubeTable } from '../search/publishedCubes.ts';
import type { Network as HubNetwork } from '../search/network.ts';
import type { Feature as HubSearchFeature } from '../search/scoreView.ts';
import type { NameFeature } from '../names/scoreNames.ts';
import type { NumberedDeskEntry as HubDeskEntry } from '../model/deskEntry.ts';
import type { AlertItem, HeartbeatItem, NoticeItem, AlertPage as HubAlertPage } from '../hub/alertFeed.ts';
import type { OfferedBlock as HubEmergencyBlock } from '../emergency/emergencyAccesses.ts';
import type { EmergencyAccess as HubEmergencyAccess } from '../model/emergencyAccess.ts';
import type { NumberedRevocation } from '../model/revocation.ts';
import type { NoticeFile as HeldNoticeFile } from '../notices/notices.ts';
import type { NoticeFlag as HeldNoticeFlag, NoticeStep as HeldNoticeStep } from '../notices/heldNotice.ts';
import type { OperationFile as HeldOperationFile, KnownTarget } from '../jointOperations/operationFile.ts';
import type { OperationStep as HeldOperationStep, OperationTerms as TermsOfOperation, Member as HeldMember, Embargo as HeldEmbargo } from '../jointOperations/heldOperation.ts';
import type { ShownParty } from '../hub/operationOperations.ts';
import type { RequestFile as HeldRequestFile } from '../requests/requestFile.ts';
import type { RequestStep as HeldRequestStep } from '../requests/heldRequest.ts';
import type { OutboxMessage } from '../store/held/outboxRows.ts';
import type { OwnerAccess, SubjectReport as ReportOnSubject, ReportedRecord as RecordReported, ReportedAccess, GivenField, DisclosurePage as PageOfDisclosures, ReaderAct, Gift, TypeView, Outlook, FieldOutlook as OutlookOfField, Explanation, LevelAccount, FieldAccount, RuleAccount } from '../hub.ts';
import type { SubjectRequest as RequestOfSubject } from '../model/subjectRequest.ts';
import type { Watch as HubWatch } from '../watches/watch.ts';
import type { HubOperation } from '../hub/hubOperation.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A country or issuing organisation: an ISO 3166-1 alpha-2 code (user-assigned codes such as `XA` included), or a code of the
   * ICAO Doc 9303-3 list for organisations (`UNO`, `EUE`). A member's code may have digits too.
   */
  CountryCode: { input: string; output: string; }
  /** A place in the stream of alerts: opaque, and good for the same caller and the same filter only. */
  Cursor: { input: string; output: string; }
  /** A calendar day, `YYYY-MM-DD` (ISO 8601-1). */
  Date: { input: string; output: string; }
  /** An instant in UTC, `YYYY-MM-DDTHH:MM:SS[.sss]Z` (RFC 3339). */
  DateTime: { input: string; output: string; }
  /** A language, as a BCP 47 tag: `pt`, `zh-Hant`, `sr-Latn`. */
  LanguageTag: { input: string; output: string; }
  /**
   * A day that may be known in part, in EDTF (ISO 8601-2:2019, levels 0 and 1): `1980-06-15`, `1980-06`, `1980`, the decade
   * `198X`, approximate `1980~`, an interval `1980/1983`. A date that an owner may generalise is a PartialDate.
   */
  PartialDate: { input: string; output: string; }
};

/**
 * The end of somebody's access: tokens that were issued to them up to that instant, and within the five seconds after it by which clocks may differ, are void at every node, and what they have
 * open ends within a second. A token that is issued to them later is good again.
 */
export type AccessRevocation = {
  /** Unguessable; the record of operations names it. */
  readonly id: Scalars['ID']['output'];
  /** The stable reference of the officer or system, as their bureau issues it. */
  readonly person: Scalars['ID']['output'];
  /** Why, in that officer's words. */
  readonly reason: Scalars['String']['output'];
  /** The instant. */
  readonly revokedAt: Scalars['DateTime']['output'];
  /** The stable reference of the officer who ended it. */
  readonly revokedBy: Scalars['ID']['output'];
};

/** A page of a bureau's revocations, the latest first. */
export type AccessRevocationPage = {
  /** The revocations. */
  readonly nodes: ReadonlyArray<AccessRevocation>;
  /** Whether earlier ones follow, and where. */
  readonly pageInfo: PageInfo;
};

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

/** An address. */
export type Address = {
  /** Town or locality. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Country. */
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  /** Remarks of the owner. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** Region. */
  readonly region?: Maybe<Scalars['String']['output']>;
  /** Street and number. */
  readonly street?: Maybe<Scalars['String']['output']>;
};

/**
 * Something moved in what the caller may see: the difference between the caller's view of a record before and after, both by the rules of the moment of delivery. What the
 * caller may not see raises no alert, and no gap shows that there was something.
 */
export type Alert = {
  /** Of CHANGED: the fields that the caller sees otherwise than before, in schema order. */
  readonly changedFields: ReadonlyArray<Scalars['String']['output']>;
  /** Pass as `after` to go on from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** Of HIT and DESK: what the desk was told. */
  readonly deskEntry?: Maybe<DeskEntry>;
  /** The same for the same alert, however often it is delivered. */
  readonly id: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: AlertKind;
  /** It was missed when it happened, and found by a comparison afterwards. */
  readonly late: Scalars['Boolean']['output'];
  /** The bureau whose record it is; of HIT and DESK, the bureau whose desk was told. */
  readonly owner: Bureau;
  /** When the hub took note of it. */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** The record as the caller may see it now; null when it is withdrawn, or its bureau does not answer. */
  readonly record?: Maybe<GovernedRecord>;
  /** The record's id: read it again with `node`. */
  readonly recordId?: Maybe<Scalars['ID']['output']>;
  /** What sort of record it is about; null when it is about none. */
  readonly recordType?: Maybe<AlertRecordType>;
  /** Of WATCH_MATCH: the watch; null when it has been deleted or has ended since. */
  readonly watch?: Maybe<Watch>;
};

/** What a stream of alerts gives. Every item holds a cursor: whoever goes on after it gets everything that follows, once. */
export type AlertEvent = Alert | Heartbeat | StreamNotice;

/** Which alerts. All that is given must hold; nothing means every alert. */
export type AlertFilter = {
  /** Of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<AlertKind>>;
  /** Of these bureaus. */
  readonly owners?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
  /** About records of these sorts. */
  readonly recordTypes?: InputMaybe<ReadonlyArray<AlertRecordType>>;
  /** About these records. */
  readonly records?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Of these watches. */
  readonly watches?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
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

/** Alerts in the order of the log, oldest first. */
export type AlertPage = {
  /** Where to go on: as `after` of the next page, or of the subscription. There may be nothing on a page and more on the next. */
  readonly endCursor: Scalars['Cursor']['output'];
  /** Whether the log holds more than this page has looked at. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** The alerts. */
  readonly nodes: ReadonlyArray<Alert>;
};

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

/** An amendment: it takes the place of all that the notice said. */
export type AmendNoticeInput = {
  /** Names this act, as everywhere. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** The notice. */
  readonly id: Scalars['ID']['input'];
  /** All that it says from now on. */
  readonly notice: NoticeWordsInput;
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/** Other terms: they take the place of all of the terms. */
export type AmendOperationInput = {
  /** Names this act, as everywhere. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** The operation. */
  readonly id: Scalars['ID']['input'];
  /** What is to be agreed on from now on. */
  readonly terms: OperationTermsInput;
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/** An answer, or a part of one. */
export type AnswerRequestInput = {
  /** Documents that go with it. */
  readonly attachments?: InputMaybe<ReadonlyArray<AttachmentInput>>;
  /** Names this act, as everywhere. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** How the answer may be used. */
  readonly conditionsOfUse?: InputMaybe<ReadonlyArray<ConditionOfUse>>;
  /** The request. */
  readonly id: Scalars['ID']['input'];
  /** PARTIAL, or as a final answer ANSWER, NO_RECORD or CANNOT_SAY. */
  readonly kind: ResponseKind;
  /** What there is to say beside the answer. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** With NO_RECORD or CANNOT_SAY, without a text: the requester learns CANNOT_SAY in both cases. */
  readonly neutral: Scalars['Boolean']['input'];
  /** The answer; not needed for NO_RECORD and CANNOT_SAY. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/**
 * A request for assistance from one bureau to others: information, evidence, documents, extradition (the fields follow the
 * EU's Directive 2023/977 and the European Investigation Order).
 */
export type AssistanceRequest = Node & GovernedRecord & {
  /** Every field of this record that the caller learns less than fully. */
  readonly _disclosure: ReadonlyArray<FieldDisclosure>;
  /**
   * Null: the owner's system gave the record for this operation. Otherwise the system did not answer, and this is the record as it was read at this instant, shown by the
   * rules of today: it may have changed, or be gone, since.
   */
  readonly _staleAsOf?: Maybe<Scalars['DateTime']['output']>;
  /** When the answer is due. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The facts. */
  readonly facts?: Maybe<Scalars['String']['output']>;
  /** How the record may be used and passed on. */
  readonly handling?: Maybe<Handling>;
  /** Opaque and unguessable; neither owner, kind nor age can be read from it. */
  readonly id: Scalars['ID']['output'];
  /** Why the requested bureau can help. */
  readonly justification?: Maybe<Scalars['String']['output']>;
  /** What is asked for. */
  readonly kind?: Maybe<RequestKind>;
  /** The instrument of law it rests on. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** The notice it follows from. */
  readonly notice?: Maybe<Notice>;
  /** Offences it concerns. */
  readonly offences?: Maybe<ReadonlyArray<Offence>>;
  /** The operation it belongs to. */
  readonly operation?: Maybe<Operation>;
  /** The requesting bureau: it owns the record and decides on its disclosure. */
  readonly owner: Bureau;
  /** Why the requesting bureau asks. */
  readonly purpose?: Maybe<Purpose>;
  /** The question. */
  readonly question?: Maybe<Scalars['String']['output']>;
  /** When the owner entered the record. */
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The requesting bureau's reference. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** Bureaus that are asked. */
  readonly requestedBureaus?: Maybe<ReadonlyArray<Scalars['CountryCode']['output']>>;
  /** The authority that asks. */
  readonly requestingAuthority?: Maybe<Scalars['String']['output']>;
  /** What was answered, per requested bureau. */
  readonly responses?: Maybe<ReadonlyArray<Response>>;
  /** When it was sent. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  readonly state?: Maybe<RequestState>;
  /** Persons it is about. */
  readonly subjects?: Maybe<ReadonlyArray<Person>>;
  /** When the owner last changed the record. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How soon an answer is needed. */
  readonly urgency?: Maybe<Urgency>;
};

/** A page of requests (Relay). */
export type AssistanceRequestConnection = {
  /** How many bureaus the page covers. */
  readonly completeness: Completeness;
  /** The records with their cursors. */
  readonly edges: ReadonlyArray<AssistanceRequestEdge>;
  /** How the records of all pages divide by these fields; null when `totalCount` is. */
  readonly facets?: Maybe<ReadonlyArray<Facet>>;
  /** The records alone. */
  readonly nodes: ReadonlyArray<AssistanceRequest>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What each bureau did for this page, in the order of codes. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** How many records all pages have together; null when that is not known exactly, because a bureau is silent or too many rows would have to be read. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};


/** A page of requests (Relay). */
export type AssistanceRequestConnectionfacetsArgs = {
  by: ReadonlyArray<AssistanceRequestFacetField>;
};

/** One place in a page of requests. */
export type AssistanceRequestEdge = {
  /** Pass as `after` to go on from here, or as `before` to go back. */
  readonly cursor: Scalars['String']['output'];
  /**
   * The record belongs before records that an earlier page of these cursors gave out: its bureau did not answer then. Such records come first on the first page on which the
   * bureau answers again.
   */
  readonly late: Scalars['Boolean']['output'];
  /** The record. */
  readonly node: AssistanceRequest;
};

/** Fields that requests can be divided by. */
export type AssistanceRequestFacetField =
  /** What is asked for. */
  | 'KIND'
  /** The requesting bureau. */
  | 'OWNER'
  /** Why the requesting bureau asks. */
  | 'PURPOSE'
  /** Bureaus that are asked. */
  | 'REQUESTED_BUREAUS'
  /** State. */
  | 'STATE'
  /** How soon an answer is needed. */
  | 'URGENCY';

/** Conditions on requests. All that are given must hold; a withheld field satisfies none, and none under `not` either. */
export type AssistanceRequestFilter = {
  /** All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<AssistanceRequestFilter>>;
  /** When the answer is due. */
  readonly dueAt?: InputMaybe<DateTimeFilter>;
  /** The record's id. */
  readonly id?: InputMaybe<IDFilter>;
  /** Kind. */
  readonly kind?: InputMaybe<RequestKindFilter>;
  /** This is known not to hold. */
  readonly not?: InputMaybe<AssistanceRequestFilter>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<AssistanceRequestFilter>>;
  /** The requesting bureau. */
  readonly owner?: InputMaybe<CountryCodeFilter>;
  /** The requesting bureau's reference. */
  readonly reference?: InputMaybe<StringFilter>;
  /** At least one requested bureau. */
  readonly requestedBureaus?: InputMaybe<CountryCodeFilter>;
  /** When it was sent. */
  readonly sentAt?: InputMaybe<DateTimeFilter>;
  /** State. */
  readonly state?: InputMaybe<RequestStateFilter>;
  /** At least one person it is about. One level: a filter inside a filter of a link is refused. */
  readonly subjects?: InputMaybe<PersonFilter>;
  /** When the record was last changed. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** Urgency. */
  readonly urgency?: InputMaybe<UrgencyFilter>;
};

/** A sort key of requests. */
export type AssistanceRequestOrder = {
  /** The direction. */
  readonly direction: OrderDirection;
  /** The field to sort by. */
  readonly field: AssistanceRequestOrderField;
};

/** Fields that requests can be sorted by. */
export type AssistanceRequestOrderField =
  /** When the answer is due. */
  | 'DUE_AT'
  /** When it was sent. */
  | 'SENT_AT'
  /** When the record was last changed. */
  | 'UPDATED_AT';

/** What the owner of a Red notice vouches for (RPD Art. 84). */
export type AssurancesInput = {
  /** That the authority which issued the warrant was competent. */
  readonly competentAuthority: Scalars['Boolean']['input'];
  /** That extradition will be sought when the person is found. */
  readonly extraditionSought: Scalars['Boolean']['input'];
};

/** A document by reference. */
export type AttachmentInput = {
  /** Length in bytes. */
  readonly bytes: Scalars['Float']['input'];
  /** Media type in lower case, without parameters. */
  readonly mediaType: Scalars['String']['input'];
  /** File name, without a path. */
  readonly name: Scalars['String']['input'];
  /** The holder's reference. */
  readonly reference: Scalars['String']['input'];
  /** SHA-256 of its content: 64 hex digits in lower case. */
  readonly sha256: Scalars['String']['input'];
};

/** A document that a bureau holds: where it is, and what tells that it is the one that was meant. */
export type AttachmentReference = {
  /** Length in bytes. */
  readonly bytes: Scalars['Float']['output'];
  /** Media type. */
  readonly mediaType: Scalars['String']['output'];
  /** File name. */
  readonly name: Scalars['String']['output'];
  /** The holder's reference. */
  readonly reference: Scalars['String']['output'];
  /** SHA-256 of its content, in hex. */
  readonly sha256: Scalars['String']['output'];
};

/** An authority's consent. */
export type AuthoriseRequestInput = {
  /** Reference of the decision. */
  readonly authorisation: Scalars['String']['input'];
  /** Names this act, as everywhere. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** The request. */
  readonly id: Scalars['ID']['input'];
  /** What there is to say. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/** A condition on a yes/no value. */
export type BooleanFilter = {
  /** Equal to. */
  readonly eq?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Whether the hub asks a bureau's system. It stops asking one that mostly fails, for 5 seconds at first and up to a minute, and then tries it with one call. */
export type BreakerState =
  /** It asks. */
  | 'CLOSED'
  /** It tries with one call at a time. */
  | 'HALF_OPEN'
  /** It does not ask for a while. */
  | 'OPEN';

/** A member's national police system as the hub sees it (the model is INTERPOL's National Central Bureau). */
export type Bureau = {
  /** The member's code, for instance `XA`. */
  readonly code: Scalars['CountryCode']['output'];
  /** How to reach its desk. */
  readonly contact?: Maybe<BureauContact>;
  /** Whether its desk is staffed round the clock. */
  readonly duty24x7: Scalars['Boolean']['output'];
  /** How changes of its records come to the hub, by record type. Alerts of a type without an entry do not come. */
  readonly feeds: ReadonlyArray<BureauFeed>;
  /** How its system has been doing. */
  readonly health: BureauHealth;
  /** What sort of member it is. */
  readonly kind: BureauKind;
  /** Languages it works in, the preferred one first. */
  readonly languages: ReadonlyArray<Scalars['LanguageTag']['output']>;
  /** The bureau's name, in English. */
  readonly name: Scalars['String']['output'];
  /** The disclosure policy it has in force. Known to the bureau's own officers only. */
  readonly policy?: Maybe<BureauPolicy>;
  /** Which record types it serves, as type names. */
  readonly serves: ReadonlyArray<Scalars['String']['output']>;
  /** Whether it takes part. */
  readonly status: BureauStatus;
  /** Whether the Secretariat supervises what it sends. */
  readonly supervision: Supervision;
  /** IANA time zone of its working day. */
  readonly timeZone: Scalars['String']['output'];
};

/** How to reach a bureau's desk. */
export type BureauContact = {
  /** The desk's name. */
  readonly desk?: Maybe<Scalars['String']['output']>;
  /** E-mail address. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Telephone number, E.164. */
  readonly phone?: Maybe<Scalars['String']['output']>;
};

/** How changes of one record type come to the hub from a bureau's system. */
export type BureauFeed = {
  /** Whose. */
  readonly bureau: Bureau;
  /** Changes were lost on the way, and no comparison has found them yet. */
  readonly gap: Scalars['Boolean']['output'];
  /** Milliseconds since the watermark, 2,147,483,647 at most. */
  readonly lagMs?: Maybe<Scalars['Int']['output']>;
  /** Why the last reading failed; null when it did not. */
  readonly lastError?: Maybe<FeedError>;
  /** When everything was last compared, which finds what was missed. */
  readonly lastReconcileAt?: Maybe<Scalars['DateTime']['output']>;
  /** Changes that only a comparison found, ever; they became alerts late. Known to the bureau's own officers only. */
  readonly missed?: Maybe<Scalars['Int']['output']>;
  /** How its system tells of changes. */
  readonly mode: FeedMode;
  /** The record type, as a type name. */
  readonly type: Scalars['String']['output'];
  /** What its system showed then has become alerts. Null before the first reading has ended. */
  readonly watermark?: Maybe<Scalars['DateTime']['output']>;
};

/** How a bureau's system has been doing since the hub started, or since its connection or limits last changed. */
export type BureauHealth = {
  /** Whether calls go through; null for a bureau that is not asked. */
  readonly breaker?: Maybe<BreakerState>;
  /** Calls that may be in flight at once now: fewer than its limit while its system is overloaded; null for a bureau that is not asked. */
  readonly concurrency?: Maybe<Scalars['Int']['output']>;
  /** When it last answered. */
  readonly lastAnsweredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Median time of its recent calls, in milliseconds. */
  readonly latencyMs?: Maybe<Scalars['Int']['output']>;
  /** The latest of those rows, at most 50. Known to the bureau's own officers only. */
  readonly skipped?: Maybe<ReadonlyArray<SkippedRow>>;
  /** Rows that could not be mapped and were left out. Known to the bureau's own officers only. */
  readonly skippedRows?: Maybe<Scalars['Int']['output']>;
  /** The state of the last call. */
  readonly state: SourceState;
};

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

/** The disclosure policy that decides on a bureau's records. */
export type BureauPolicy = {
  /** Since when it is in force. */
  readonly activeSince: Scalars['DateTime']['output'];
  /** SHA-256 of all that it decides by, in hex, as the audit log names it. */
  readonly digest: Scalars['String']['output'];
  /** What stands against the bureau's files as they are now. Empty when those are in force. */
  readonly pendingProblems: ReadonlyArray<PolicyProblem>;
  /** The version that the bureau gave its disclosure file; `none` when it has none and shares nothing. */
  readonly version: Scalars['String']['output'];
};

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

/** Two words of names that were held against each other. */
export type ComparedWords = {
  /** In the record's name, as the caller sees it. */
  readonly found: Scalars['String']['output'];
  /** How alike they are, 0 to 1, in hundredths. */
  readonly score: Scalars['Float']['output'];
  /** In the name that was searched. */
  readonly sought: Scalars['String']['output'];
};

/** How many bureaus an answer covers. */
export type Completeness = {
  /** Bureaus that answered in full or in part. */
  readonly answered: Scalars['Int']['output'];
  /** Bureaus that serve the type. */
  readonly asked: Scalars['Int']['output'];
  /** Whether all answered in full: none in part, and none with records that stand in (`STALE`). */
  readonly complete: Scalars['Boolean']['output'];
};

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

/** A way to reach a person. */
export type Contact = {
  /** What sort. */
  readonly kind?: Maybe<ContactKind>;
  /** The number, address or account. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

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
  readonly eq?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};

/** A notice that is being written. A draft may lack anything; what its kind needs is checked when it is handed in. */
export type CreateNoticeInput = {
  /** What the recipients are asked to do. */
  readonly actionRequested?: InputMaybe<ReadonlyArray<ActionRequested>>;
  /** What the owner vouches for. */
  readonly assurances?: InputMaybe<AssurancesInput>;
  /** Names this act: sent again with the same content, it gives the same answer and nothing happens twice. At most 100 signs. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** How it may be used. */
  readonly conditionsOfUse?: InputMaybe<ReadonlyArray<ConditionOfUse>>;
  /** Confidentiality. */
  readonly confidentiality?: InputMaybe<Confidentiality>;
  /** When the event it concerns took place. */
  readonly eventDate?: InputMaybe<Scalars['PartialDate']['input']>;
  /** A notice to all, or a diffusion to chosen bureaus. An amendment leaves it as it is. */
  readonly form: NoticeForm;
  /** The kind, by the colour's name. */
  readonly kind: NoticeKind;
  /** Offences it concerns. */
  readonly offences?: InputMaybe<ReadonlyArray<OffenceInput>>;
  /** Codes of the bureaus that a diffusion is for. */
  readonly recipients?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
  /** The authority that asked for it. */
  readonly requestingAuthority?: InputMaybe<Scalars['String']['input']>;
  /** Id of a person of one's own bureau. */
  readonly subject?: InputMaybe<Scalars['ID']['input']>;
  /** The facts. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** Warrants and judgments it rests on. */
  readonly warrants?: InputMaybe<ReadonlyArray<WarrantInput>>;
};

/** A request that is being written, to one bureau or to several. Its purpose and case are those declared with the operation. */
export type CreateRequestInput = {
  /** Documents that go with it. */
  readonly attachments?: InputMaybe<ReadonlyArray<AttachmentInput>>;
  /** Names this act: sent again with the same content, it gives the same answer and nothing happens twice. At most 100 signs. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** How it may be used. */
  readonly conditionsOfUse?: InputMaybe<ReadonlyArray<ConditionOfUse>>;
  /** Confidentiality. */
  readonly confidentiality?: InputMaybe<Confidentiality>;
  /** The facts. */
  readonly facts?: InputMaybe<Scalars['String']['input']>;
  /** Why the requested bureau can help. */
  readonly justification?: InputMaybe<Scalars['String']['input']>;
  /** What is asked for. */
  readonly kind: RequestKind;
  /** The agreement that it rests on, by its name in the hub's registry, or RECIPROCITY. */
  readonly legalBasis: Scalars['String']['input'];
  /** Id of the notice it follows from. */
  readonly notice?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the operation it belongs to. */
  readonly operation?: InputMaybe<Scalars['ID']['input']>;
  /** Id of a request of one's own bureau that it follows up. */
  readonly parent?: InputMaybe<Scalars['ID']['input']>;
  /** The question. */
  readonly question: Scalars['String']['input'];
  /** The requesting bureau's reference. */
  readonly reference: Scalars['String']['input'];
  /** Bureaus that are asked: each gets a request of its own. */
  readonly requestedBureaus: ReadonlyArray<Scalars['CountryCode']['input']>;
  /** The authority that asks. */
  readonly requestingAuthority?: InputMaybe<Scalars['String']['input']>;
  /** Ids of persons it is about: records that the caller may see. */
  readonly subjects?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** How soon an answer is needed. */
  readonly urgency: Urgency;
  /** With urgency CUSTOM, and only then: by when. */
  readonly wantedBy?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What to watch for: a note, and the filter of exactly one sort of records. */
export type CreateWatchInput = {
  /** When a date that is known in part, or shown coarser, satisfies a condition. */
  readonly match: Match;
  /** For the officer's own use: 1 to 200 signs. Not shown to anybody else. */
  readonly note: Scalars['String']['input'];
  /** Notices that satisfy this. */
  readonly notices?: InputMaybe<NoticeFilter>;
  /** Operations that satisfy this. */
  readonly operations?: InputMaybe<OperationFilter>;
  /** Persons who satisfy this. */
  readonly persons?: InputMaybe<PersonFilter>;
  /** Requests that satisfy this. */
  readonly requests?: InputMaybe<AssistanceRequestFilter>;
};

/**
 * Counts that a bureau publishes of all its records of a type, by dimensions that it fixed: more than the caller's view holds, and nothing of any one record. Records of protected people, past their expiry, shut
 * to some country or held for another bureau are not counted.
 */
export type Cube = {
  /** Counts are rounded to multiples of this. */
  readonly base: Scalars['Int']['output'];
  /** The fields it divides by. */
  readonly dimensions: ReadonlyArray<Scalars['String']['output']>;
  /** Its name in the bureau's disclosure file. */
  readonly id: Scalars['String']['output'];
  /** Smaller counts are not shown, and neither are others from which they could be worked out. */
  readonly least: Scalars['Int']['output'];
  /** The bureau that publishes it. */
  readonly owner: Bureau;
  /** The counts, the same for everybody for a whole day (UTC). Null when not all records could be counted in time; the operation's statuses say why. */
  readonly table?: Maybe<CubeTable>;
  /** What it counts, in the bureau's words. */
  readonly title: Scalars['String']['output'];
  /** The record type. */
  readonly type: Scalars['String']['output'];
};

/** One published count. */
export type CubeCell = {
  /** The count, rounded; null when it is not shown. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** A value for each dimension: a constant of the field's enum, `TRUE` or `FALSE`, `UNKNOWN` where none is recorded, `ALL` for the sum. */
  readonly values: ReadonlyArray<Scalars['String']['output']>;
};

/** Published counts. */
export type CubeTable = {
  /** When the records were counted. */
  readonly asOf: Scalars['DateTime']['output'];
  /** Every cell there can be, sums among them, in one order. */
  readonly cells: ReadonlyArray<CubeCell>;
};

/** Conditions on a calendar day. */
export type DateFilter = {
  /** On this day. */
  readonly eq?: InputMaybe<Scalars['Date']['input']>;
  /** On or after. */
  readonly gte?: InputMaybe<Scalars['Date']['input']>;
  /** On one of these days. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Date']['input']>>;
  /** On or before. */
  readonly lte?: InputMaybe<Scalars['Date']['input']>;
};

/** Conditions on an instant. */
export type DateTimeFilter = {
  /** At or after. */
  readonly gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** At or before. */
  readonly lte?: InputMaybe<Scalars['DateTime']['input']>;
};

/** States of a delivery. */
export type DeliveryState =
  /** The hub does not try any more: a person has to see to it. */
  | 'DEAD_LETTER'
  /** The receiving system has confirmed it. */
  | 'DELIVERED'
  /** It will be tried, or tried again. */
  | 'WAITING';

/** What a bureau's desk was told: others' hit checks that came upon its records, emergency access to them, and requests for assistance that it sends or receives. Known to the bureau's own desk and to those who watch over it. */
export type DeskEntry = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** The declared case reference. */
  readonly case?: Maybe<Scalars['String']['output']>;
  /** The emergency access to this bureau's records that it is about, or under which it was asked. */
  readonly emergency?: Maybe<Scalars['ID']['output']>;
  /** What it is about. */
  readonly kind: DeskEntryKind;
  /** The notice that it is about. */
  readonly notice?: Maybe<Scalars['ID']['output']>;
  /** The entry's place at this desk, from 1. */
  readonly number: Scalars['Int']['output'];
  /** The joint operation that it is about. */
  readonly operation?: Maybe<Scalars['ID']['output']>;
  /** The declared purpose. */
  readonly purpose: Purpose;
  /** The bureau that asked. */
  readonly readerBureau: Bureau;
  /** The organisation of the officer who asked. */
  readonly readerOrganisation?: Maybe<Scalars['String']['output']>;
  /** The roles of the officer who asked. */
  readonly readerRoles: ReadonlyArray<Role>;
  /** The unit of the officer who asked. */
  readonly readerUnit?: Maybe<Scalars['String']['output']>;
  /** Ids of this bureau's records that were come upon; read them with `node`. */
  readonly records: ReadonlyArray<Scalars['ID']['output']>;
  /** The request for assistance that it is about. */
  readonly request?: Maybe<Scalars['ID']['output']>;
  /** This bureau's own rules that led to it. */
  readonly rules: ReadonlyArray<Scalars['String']['output']>;
};

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

/** A page of a desk's entries, the latest first. */
export type DeskEntryPage = {
  /** The entries. */
  readonly nodes: ReadonlyArray<DeskEntry>;
  /** Whether earlier ones follow, and where. */
  readonly pageInfo: PageInfo;
};

/** A field at the level at which it was given. */
export type DisclosedField = {
  /** The field's name. */
  readonly field: Scalars['String']['output'];
  /** How much of it. */
  readonly level: Level;
};

/** What an owner says of one of its rules. */
export type DisclosureBasis = {
  /** The rule. */
  readonly id: Scalars['String']['output'];
  /** What it is for. */
  readonly title: Scalars['String']['output'];
  /** Its legal basis, where the owner states one. */
  readonly why?: Maybe<Scalars['String']['output']>;
};

/** Accesses that have something in common. */
export type DisclosureCount = {
  /** How many accesses. */
  readonly accesses: Scalars['Int']['output'];
  /** How many records they gave. */
  readonly records: Scalars['Int']['output'];
  /** What they have in common. Empty for accesses to no records of one type. */
  readonly value: Scalars['String']['output'];
};

/** By what accesses are counted. */
export type DisclosureCountedBy =
  /** The UTC day. */
  | 'DAY'
  /** The declared purpose. */
  | 'PURPOSE'
  /** The bureau whose officers read. */
  | 'READER'
  /** The record type. */
  | 'TYPE';

/** One access to records of a bureau, as the bureau may know it: of which officer it was only the bureau, the roles and the purpose. */
export type DisclosureEntry = {
  /** When it was put on record, which is before the answer left. */
  readonly at: Scalars['DateTime']['output'];
  /** The declared case references: one, but for an alert that went to several officers at once. */
  readonly cases: ReadonlyArray<Scalars['String']['output']>;
  /** The emergency access under which it was asked. */
  readonly emergency?: Maybe<Scalars['ID']['output']>;
  /** The number of its entry in the ledger, from 1: what `ledgerInclusion` proves. */
  readonly entry: Scalars['Int']['output'];
  /** The fields that were asked for, with the level at which each was given. Of entries of before full fields were recorded, those below full only. */
  readonly fields: ReadonlyArray<DisclosedField>;
  /** How many more there were of whom nobody can tell any more, because what leads to them was destroyed. */
  readonly forgotten: Scalars['Int']['output'];
  /** What sort of access. */
  readonly kind: DisclosureKind;
  /** The digest of that policy, which no other has. */
  readonly policyDigest?: Maybe<Scalars['String']['output']>;
  /** The version of this bureau's policy that decided. Null where none did. */
  readonly policyVersion?: Maybe<Scalars['String']['output']>;
  /** The declared purpose. */
  readonly purpose: Purpose;
  /** The bureau whose officer it was. */
  readonly readerBureau: Bureau;
  /** The roles of the officer. */
  readonly readerRoles: ReadonlyArray<Role>;
  /** The record type. Null where the access is to no records of one type. */
  readonly recordType?: Maybe<Scalars['String']['output']>;
  /** Ids of the records; read them with `node`. */
  readonly records: ReadonlyArray<Scalars['ID']['output']>;
  /** This bureau's own rules on which the levels rest: where rules wait for a record's content, all that can have led there. For an emergency access the block that was invoked. */
  readonly rules: ReadonlyArray<Scalars['String']['output']>;
};

/** Why one caller learns what they learn of one record. Names rules and conditions, never what the record holds. */
export type DisclosureExplanation = {
  /** Its fields in schema order. */
  readonly fields: ReadonlyArray<FieldDecision>;
  /** The record itself. */
  readonly record: RecordDecision;
  /** Every rule on the type in the order of the file, with what lies above it. */
  readonly rules: ReadonlyArray<ExplainedRule>;
  /** The record type. */
  readonly type: Scalars['String']['output'];
  /** The version of the policy that decided. */
  readonly version: Scalars['String']['output'];
};

/** Which accesses. What is left out or null does not matter. */
export type DisclosureFilter = {
  /** A field that was given, at whatever level. */
  readonly field?: InputMaybe<Scalars['String']['input']>;
  /** From this instant on. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The sort of access. */
  readonly kind?: InputMaybe<DisclosureKind>;
  /** The declared purpose. */
  readonly purpose?: InputMaybe<Purpose>;
  /** The bureau whose officers read. */
  readonly readerBureau?: InputMaybe<Scalars['CountryCode']['input']>;
  /** A record of this bureau. */
  readonly record?: InputMaybe<Scalars['ID']['input']>;
  /** A rule on which the levels rest. */
  readonly rule?: InputMaybe<Scalars['String']['input']>;
  /** The record type. */
  readonly type?: InputMaybe<Scalars['String']['input']>;
  /** Before this instant. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
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

/** How a value on a record limits its disclosure. */
export type DisclosureLimit =
  /** Callers of these countries do not learn of the record. */
  | 'EXCLUDED_COUNTRIES'
  /** After this day nobody learns of the record. */
  | 'EXPIRY'
  /** The record came from this bureau: nobody learns more of it than that bureau's own rules would show (the third-party rule). */
  | 'ORIGINATOR';

/** A page of accesses, the latest first. */
export type DisclosurePage = {
  /** The same by day, reader bureau, purpose or record type: days from the latest on, anything else the most frequent first; 400 at most. */
  readonly counts: ReadonlyArray<DisclosureCount>;
  /** The accesses. */
  readonly nodes: ReadonlyArray<DisclosureEntry>;
  /** Whether earlier ones follow, and where. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalAccesses: Scalars['Int']['output'];
  /** How many records they gave; a record that was given twice counts twice. */
  readonly totalRecords: Scalars['Int']['output'];
};


/** A page of accesses, the latest first. */
export type DisclosurePagecountsArgs = {
  by: DisclosureCountedBy;
};

/** What one caller may come to learn of one type of the asker's bureau's records. No record is looked at. */
export type DisclosurePreview = {
  /** Its fields in schema order, as far as the record is listed. */
  readonly fields: ReadonlyArray<FieldOutlook>;
  /** What else bears on it, in words. */
  readonly notes: ReadonlyArray<Scalars['String']['output']>;
  /** The record itself. */
  readonly record: RecordOutlook;
  /** The record type. */
  readonly type: Scalars['String']['output'];
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

/** A document's number and issuer. */
export type DocumentKeyInput = {
  /** The country or organisation that issued it. */
  readonly issuingCountry: Scalars['CountryCode']['input'];
  /** The number as printed: 4 to 40 letters and digits, with blanks, dots, slashes or dashes between them. It is looked for as given and in capitals without those signs. */
  readonly number: Scalars['String']['input'];
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
  readonly eq?: InputMaybe<DocumentKind>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<DocumentKind>>;
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
  readonly eq?: InputMaybe<DocumentStatus>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<DocumentStatus>>;
};

/**
 * One use of an emergency access. While it is open, the person who invoked it names it with each request for the same purpose and case, in the header
 * `Comity-Emergency` or in `extensions.emergency`.
 */
export type EmergencyAccess = {
  /** The name of the block. */
  readonly block: Scalars['String']['output'];
  /** The bureau whose records it opens. */
  readonly bureau: Bureau;
  /** The case it was invoked for. */
  readonly case: Scalars['String']['output'];
  /** When it was given back before its time. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The instant from which it no longer counts. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** What the owner found, as far as it has. */
  readonly finding?: Maybe<EmergencyFinding>;
  /** Unguessable. Worth nothing to anyone but the person it was given to. */
  readonly id: Scalars['ID']['output'];
  /** Why, in the officer's words. */
  readonly justification: Scalars['String']['output'];
  /** When it was invoked. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** Whether the review is overdue. */
  readonly overdue: Scalars['Boolean']['output'];
  /** The purpose it was invoked for. */
  readonly purpose: Purpose;
  /** The bureau of the officer who invoked it. */
  readonly readerBureau: Bureau;
  /** The organisation of the officer. */
  readonly readerOrganisation?: Maybe<Scalars['String']['output']>;
  /** The stable reference of the officer who invoked it, as their bureau issues it. */
  readonly readerPersonRef: Scalars['String']['output'];
  /** The roles of the officer. */
  readonly readerRoles: ReadonlyArray<Role>;
  /** The unit of the officer. */
  readonly readerUnit?: Maybe<Scalars['String']['output']>;
  /** The reviewer's remark. Known to the owner's officers only. */
  readonly remark?: Maybe<Scalars['String']['output']>;
  /** By when the owner reviews it. */
  readonly reviewDueAt: Scalars['DateTime']['output'];
  /** When the owner reviewed it. */
  readonly reviewedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The stable reference of the owner's officer who reviewed it. Known to the owner's officers only. */
  readonly reviewedBy?: Maybe<Scalars['String']['output']>;
};

/** A page of emergency accesses, the latest first. */
export type EmergencyAccessPage = {
  /** The accesses. */
  readonly nodes: ReadonlyArray<EmergencyAccess>;
  /** Whether earlier ones follow, and where. */
  readonly pageInfo: PageInfo;
};

/**
 * An emergency access that an owner's disclosure file offers: what an officer of another bureau may open when a life depends on it. The owner is told at once
 * and reviews each use.
 */
export type EmergencyBlock = {
  /** The block's name, for `invokeEmergency`. */
  readonly block: Scalars['String']['output'];
  /** The bureau whose records it opens. */
  readonly bureau: Bureau;
  /** How many signs the justification has at least. */
  readonly justificationMin: Scalars['Int']['output'];
  /** How often the caller may invoke it today yet. */
  readonly leftToday: Scalars['Int']['output'];
  /** How often one person may invoke it on one UTC day. */
  readonly perDay: Scalars['Int']['output'];
  /** Within how many hours the owner reviews each use. */
  readonly reviewHours: Scalars['Int']['output'];
  /** What it is for, in the owner's words. */
  readonly title: Scalars['String']['output'];
  /** How long an access lasts, in minutes. */
  readonly ttlMinutes: Scalars['Int']['output'];
  /** Record types of which it opens something. */
  readonly types: ReadonlyArray<Scalars['String']['output']>;
};

/** What an owner found when it reviewed an emergency access. */
export type EmergencyFinding =
  /** There was need. */
  | 'JUSTIFIED'
  /** There was none. The access ends, and the person may invoke nothing more of this bureau, until the bureau finds otherwise. */
  | 'NOT_JUSTIFIED';

/** A legal entity or group. */
export type Entity = {
  /** What it does. */
  readonly activity?: Maybe<Scalars['String']['output']>;
  /** Where it is registered or active. */
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  /** Its names, the main one first. */
  readonly names?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Somebody who may ask, written out: for questions of the form "what would they learn?". Asking for them gives nobody their view. */
export type ExplainedCaller = {
  /** Agreements in force for their bureau. Default: those of the hub's registry on the day. */
  readonly agreements?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** When they ask. Default: now. */
  readonly at?: InputMaybe<Scalars['DateTime']['input']>;
  /** The case they declare. */
  readonly case?: InputMaybe<Scalars['String']['input']>;
  /** Their clearance, 0 to 3. */
  readonly clearance: Scalars['Int']['input'];
  /** Code of their bureau. */
  readonly country: Scalars['CountryCode']['input'];
  /** The emergency block of the asker's own bureau that they have invoked. */
  readonly emergency?: InputMaybe<Scalars['String']['input']>;
  /** Joint operations that they are members of, as rules call them (`XA/NIGHTFALL`); the asker's own bureau is taken to take part. Default: none. */
  readonly operations?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The organisation within the country. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** The purpose they declare. */
  readonly purpose: Purpose;
  /** Their roles. */
  readonly roles: ReadonlyArray<Role>;
  /** The unit. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** A condition and how it came out. */
export type ExplainedCondition = {
  /** In words. */
  readonly text: Scalars['String']['output'];
  /** Null when it cannot be told. */
  readonly truth?: Maybe<Scalars['Boolean']['output']>;
};

/** What one rule did in one decision. */
export type ExplainedRule = {
  /** In one sentence. */
  readonly because: Scalars['String']['output'];
  /** What it asks of caller and record, part by part. */
  readonly conditions: ReadonlyArray<ExplainedCondition>;
  /** Whether it granted or applied. */
  readonly counts: Scalars['Boolean']['output'];
  /** The fields it is about; null when it is about the record itself. */
  readonly fields?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Its id in the owner's file, or in the hub's baseline. */
  readonly id: Scalars['String']['output'];
  /** Whether it raises or lowers. */
  readonly kind: RuleKind;
  /** Who set it. */
  readonly layer: RuleLayer;
  /** The level it gives or leaves: of a record, or of fields; null where that differs from field to field. */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** What kept it from that. */
  readonly obstacles: ReadonlyArray<RuleObstacle>;
  /** One line in plain words. */
  readonly title: Scalars['String']['output'];
  /** Its legal basis. */
  readonly why?: Maybe<Scalars['String']['output']>;
};

/** How the records of a connection, over all pages, divide by one field. */
export type Facet = {
  /** How many records show the field below full, by level, whether or not a value is stored: the coarser or masked values are not counted. */
  readonly below: ReadonlyArray<FacetLevel>;
  /** How many records show each value in full, most frequent first. A record with several values counts once in each. */
  readonly buckets: ReadonlyArray<FacetBucket>;
  /** The field's name in this schema. */
  readonly field: Scalars['String']['output'];
  /** How many records are open to the caller in this field and hold no value. */
  readonly unknown: Scalars['Int']['output'];
  /** The sum of `below`. */
  readonly withheld: Scalars['Int']['output'];
};

/** One value of a facet. */
export type FacetBucket = {
  /** How many records show it. */
  readonly count: Scalars['Int']['output'];
  /** The value: an enum's constant or a code. Of a place or a nationality, its country. */
  readonly value: Scalars['String']['output'];
};

/** A level below full in a facet. */
export type FacetLevel = {
  /** On how many records the field is at this level. */
  readonly count: Scalars['Int']['output'];
  /** The level. */
  readonly level: Level;
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

/** How a field's level came about. */
export type FieldDecision = {
  /** In one sentence. */
  readonly because: Scalars['String']['output'];
  /** Ids of the rules that it rests on; none when nothing permits more. */
  readonly deciding: ReadonlyArray<Scalars['String']['output']>;
  /** The field's name in this schema. */
  readonly field: Scalars['String']['output'];
  /** The level. */
  readonly level: Level;
};

/** A field that the caller learns less than fully. */
export type FieldDisclosure = {
  /** The field's name in this schema. */
  readonly field: Scalars['String']['output'];
  /** What the caller learns of it. */
  readonly level: Level;
  /** Why it is not more. */
  readonly reason: DisclosureReason;
};

/** What may become of a field. */
export type FieldOutlook = {
  /** The field's name in this schema. */
  readonly field: Scalars['String']['output'];
  /** The highest; equal to the lowest when the level does not depend on the record. */
  readonly highest: Level;
  /** The lowest level that any listed record gives. */
  readonly lowest: Level;
  /** In words, conditions on the record included. */
  readonly text: Scalars['String']['output'];
};

/** What a bureau says of a notice that it is shown. */
export type FlagNoticeInput = {
  /** Names this act, as everywhere. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** Why it cannot be acted upon here; absent: it can after all. */
  readonly ground?: InputMaybe<Scalars['String']['input']>;
  /** The notice: one that is kept at the hub, of another bureau. */
  readonly id: Scalars['ID']['input'];
};

/** Somebody who may be meant. */
export type FoundPersonEdge = {
  /** Pass as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** Why, in words: `name 0.93: Мухаммед ~ Mohamed; birth year agrees`. */
  readonly explanation: Scalars['String']['output'];
  /** The same, field by field. What is unknown, or withheld from the caller, is not among them. */
  readonly features: ReadonlyArray<SearchFeature>;
  /** The record ranks above one that an earlier page of these cursors gave out: its bureau did not answer then. */
  readonly late: Scalars['Boolean']['output'];
  /** The record. */
  readonly node: Person;
  /** How well the record fits, 0 to 1, in thousandths. Unknown and withheld fields neither help nor harm. */
  readonly score: Scalars['Float']['output'];
};

/** How a record may be used and passed on; it travels with every copy. */
export type Handling = {
  /** A caveat in the owner's words. */
  readonly caveat?: Maybe<Scalars['String']['output']>;
  /** What the reader must or must not do with it. */
  readonly conditionsOfUse?: Maybe<ReadonlyArray<ConditionOfUse>>;
  /** Confidentiality (RPD Art. 112). */
  readonly confidentiality?: Maybe<Confidentiality>;
  /** Handling code of the European information exchange model: H0 to H3. */
  readonly handlingCode?: Maybe<HandlingCode>;
  /** How far the information is trusted: 1 (known to be true) to 4 (cannot be judged). */
  readonly informationEvaluation?: Maybe<Scalars['Int']['output']>;
  /** Whether it may be passed on. */
  readonly onwardTransfer?: Maybe<OnwardTransfer>;
  /** The bureau it came from first, if the owner holds it for another. */
  readonly originator?: Maybe<Scalars['CountryCode']['output']>;
  /** How far the source is trusted: A (always reliable) to X (cannot be judged). */
  readonly sourceEvaluation?: Maybe<Scalars['String']['output']>;
};

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

/** Nothing has happened that the caller is to be told: a cursor to go on from, and how near the end the stream is. */
export type Heartbeat = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Pass as `after` to go on from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** How changes come to the hub from its members' systems, or from these alone: whether it is quiet because nothing happened. */
  readonly feeds: ReadonlyArray<BureauFeed>;
  /** How old the oldest is that the stream has not come to yet, in milliseconds; 0 when it has come to all. */
  readonly lagMs: Scalars['Int']['output'];
};


/** Nothing has happened that the caller is to be told: a cursor to go on from, and how near the end the stream is. */
export type HeartbeatfeedsArgs = {
  owners?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};

/** What a hit check came to. */
export type HitCheckAnswer = {
  /** Hit checks that the caller has left today (UTC). */
  readonly checksLeft: Scalars['Int']['output'];
  /** One row for every bureau there is, in the order of their codes. */
  readonly rows: ReadonlyArray<HitCheckRow>;
};

/**
 * What a hit check asks about: exactly one key, whole and exact. There are no wildcards, ranges or partial dates: a hit check answers about somebody
 * the caller has before them, and finds nobody.
 */
export type HitCheckInput =
  /** A document in one's hand. */
  { readonly document: DocumentKeyInput; readonly person?: never; }
  |  /** A person whose particulars are known. */
  { readonly document?: never; readonly person: PersonKeyInput; };

/** What one bureau answers, and whom to turn to. The route is the bureau's, the same for every answer, and says nothing of any record. */
export type HitCheckRow = {
  /** The bureau. */
  readonly bureau: Bureau;
  /** How to reach its desk. */
  readonly contact?: Maybe<BureauContact>;
  /** What it answers. */
  readonly outcome: HitOutcome;
};

/** What a bureau answers to a hit check. */
export type HitOutcome =
  /** It knows the person, and this caller may know that much. What it knows is for its desk to tell. */
  | 'HIT'
  /** It was not reached, or could not look through all it has. */
  | 'NOT_ANSWERED'
  /** It has nothing to say to this caller: it knows nobody, or does not answer that it does. The two cannot be told apart. */
  | 'NO_HIT';

/** Conditions on an id. */
export type IDFilter = {
  /** Equal to. */
  readonly eq?: InputMaybe<Scalars['ID']['input']>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** An identity or travel document. */
export type IdentityDocument = {
  /** Last day of validity. */
  readonly expiresOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Day of issue. */
  readonly issuedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** The country that issued it. */
  readonly issuingCountry?: Maybe<Scalars['CountryCode']['output']>;
  /** What sort of document. */
  readonly kind?: Maybe<DocumentKind>;
  /** Remarks of the owner. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Its number as printed. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Its status. */
  readonly status?: Maybe<DocumentStatus>;
};

/** Conditions on one document. */
export type IdentityDocumentFilter = {
  /** Issuing country. */
  readonly issuingCountry?: InputMaybe<CountryCodeFilter>;
  /** Sort of document. */
  readonly kind?: InputMaybe<DocumentKindFilter>;
  /** Number. */
  readonly number?: InputMaybe<StringFilter>;
  /** Status. */
  readonly status?: InputMaybe<DocumentStatusFilter>;
};

/** Conditions on a whole number. */
export type IntFilter = {
  /** Equal to. */
  readonly eq?: InputMaybe<Scalars['Int']['input']>;
  /** At least. */
  readonly gte?: InputMaybe<Scalars['Int']['input']>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** At most. */
  readonly lte?: InputMaybe<Scalars['Int']['input']>;
};

/** An invitation. */
export type InviteToOperationInput = {
  /** Code of the bureau. */
  readonly bureau: Scalars['CountryCode']['input'];
  /** Names this act, as everywhere. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** The operation. */
  readonly id: Scalars['ID']['input'];
  /** Its part: MEMBER, OBSERVER or SUPPORT. */
  readonly role: ParticipantRole;
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/** What an officer says when invoking an emergency access. */
export type InvokeEmergencyInput = {
  /** The name of its block. */
  readonly block: Scalars['String']['input'];
  /** The bureau whose records are to be opened. */
  readonly bureau: Scalars['CountryCode']['input'];
  /** Why it cannot wait, in one's own words; the owner reads it. */
  readonly justification: Scalars['String']['input'];
};

/** An officer's word that was taken down. */
export type JudgeMatchAnswer = {
  /** The two records. */
  readonly records: ReadonlyArray<Person>;
  /** The word. */
  readonly verdict: MatchVerdict;
};

/** An officer's word on two records. */
export type JudgeMatchInput = {
  /** One record. */
  readonly one: Scalars['ID']['input'];
  /** The other, of another bureau. */
  readonly other: Scalars['ID']['input'];
  /** Why, in 10 to 1000 characters. */
  readonly reason: Scalars['String']['input'];
  /** The word. */
  readonly verdict: MatchVerdict;
};

/** What an officer of the caller's bureau has said of two records. Other bureaus do not learn of it. */
export type JudgedMatch = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** What was said. */
  readonly verdict: MatchVerdict;
};

/** What an officer did, and what was given to them; of what was withheld from them it tells nothing. */
export type LedgerAct = {
  /** When it was put on record. */
  readonly at: Scalars['DateTime']['output'];
  /** The declared case reference. */
  readonly case?: Maybe<Scalars['String']['output']>;
  /** SHA-256 of the document, in hex. Null for a refusal. */
  readonly documentHash?: Maybe<Scalars['String']['output']>;
  /** The emergency access under which it was done. */
  readonly emergency?: Maybe<Scalars['ID']['output']>;
  /** The number of its entry in the ledger, from 1. */
  readonly entry: Scalars['Int']['output'];
  /** Codes of errors in the answer; for a refusal its code. */
  readonly errors: ReadonlyArray<Scalars['String']['output']>;
  /** What was given. */
  readonly given: ReadonlyArray<LedgerGift>;
  /** What hit checks told, one for each bureau. */
  readonly hitChecks: ReadonlyArray<LedgerHit>;
  /** What it was. */
  readonly kind: LedgerActKind;
  /** The name of the operation. */
  readonly operationName?: Maybe<Scalars['String']['output']>;
  /** The officer. Null for one who was forgotten. */
  readonly personRef?: Maybe<Scalars['String']['output']>;
  /** The declared purpose. Null for a refusal for want of one. */
  readonly purpose?: Maybe<Purpose>;
  /** Their roles. */
  readonly roles: ReadonlyArray<Role>;
};

/** Which acts. What is left out or null does not matter. */
export type LedgerActFilter = {
  /** The declared case reference. */
  readonly case?: InputMaybe<Scalars['String']['input']>;
  /** From this instant on. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The officer. */
  readonly personRef?: InputMaybe<Scalars['String']['input']>;
  /** The declared purpose. */
  readonly purpose?: InputMaybe<Purpose>;
  /** Before this instant. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
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

/** A page of acts, the latest first. */
export type LedgerActPage = {
  /** The acts. */
  readonly nodes: ReadonlyArray<LedgerAct>;
  /** Whether earlier ones follow, and where. */
  readonly pageInfo: PageInfo;
};

/** What the hub has signed of its ledger: how many entries there are, and the root of the Merkle tree (RFC 6962) over them. */
export type LedgerCheckpoint = {
  /** The public half of the key that signed it, in the text form of signed notes. One that was kept elsewhere says more. */
  readonly key: Scalars['String']['output'];
  /** The signed note, as C2SP tlog-checkpoint has it. Keep it: against a kept note no ledger can be shortened or written anew. */
  readonly note: Scalars['String']['output'];
  /** The name of the log. */
  readonly origin: Scalars['String']['output'];
  /** The root, base64. */
  readonly root: Scalars['String']['output'];
  /** How many entries it speaks of. */
  readonly size: Scalars['Int']['output'];
};

/** The proof that one state of the ledger goes on from another. */
export type LedgerConsistency = {
  /** The latest checkpoint. */
  readonly checkpoint: LedgerCheckpoint;
  /** Entries of the older. */
  readonly from: Scalars['Int']['output'];
  /** The proof (RFC 6962, 2.1.2), base64. */
  readonly hashes: ReadonlyArray<Scalars['String']['output']>;
  /** With the checkpoint, as a witness takes it (C2SP tlog-witness). Null where `to` is not what the latest checkpoint speaks of. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Entries of the younger. */
  readonly to: Scalars['Int']['output'];
};

/** Records of one owner that were given alike. */
export type LedgerGift = {
  /** The fields that were given, at their levels. */
  readonly fields: ReadonlyArray<DisclosedField>;
  /** How many more there were of whom nobody can tell any more. */
  readonly forgotten: Scalars['Int']['output'];
  /** Whose records. */
  readonly owner: Bureau;
  /** Their type. */
  readonly recordType: Scalars['String']['output'];
  /** Their ids; read them with `node`. */
  readonly records: ReadonlyArray<Scalars['ID']['output']>;
};

/** What a hit check told of one bureau. */
export type LedgerHit = {
  /** The bureau. */
  readonly bureau: Bureau;
  /** What was told. */
  readonly outcome: HitOutcome;
};

/** The proof that an entry is in the ledger. It shows nothing of the entry. */
export type LedgerInclusion = {
  /** The checkpoint that it leads to. */
  readonly checkpoint: LedgerCheckpoint;
  /** The entry's number, from 1. */
  readonly entry: Scalars['Int']['output'];
  /** The proof (RFC 6962, 2.1.1), base64. */
  readonly hashes: ReadonlyArray<Scalars['String']['output']>;
  /** The hash of its leaf, base64. */
  readonly leafHash: Scalars['String']['output'];
  /** All of it, as C2SP tlog-proof writes it. */
  readonly text: Scalars['String']['output'];
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

/** What an officer says of two records. */
export type MatchVerdict =
  /** They are of one person. */
  | 'CONFIRMED'
  /** They are of two people. */
  | 'REJECTED'
  /** What was said before is taken back. */
  | 'WITHDRAWN';

/** A way of committing offences. */
export type ModusOperandi = {
  /** How things are hidden. */
  readonly concealment?: Maybe<Scalars['String']['output']>;
  /** Description. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Family of offences it serves. */
  readonly family?: Maybe<OffenceFamily>;
  /** Tools. */
  readonly tools?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type Mutation = {
  /** Says that help will be given. */
  readonly acceptRequest: RequestFile;
  /** Says that the requested bureau is working on it. */
  readonly acknowledgeRequest: RequestFile;
  /** Hands a notice in, reviews it, suspends or ends it: whatever `possible` of its `noticeFile` lists. */
  readonly actOnNotice: NoticeFile;
  /** Accepts, signs, starts, leaves, closes an operation: whatever `possible` of its `operationFile` lists. */
  readonly actOnOperation: OperationFile;
  /** Writes anew what a notice says. Of a draft, or where more was asked for, at once; of one that is out the Secretariat reviews it first, and of a diffusion afterwards. */
  readonly amendNotice: NoticeFile;
  /** Writes the terms of an operation anew. By its lead. */
  readonly amendOperation: OperationFile;
  /** Says more; the request goes on where it stood. */
  readonly answerMore: RequestFile;
  /** Answers, in part or in full. */
  readonly answerRequest: RequestFile;
  /** Notes how such a request was answered. For the same as `subjectReport`. */
  readonly answerSubjectRequest: SubjectRequest;
  /** Asks the requester for more; the clock stands still. */
  readonly askMore: RequestFile;
  /** Consents to a coercive request, which is sent. By an authority, and not by the officer who asked for it. */
  readonly authoriseRequest: RequestFile;
  /** Gives an emergency access of one's own back before its time. */
  readonly closeEmergency: EmergencyAccess;
  /** Closes a request that was answered. */
  readonly closeRequest: RequestFile;
  /** Writes a notice as a draft. */
  readonly createNotice: NoticeFile;
  /** Writes a request to one bureau or to several: one draft for each. */
  readonly createRequest: ReadonlyArray<RequestFile>;
  /** Sets a watch. What satisfies it now is counted and not told; refused where that is more than 1,000 records. One person has 50 watches at most. */
  readonly createWatch: Watch;
  /** Takes a watch of one's own away. Gives its id. */
  readonly deleteWatch: Scalars['ID']['output'];
  /** Begins to examine legal basis and competence. */
  readonly examineRequest: RequestFile;
  /** Says that the caller's bureau cannot act on a notice that it is shown, or that it can after all; gives what it has said then. For NCB_OFFICER and JUDICIAL_AUTHORITY. */
  readonly flagNotice?: Maybe<NoticeFlag>;
  /**
   * Whether each bureau knows somebody. A mutation because it is not free: it costs one of the caller's checks of the day, whatever comes of it, and a bureau whose
   * record it came upon is told. The answer takes a quarter of a second at least.
   */
  readonly hitCheck: HitCheckAnswer;
  /** Invites a bureau to an operation. By its lead. */
  readonly inviteToOperation: OperationFile;
  /** Invokes an emergency access. The owner is told before the answer leaves. */
  readonly invokeEmergency: EmergencyAccess;
  /**
   * Says whether two records of two bureaus are of one person. The word is the caller's bureau's own, for NCB_OFFICER, DUTY_OFFICER, INVESTIGATOR, ANALYST and LIAISON; the last one counts, and
   * all are kept.
   */
  readonly judgeMatch: JudgeMatchAnswer;
  /** Makes an officer of one's own a member: they are let in to what rules promise members (`caller.operations`) while the operation runs, on the days that are named. */
  readonly nameOperationMember: OperationFile;
  /** Nominates a target. Who already targets the same person is told, as the caller is, that their targets meet; neither learns whose the other one is. */
  readonly nominateOperationTarget: OperationFile;
  /** Takes in a request of somebody about themselves; its time runs. For the same as `subjectReport`. */
  readonly openSubjectRequest: SubjectRequest;
  /** Puts the decision off to a day. */
  readonly postponeRequest: RequestFile;
  /** Proposes a joint operation that the caller's bureau leads. */
  readonly proposeOperation: OperationFile;
  /** Has what could not be delivered of a request tried again. By an officer of either bureau, once whatever was in the way is mended. */
  readonly redeliverRequest: RequestFile;
  /** Refuses help, on grounds. */
  readonly refuseRequest: RequestFile;
  /** Lets a watch of one's own last for a year from now. */
  readonly renewWatch: Watch;
  /** Reviews an emergency access to records of the caller's own bureau. For NCB_OFFICER, POLICY_OFFICER and DATA_PROTECTION_OFFICER; to others the access does not exist. */
  readonly reviewEmergency: EmergencyAccess;
  /**
   * Ends the access of an officer or a system of the caller's own bureau at once. For NCB_OFFICER, DUTY_OFFICER and DATA_PROTECTION_OFFICER. The hub keeps no list of officers: it
   * takes any reference, and one that only another bureau has given out ends nobody's access.
   */
  readonly revokeAccess: AccessRevocation;
  /** Sends a draft; a coercive one goes to an authority first. */
  readonly sendRequest: RequestFile;
  /** Hides a record of one's own from end users of some bureaus, until the embargo or the operation ends. */
  readonly setEmbargo: OperationFile;
  /** Says that it is being carried out. */
  readonly startRequest: RequestFile;
  /** Takes a request back. */
  readonly withdrawRequest: RequestFile;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationacceptRequestArgs = {
  input: RequestActInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationacknowledgeRequestArgs = {
  input: RequestActInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationactOnNoticeArgs = {
  input: NoticeActInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationactOnOperationArgs = {
  input: OperationActInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationamendNoticeArgs = {
  input: AmendNoticeInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationamendOperationArgs = {
  input: AmendOperationInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationanswerMoreArgs = {
  input: RequestActInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationanswerRequestArgs = {
  input: AnswerRequestInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationanswerSubjectRequestArgs = {
  number: Scalars['Int']['input'];
  reply: SubjectReply;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationaskMoreArgs = {
  input: RequestActInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationauthoriseRequestArgs = {
  input: AuthoriseRequestInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationcloseEmergencyArgs = {
  id: Scalars['ID']['input'];
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationcloseRequestArgs = {
  input: RequestActInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationcreateNoticeArgs = {
  input: CreateNoticeInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationcreateRequestArgs = {
  input: CreateRequestInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationcreateWatchArgs = {
  input: CreateWatchInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationdeleteWatchArgs = {
  id: Scalars['ID']['input'];
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationexamineRequestArgs = {
  input: RequestActInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationflagNoticeArgs = {
  input: FlagNoticeInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationhitCheckArgs = {
  input: HitCheckInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationinviteToOperationArgs = {
  input: InviteToOperationInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationinvokeEmergencyArgs = {
  input: InvokeEmergencyInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationjudgeMatchArgs = {
  input: JudgeMatchInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationnameOperationMemberArgs = {
  input: NameMemberInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationnominateOperationTargetArgs = {
  input: NominateTargetInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationopenSubjectRequestArgs = {
  input: OpenSubjectRequestInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationpostponeRequestArgs = {
  input: PostponeRequestInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationproposeOperationArgs = {
  input: ProposeOperationInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationredeliverRequestArgs = {
  id: Scalars['ID']['input'];
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationrefuseRequestArgs = {
  input: RefuseRequestInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationrenewWatchArgs = {
  id: Scalars['ID']['input'];
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationreviewEmergencyArgs = {
  input: ReviewEmergencyInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationrevokeAccessArgs = {
  input: RevokeAccessInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationsendRequestArgs = {
  input: RequestActInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationsetEmbargoArgs = {
  input: SetEmbargoInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationstartRequestArgs = {
  input: RequestActInput;
};


/** What changes something at the hub. Fields of one operation are carried out one after the other. The purpose must come with a case reference, but for reviews, revocations and what oversight bodies do. */
export type MutationwithdrawRequestArgs = {
  input: RequestActInput;
};

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
  readonly eq?: InputMaybe<NameKind>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<NameKind>>;
};

/** An officer of the caller's bureau who becomes a member. */
export type NameMemberInput = {
  /** Names this act, as everywhere. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** First day. Default: the operation's. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** The operation. */
  readonly id: Scalars['ID']['input'];
  /** Stable reference of the person, as in tokens. */
  readonly personRef: Scalars['String']['input'];
  /** What they do in it. */
  readonly role: Scalars['String']['input'];
  /** Last day. Default: the operation's. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/** How good a name is as an identifier. */
export type NameQuality =
  /** Good. */
  | 'GOOD'
  /** Low: too common or too uncertain to identify anyone. */
  | 'LOW';

/** A nationality. */
export type Nationality = {
  /** Whether it is confirmed rather than claimed. */
  readonly confirmed?: Maybe<Scalars['Boolean']['output']>;
  /** The country. */
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
};

/** Conditions on one nationality. */
export type NationalityFilter = {
  /** The country. */
  readonly country?: InputMaybe<CountryCodeFilter>;
};

/** What hangs together with a record, as far as the caller may see both ends of each link. */
export type Network = {
  /** How many bureaus were asked and answered. */
  readonly completeness: Completeness;
  /** The links. */
  readonly edges: ReadonlyArray<NetworkEdge>;
  /** The records, the seed first, and then the values that two of them or more have in common. */
  readonly nodes: ReadonlyArray<NetworkNode>;
  /** How each bureau that was asked did, in the order of codes. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** There are more records than `limit` allows. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** A link between two nodes. */
export type NetworkEdge = {
  /** The node that has the link. */
  readonly from: Scalars['ID']['output'];
  /** The field of the record at `from`. */
  readonly kind: Scalars['String']['output'];
  /** The node it leads to. */
  readonly to: Scalars['ID']['output'];
};

/** A record, or a value that several records have in common. */
export type NetworkNode = {
  /** The record's id; of a value, a name for it that is good for the caller's bureau alone. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: NetworkNodeKind;
  /** The record; null for a value. */
  readonly record?: Maybe<GovernedRecord>;
  /** The value, as one of the records shows it; null for a record. */
  readonly value?: Maybe<Scalars['String']['output']>;
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

/** An object with a globally unique id (Relay). */
export type Node = {
  /** Opaque and unguessable; neither owner, kind nor age can be read from it. */
  readonly id: Scalars['ID']['output'];
};

/** A target that is nominated. */
export type NominateTargetInput = {
  /** Names this act, as everywhere. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** The operation. */
  readonly id: Scalars['ID']['input'];
  /** Id of a person of one's own bureau, of whom a document, or name, whole birth date and sex are recorded. */
  readonly person: Scalars['ID']['input'];
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/**
 * A notice or diffusion: a bureau asks the others to act, or warns them. Kinds, life-cycle and minimum data follow INTERPOL's Rules on the
 * Processing of Data (RPD, Art. 73-97).
 */
export type Notice = Node & GovernedRecord & {
  /** Every field of this record that the caller learns less than fully. */
  readonly _disclosure: ReadonlyArray<FieldDisclosure>;
  /**
   * Null: the owner's system gave the record for this operation. Otherwise the system did not answer, and this is the record as it was read at this instant, shown by the
   * rules of today: it may have changed, or be gone, since.
   */
  readonly _staleAsOf?: Maybe<Scalars['DateTime']['output']>;
  /** What the recipients are asked to do. */
  readonly actionRequested?: Maybe<ReadonlyArray<ActionRequested>>;
  /** An unidentified body it is about. */
  readonly body?: Maybe<UnidentifiedBody>;
  /** The entity it is about, if it is about one. */
  readonly entity?: Maybe<Entity>;
  /** When the event it concerns took place. */
  readonly eventDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Where the event it concerns took place. */
  readonly eventPlace?: Maybe<Place>;
  /** Last day of its life; five years by default (RPD Art. 50). */
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  /** Whether it is a notice to all or a diffusion to chosen recipients. */
  readonly form?: Maybe<NoticeForm>;
  /** How the record may be used and passed on. */
  readonly handling?: Maybe<Handling>;
  /** Opaque and unguessable; neither owner, kind nor age can be read from it. */
  readonly id: Scalars['ID']['output'];
  /** Day of issue. */
  readonly issuedOn?: Maybe<Scalars['Date']['output']>;
  /** What it asks or warns of, by the colour's name. */
  readonly kind?: Maybe<NoticeKind>;
  /** A way of committing offences that it describes. */
  readonly modusOperandi?: Maybe<ModusOperandi>;
  /** Its public number, `2026/00017`. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The objects it is about. */
  readonly objects?: Maybe<ReadonlyArray<NoticeObject>>;
  /** Offences it concerns. */
  readonly offences?: Maybe<ReadonlyArray<Offence>>;
  /** The bureau that owns the record and decides on its disclosure. */
  readonly owner: Bureau;
  /** Countries it was sent to; null when it went to all. */
  readonly recipients?: Maybe<ReadonlyArray<Scalars['CountryCode']['output']>>;
  /** When the owner entered the record. */
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The authority that asked for it. */
  readonly requestingAuthority?: Maybe<Scalars['String']['output']>;
  /** Requests for assistance about this notice. */
  readonly requests?: Maybe<ReadonlyArray<AssistanceRequest>>;
  /** Where it stands in the review for compliance. */
  readonly review?: Maybe<ReviewOutcome>;
  /** Where it stands in its life. */
  readonly state?: Maybe<NoticeState>;
  /** The person it is about, if it is about one. */
  readonly subject?: Maybe<Person>;
  /** The facts, in the owner's words. */
  readonly summary?: Maybe<Scalars['String']['output']>;
  /** A threat it warns of. */
  readonly threat?: Maybe<Threat>;
  /** Reference of the Security Council's committee, for a special notice. */
  readonly unReference?: Maybe<Scalars['String']['output']>;
  /** When the owner last changed the record. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Warrants and judgments it rests on. */
  readonly warrants?: Maybe<ReadonlyArray<Warrant>>;
};


/**
 * A notice or diffusion: a bureau asks the others to act, or warns them. Kinds, life-cycle and minimum data follow INTERPOL's Rules on the
 * Processing of Data (RPD, Art. 73-97).
 */
export type NoticerequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

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
  readonly clientMutationId: Scalars['ID']['input'];
  /** The notice. */
  readonly id: Scalars['ID']['input'];
  /** What there is to say. Needed by everything but SUBMIT, SEND, ADDRESS, TAKE, APPROVE, CONFIRM, TAKE_AMENDMENT, RELEASE_HOLD and RESUME. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** The ground of a refusal: REFUSED_ART2, REFUSED_ART3, REFUSED_RPD or REFUSED_OTHER. */
  readonly outcome?: InputMaybe<ReviewOutcome>;
  /** Codes of all bureaus that a diffusion is for from now on, for ADDRESS. */
  readonly recipients?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/** A page of notices (Relay). */
export type NoticeConnection = {
  /** How many bureaus the page covers. */
  readonly completeness: Completeness;
  /** The records with their cursors. */
  readonly edges: ReadonlyArray<NoticeEdge>;
  /** How the records of all pages divide by these fields; null when `totalCount` is. */
  readonly facets?: Maybe<ReadonlyArray<Facet>>;
  /** The records alone. */
  readonly nodes: ReadonlyArray<Notice>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What each bureau did for this page, in the order of codes. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** How many records all pages have together; null when that is not known exactly, because a bureau is silent or too many rows would have to be read. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};


/** A page of notices (Relay). */
export type NoticeConnectionfacetsArgs = {
  by: ReadonlyArray<NoticeFacetField>;
};

/** One place in a page of notices. */
export type NoticeEdge = {
  /** Pass as `after` to go on from here, or as `before` to go back. */
  readonly cursor: Scalars['String']['output'];
  /**
   * The record belongs before records that an earlier page of these cursors gave out: its bureau did not answer then. Such records come first on the first page on which the
   * bureau answers again.
   */
  readonly late: Scalars['Boolean']['output'];
  /** The record. */
  readonly node: Notice;
};

/** Fields that notices can be divided by. */
export type NoticeFacetField =
  /** What recipients are asked to do. */
  | 'ACTION_REQUESTED'
  /** The country of the event it concerns. */
  | 'EVENT_PLACE'
  /** Notice or diffusion. */
  | 'FORM'
  /** Kind. */
  | 'KIND'
  /** The owner. */
  | 'OWNER'
  /** Countries it was sent to. */
  | 'RECIPIENTS'
  /** Outcome of the review. */
  | 'REVIEW'
  /** State. */
  | 'STATE';

/** A notice as its owner and the Secretariat work on it at the hub. The record itself is governed by its owner's disclosure rules like any other and stands among `notices` too. */
export type NoticeFile = {
  /** What it would say from now on, by the owner's disclosure rules; null: nothing else is wanted. */
  readonly amendment?: Maybe<Notice>;
  /** Whether it is doubted that it is in line with Article 2 or 3: then two reviewers have to approve. */
  readonly doubted: Scalars['Boolean']['output'];
  /** The instant at which it ends, once it is published. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Bureaus that cannot act on it on their own soil. */
  readonly flags: ReadonlyArray<NoticeFlag>;
  /** The record's id, for `node` and for every act. */
  readonly id: Scalars['ID']['output'];
  /** The record, as far as its owner discloses it to the caller. */
  readonly notice?: Maybe<Notice>;
  /** Whether what it says is kept although it is over. */
  readonly onHold: Scalars['Boolean']['output'];
  /** The bureau that owns it. */
  readonly owner: Bureau;
  /** What the caller may do now. */
  readonly possible: ReadonlyArray<NoticeAct>;
  /** What the review has come to. */
  readonly review: ReviewOutcome;
  /** The Secretariat that reviews it. */
  readonly reviewer: Bureau;
  /** Which of the two is the caller's. */
  readonly side: NoticeSide;
  /** Where it stands. */
  readonly state: NoticeState;
  /** Everything that was done, the first first. The Secretariat's begin with the handing in. */
  readonly steps: ReadonlyArray<NoticeStep>;
  /** Grows by one with every step; an act names the version that it was decided on. */
  readonly version: Scalars['Int']['output'];
};

/** Conditions on notices. All that are given must hold; a withheld field satisfies none, and none under `not` either. */
export type NoticeFilter = {
  /** All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<NoticeFilter>>;
  /** Last day. */
  readonly expiresOn?: InputMaybe<DateFilter>;
  /** The record's id. */
  readonly id?: InputMaybe<IDFilter>;
  /** Day of issue. */
  readonly issuedOn?: InputMaybe<DateFilter>;
  /** Kind. */
  readonly kind?: InputMaybe<NoticeKindFilter>;
  /** This is known not to hold. */
  readonly not?: InputMaybe<NoticeFilter>;
  /** Public number. */
  readonly number?: InputMaybe<StringFilter>;
  /** At least one offence for which all of this holds. */
  readonly offences?: InputMaybe<OffenceFilter>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<NoticeFilter>>;
  /** The owning bureau. */
  readonly owner?: InputMaybe<CountryCodeFilter>;
  /** Requesting authority. */
  readonly requestingAuthority?: InputMaybe<StringFilter>;
  /** State. */
  readonly state?: InputMaybe<NoticeStateFilter>;
  /** The person it is about. One level: a filter inside a filter of a link is refused. */
  readonly subject?: InputMaybe<PersonFilter>;
  /** Reference of the Security Council's committee. */
  readonly unReference?: InputMaybe<StringFilter>;
  /** When the record was last changed. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** At least one warrant for which all of this holds. */
  readonly warrants?: InputMaybe<WarrantFilter>;
};

/** That a bureau cannot act on a notice on its own soil, as by a flag under Regulation (EU) 2018/1862, Art. 24-26. It is that bureau's own; the notice's owner and the Secretariat know of it, and no other bureau does. */
export type NoticeFlag = {
  /** Since when. */
  readonly at: Scalars['DateTime']['output'];
  /** The bureau that cannot. */
  readonly bureau: Bureau;
  /** Why, in its own words. */
  readonly ground: Scalars['String']['output'];
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
  readonly eq?: InputMaybe<NoticeKind>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<NoticeKind>>;
};

/** An object a notice is about. */
export type NoticeObject = {
  /** Colour, in the owner's words. */
  readonly colour?: Maybe<Scalars['String']['output']>;
  /** Where it is registered or held. */
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  /** What it looks like, in the owner's words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Serial, plate, frame or account number. */
  readonly identifier?: Maybe<Scalars['String']['output']>;
  /** What sort. */
  readonly kind?: Maybe<ObjectKind>;
  /** Maker. */
  readonly make?: Maybe<Scalars['String']['output']>;
  /** Model or title. */
  readonly model?: Maybe<Scalars['String']['output']>;
  /** Year of making. */
  readonly year?: Maybe<Scalars['Int']['output']>;
};

/** A sort key of notices. */
export type NoticeOrder = {
  /** The direction. */
  readonly direction: OrderDirection;
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
  readonly eq?: InputMaybe<NoticeState>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<NoticeState>>;
};

/** One step in the life of a notice. Steps are never changed and never removed. */
export type NoticeStep = {
  /** What was done. */
  readonly act: NoticeAct;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** By which bureau; null for the hub. */
  readonly bureau?: Maybe<Bureau>;
  /** What was said with it. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** From 1: the version that the notice had after it. */
  readonly number: Scalars['Int']['output'];
  /** The ground of a refusal. */
  readonly outcome?: Maybe<ReviewOutcome>;
  /** Stable reference of the person. Known to their own bureau only. */
  readonly personRef?: Maybe<Scalars['String']['output']>;
  /** By which side. */
  readonly side: NoticeSide;
  /** The state that it led to. */
  readonly state: NoticeState;
};

/** All that a notice says. */
export type NoticeWordsInput = {
  /** What the recipients are asked to do. */
  readonly actionRequested?: InputMaybe<ReadonlyArray<ActionRequested>>;
  /** What the owner vouches for. */
  readonly assurances?: InputMaybe<AssurancesInput>;
  /** How it may be used. */
  readonly conditionsOfUse?: InputMaybe<ReadonlyArray<ConditionOfUse>>;
  /** Confidentiality. */
  readonly confidentiality?: InputMaybe<Confidentiality>;
  /** When the event it concerns took place. */
  readonly eventDate?: InputMaybe<Scalars['PartialDate']['input']>;
  /** A notice to all, or a diffusion to chosen bureaus. An amendment leaves it as it is. */
  readonly form: NoticeForm;
  /** The kind, by the colour's name. */
  readonly kind: NoticeKind;
  /** Offences it concerns. */
  readonly offences?: InputMaybe<ReadonlyArray<OffenceInput>>;
  /** Codes of the bureaus that a diffusion is for. */
  readonly recipients?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
  /** The authority that asked for it. */
  readonly requestingAuthority?: InputMaybe<Scalars['String']['input']>;
  /** Id of a person of one's own bureau. */
  readonly subject?: InputMaybe<Scalars['ID']['input']>;
  /** The facts. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** Warrants and judgments it rests on. */
  readonly warrants?: InputMaybe<ReadonlyArray<WarrantInput>>;
};

/** Sorts of objects. */
export type ObjectKind =
  /** Aircraft. */
  | 'AIRCRAFT'
  /** Work of art. */
  | 'ARTWORK'
  /** Property, account or business. */
  | 'ASSET'
  /** Device. */
  | 'DEVICE'
  /** Firearm. */
  | 'FIREARM'
  /** Another object. */
  | 'OTHER'
  /** Substance. */
  | 'SUBSTANCE'
  /** Vehicle. */
  | 'VEHICLE'
  /** Vessel. */
  | 'VESSEL';

/** An offence. */
export type Offence = {
  /** The charge in the words of national law. */
  readonly charge?: Maybe<Scalars['String']['output']>;
  /** Summary of the facts. */
  readonly facts?: Maybe<Scalars['String']['output']>;
  /** Harmonised family. */
  readonly family?: Maybe<OffenceFamily>;
  /** First day of the facts. */
  readonly from?: Maybe<Scalars['PartialDate']['output']>;
  /** The law infringed. */
  readonly law?: Maybe<Scalars['String']['output']>;
  /** Where it took place. */
  readonly place?: Maybe<Place>;
  /** Last day of the facts. */
  readonly to?: Maybe<Scalars['PartialDate']['output']>;
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
  readonly eq?: InputMaybe<OffenceFamily>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<OffenceFamily>>;
};

/** Conditions on one offence. */
export type OffenceFilter = {
  /** Family. */
  readonly family?: InputMaybe<OffenceFamilyFilter>;
};

/** An offence that a notice concerns. */
export type OffenceInput = {
  /** The charge in the words of national law. */
  readonly charge?: InputMaybe<Scalars['String']['input']>;
  /** Summary of the facts. */
  readonly facts?: InputMaybe<Scalars['String']['input']>;
  /** Harmonised family. */
  readonly family: OffenceFamily;
  /** The law infringed. */
  readonly law?: InputMaybe<Scalars['String']['input']>;
};

/** Whether a record may be passed on. */
export type OnwardTransfer =
  /** Freely among members. */
  | 'ALLOWED'
  /** Never. */
  | 'PROHIBITED'
  /** With the owner's consent. */
  | 'WITH_CONSENT';

/** A request that was received. */
export type OpenSubjectRequestInput = {
  /** What is asked for. */
  readonly kind: SubjectRequestKind;
  /** When it was received: its time runs from then. */
  readonly received: Scalars['Date']['input'];
  /** The reference of the oversight body's own file, 1 to 64 signs. Not a name. */
  readonly reference: Scalars['String']['input'];
};

/** A joint operation: an action week, a joint investigation team, a task force. */
export type Operation = Node & GovernedRecord & {
  /** Every field of this record that the caller learns less than fully. */
  readonly _disclosure: ReadonlyArray<FieldDisclosure>;
  /**
   * Null: the owner's system gave the record for this operation. Otherwise the system did not answer, and this is the record as it was read at this instant, shown by the
   * rules of today: it may have changed, or be gone, since.
   */
  readonly _staleAsOf?: Maybe<Scalars['DateTime']['output']>;
  /** Code name. */
  readonly codename?: Maybe<Scalars['String']['output']>;
  /** Last day. */
  readonly endsOn?: Maybe<Scalars['Date']['output']>;
  /** How the record may be used and passed on. */
  readonly handling?: Maybe<Handling>;
  /** Opaque and unguessable; neither owner, kind nor age can be read from it. */
  readonly id: Scalars['ID']['output'];
  /** What sort of operation. */
  readonly kind?: Maybe<OperationKind>;
  /** The instrument of law it rests on. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** Families of offences it concerns. */
  readonly offenceFamilies?: Maybe<ReadonlyArray<OffenceFamily>>;
  /** The leading bureau: it owns the record and decides on its disclosure. */
  readonly owner: Bureau;
  /** The bureaus that take part. */
  readonly participants?: Maybe<ReadonlyArray<Participant>>;
  /** What it is for, in the owner's words. */
  readonly purpose?: Maybe<Scalars['String']['output']>;
  /** When the owner entered the record. */
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Requests for assistance that belong to it. */
  readonly requests?: Maybe<ReadonlyArray<AssistanceRequest>>;
  /** Results, in the owner's words. */
  readonly results?: Maybe<Scalars['String']['output']>;
  /** First day. */
  readonly startsOn?: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  readonly state?: Maybe<OperationState>;
  /** Persons it targets. */
  readonly targets?: Maybe<ReadonlyArray<Person>>;
  /** When the owner last changed the record. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A joint operation: an action week, a joint investigation team, a task force. */
export type OperationrequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What can be done about a joint operation. */
export type OperationAct =
  /** An invited bureau says that it will take part. */
  | 'ACCEPT'
  /** It begins: members are let in to what rules promise them. */
  | 'ACTIVATE'
  /** The terms are written anew; once they are agreed on, all have to sign the new ones before they count. */
  | 'AMEND'
  /** It is put away. */
  | 'ARCHIVE'
  /** Its days of action begin. */
  | 'BEGIN_ACTION'
  /** It is closed, once every party has reported. Embargoes and memberships end. */
  | 'CLOSE'
  /** It is proposed. */
  | 'CREATE'
  /** It is evaluated. */
  | 'DEBRIEF'
  /** An invited bureau says that it will not. */
  | 'DECLINE'
  /** A party drops a target of its own. */
  | 'DROP'
  /** A party hides a record of its own from end users of some bureaus. */
  | 'EMBARGO'
  /** Its last day is over. */
  | 'END'
  /** They end. */
  | 'END_ACTION'
  /** The lead takes an invitation back, or sends a party away. It is gone at once. */
  | 'EXCLUDE'
  /** The lead invites a bureau. */
  | 'INVITE'
  /** A party goes. Its officers, targets and embargoes go with it, at once. */
  | 'LEAVE'
  /** An embargo ends: by its party, or by the clock. */
  | 'LIFT'
  /** A party names an officer of its own as a member. */
  | 'NAME'
  /** A party nominates a target: the others learn that there is one. */
  | 'NOMINATE'
  /** A party takes an officer of its own back. */
  | 'RELEASE'
  /** A party says what came of it. */
  | 'REPORT'
  /** It goes on. */
  | 'RESUME'
  /** A party tells the others who a target of its own is; what they see of the person its rules say. */
  | 'REVEAL'
  /** The terms, and who takes part, are signed. The last signature puts them in force. */
  | 'SIGN'
  /** Everything stands still; nobody is let in to anything. */
  | 'SUSPEND'
  /** The lead ends it early. */
  | 'TERMINATE';

/** An act on a joint operation. */
export type OperationActInput = {
  /** What is done: any of `possible`, but for those that have a mutation of their own (AMEND, INVITE, NAME, NOMINATE, EMBARGO). */
  readonly act: OperationAct;
  /** Code of the bureau that is sent away, for EXCLUDE. */
  readonly bureau?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Names this act, as everywhere. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** The operation. */
  readonly id: Scalars['ID']['input'];
  /** Key of the target, for REVEAL and DROP, or of the embargo, for LIFT. */
  readonly key?: InputMaybe<Scalars['ID']['input']>;
  /** What there is to say. Needed by EXCLUDE, SUSPEND, REPORT (the results) and TERMINATE. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** Reference of the member, for RELEASE. */
  readonly personRef?: InputMaybe<Scalars['String']['input']>;
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/** A page of operations (Relay). */
export type OperationConnection = {
  /** How many bureaus the page covers. */
  readonly completeness: Completeness;
  /** The records with their cursors. */
  readonly edges: ReadonlyArray<OperationEdge>;
  /** How the records of all pages divide by these fields; null when `totalCount` is. */
  readonly facets?: Maybe<ReadonlyArray<Facet>>;
  /** The records alone. */
  readonly nodes: ReadonlyArray<Operation>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What each bureau did for this page, in the order of codes. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** How many records all pages have together; null when that is not known exactly, because a bureau is silent or too many rows would have to be read. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};


/** A page of operations (Relay). */
export type OperationConnectionfacetsArgs = {
  by: ReadonlyArray<OperationFacetField>;
};

/** One place in a page of operations. */
export type OperationEdge = {
  /** Pass as `after` to go on from here, or as `before` to go back. */
  readonly cursor: Scalars['String']['output'];
  /**
   * The record belongs before records that an earlier page of these cursors gave out: its bureau did not answer then. Such records come first on the first page on which the
   * bureau answers again.
   */
  readonly late: Scalars['Boolean']['output'];
  /** The record. */
  readonly node: Operation;
};

/** A record that is hidden from end users of some bureaus for a time (as in Regulation (EU) 2018/1862, Art. 26(4)). Officers of their central bureaus (NCB_OFFICER) see it all the same. */
export type OperationEmbargo = {
  /** From whose end users it is hidden. */
  readonly bureaus: ReadonlyArray<Bureau>;
  /** Its key. */
  readonly key: Scalars['ID']['output'];
  /** The record's id. */
  readonly record: Scalars['ID']['output'];
  /** The instant at which it ends by itself. */
  readonly until: Scalars['DateTime']['output'];
};

/** Fields that operations can be divided by. */
export type OperationFacetField =
  /** Kind. */
  | 'KIND'
  /** Families of offences. */
  | 'OFFENCE_FAMILIES'
  /** The leading bureau. */
  | 'OWNER'
  /** State. */
  | 'STATE';

/**
 * A joint operation at the hub as a bureau works on it that leads it, was invited to it or takes part. The record itself is governed by the leading bureau's disclosure rules like any other and stands
 * among `operations` too. Bureaus that have not accepted do not learn of each other, nor of those who have.
 */
export type OperationFile = {
  /** Embargoes of the caller's bureau. */
  readonly embargoes: ReadonlyArray<OperationEmbargo>;
  /** The record's id, for `node` and for every act. */
  readonly id: Scalars['ID']['output'];
  /** The bureau that leads. */
  readonly lead: Bureau;
  /** Officers of the caller's bureau who are members. */
  readonly members: ReadonlyArray<OperationMember>;
  /** What disclosure rules call it (`caller.operations`): code of the leading bureau and code name. */
  readonly name: Scalars['String']['output'];
  /** The record, as far as the leading bureau discloses it to the caller. */
  readonly operation?: Maybe<Operation>;
  /** Those who were invited, as far as the caller's bureau knows of them; the lead first. */
  readonly parties: ReadonlyArray<OperationParty>;
  /** What is to be signed in its place. */
  readonly pendingTerms?: Maybe<OperationTerms>;
  /** What the caller may do now. */
  readonly possible: ReadonlyArray<OperationAct>;
  /** How the caller's bureau stands in it. */
  readonly side: OperationSide;
  /** Where it stands, as far as the caller's bureau may know: to one that has not answered nobody else has either. */
  readonly state: OperationState;
  /** Every step that the caller's bureau knows of, the first first. */
  readonly steps: ReadonlyArray<OperationStep>;
  /** Persons who are targeted. Of another bureau's nobody knows whose or who before it reveals them. */
  readonly targets: ReadonlyArray<OperationTarget>;
  /** What is agreed on, or proposed while nothing is. Null where the lead's rules do not show all of it. */
  readonly terms?: Maybe<OperationTerms>;
  /** Grows by one with every step that the caller's bureau knows of; an act names the version that it was decided on. */
  readonly version: Scalars['Int']['output'];
};

/** Conditions on operations. All that are given must hold; a withheld field satisfies none, and none under `not` either. */
export type OperationFilter = {
  /** All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<OperationFilter>>;
  /** Code name. */
  readonly codename?: InputMaybe<StringFilter>;
  /** Last day. */
  readonly endsOn?: InputMaybe<DateFilter>;
  /** The record's id. */
  readonly id?: InputMaybe<IDFilter>;
  /** Kind. */
  readonly kind?: InputMaybe<OperationKindFilter>;
  /** This is known not to hold. */
  readonly not?: InputMaybe<OperationFilter>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<OperationFilter>>;
  /** The leading bureau. */
  readonly owner?: InputMaybe<CountryCodeFilter>;
  /** First day. */
  readonly startsOn?: InputMaybe<DateFilter>;
  /** State. */
  readonly state?: InputMaybe<OperationStateFilter>;
  /** At least one person it targets. One level: a filter inside a filter of a link is refused. */
  readonly targets?: InputMaybe<PersonFilter>;
  /** When the record was last changed. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
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
  readonly eq?: InputMaybe<OperationKind>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<OperationKind>>;
};

/** An officer who is a member of a joint operation. Known to their own bureau only. */
export type OperationMember = {
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** Stable reference of the person, as in tokens. */
  readonly personRef: Scalars['String']['output'];
  /** What they do in it. */
  readonly role: Scalars['String']['output'];
  /** Last day. */
  readonly to: Scalars['Date']['output'];
};

/** A sort key of operations. */
export type OperationOrder = {
  /** The direction. */
  readonly direction: OrderDirection;
  /** The field to sort by. */
  readonly field: OperationOrderField;
};

/** Fields that operations can be sorted by. */
export type OperationOrderField =
  /** Last day. */
  | 'ENDS_ON'
  /** First day. */
  | 'STARTS_ON'
  /** When the record was last changed. */
  | 'UPDATED_AT';

/** A bureau's part in a joint operation. */
export type OperationParty = {
  /** When it accepted; null: it has not answered. */
  readonly acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The bureau. */
  readonly bureau: Bureau;
  /** Since when the terms count for it. */
  readonly joinedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What came of it, in its own words. */
  readonly results?: Maybe<Scalars['String']['output']>;
  /** Its part. */
  readonly role: ParticipantRole;
  /** Whether it has signed what is to be signed, or is in force. */
  readonly signed: Scalars['Boolean']['output'];
};

/** How a bureau stands in a joint operation. */
export type OperationSide =
  /** The hub, by the clock. */
  | 'HUB'
  /** It was invited and has not answered. */
  | 'INVITED'
  /** It leads. */
  | 'LEAD'
  /** It has accepted. */
  | 'PARTY';

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
  readonly eq?: InputMaybe<OperationState>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<OperationState>>;
};

/** One step in the life of a joint operation. Steps are never changed and never removed. */
export type OperationStep = {
  /** The bureau that was invited or sent away. */
  readonly about?: Maybe<Bureau>;
  /** What was done. */
  readonly act: OperationAct;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** By which bureau; null for the hub. */
  readonly bureau?: Maybe<Bureau>;
  /** What was said with it. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** From 1: the version that the caller's bureau had after it. */
  readonly number: Scalars['Int']['output'];
  /** Stable reference of the person. Known to their own bureau only. */
  readonly personRef?: Maybe<Scalars['String']['output']>;
  /** By which side. */
  readonly side: OperationSide;
  /** The state that it led to. */
  readonly state: OperationState;
};

/** Somebody whom a joint operation targets. */
export type OperationTarget = {
  /** Whose it is; null while it is not revealed. */
  readonly bureau?: Maybe<Bureau>;
  /** A token: says neither whose target nor who it is. */
  readonly key: Scalars['ID']['output'];
  /** Of one's own: whether it is somebody whom another bureau targets too, in this operation or another. Not whose, nor where. Null for others' targets. */
  readonly meets?: Maybe<Scalars['Boolean']['output']>;
  /** Whether it is the caller's bureau's own. */
  readonly own: Scalars['Boolean']['output'];
  /** Who; null while it is not revealed, and where the owner's rules do not show the person. */
  readonly person?: Maybe<Person>;
};

/** What the parties of a joint operation agree on. */
export type OperationTerms = {
  /** Last day: after it nobody is let in to anything. */
  readonly endsOn: Scalars['Date']['output'];
  /** How evidence that is found together may be used. */
  readonly evidenceRule?: Maybe<Scalars['String']['output']>;
  /** What sort of operation. */
  readonly kind: OperationKind;
  /** The instrument of law it rests on. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** Families of offences it concerns. */
  readonly offenceFamilies: ReadonlyArray<OffenceFamily>;
  /** What it is for. */
  readonly purpose: Scalars['String']['output'];
  /** First day. */
  readonly startsOn: Scalars['Date']['output'];
};

/** What is to be agreed on. */
export type OperationTermsInput = {
  /** Last day, within five years of the first. */
  readonly endsOn: Scalars['Date']['input'];
  /** How evidence that is found together may be used. */
  readonly evidenceRule?: InputMaybe<Scalars['String']['input']>;
  /** What sort of operation. */
  readonly kind: OperationKind;
  /** The instrument of law it rests on. */
  readonly legalBasis?: InputMaybe<Scalars['String']['input']>;
  /** Families of offences it concerns. */
  readonly offenceFamilies?: InputMaybe<ReadonlyArray<OffenceFamily>>;
  /** What it is for. */
  readonly purpose: Scalars['String']['input'];
  /** First day. */
  readonly startsOn: Scalars['Date']['input'];
};

/** A sort direction. */
export type OrderDirection =
  /** Smallest, earliest first. */
  | 'ASC'
  /** Largest, latest first. */
  | 'DESC';

/** Position within a connection (Relay). */
export type PageInfo = {
  /** Pass as `after`, with `first`, for the next page. Null when there is none and the page is empty. Valid for the same query, caller and purpose only. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether another page follows. Read by `first`, also true while a bureau that fell silent still owes records. Read by `last`, true when it stands before a cursor. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is a page before. Read by `last`, also true while a bureau that fell silent still owes records. Read by `first`, true when it stands after a cursor. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Pass as `before`, with `last`, for the page before. Null when there is none and the page is empty, and where pages are read from one end only. Valid for the same query, caller and purpose only. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/**
 * Conditions on a day that may be known in part. A stored value stands for an interval (`1980` for the whole year) and matches
 * when every day of it satisfies the condition; with `match: POSSIBLE`, when some day does.
 */
export type PartialDateFilter = {
  /** The whole stored interval lies within this one: `eq: "1980"` finds `1980-06-15`. */
  readonly eq?: InputMaybe<Scalars['PartialDate']['input']>;
  /** The whole stored interval lies on or after the first day of this one. */
  readonly gte?: InputMaybe<Scalars['PartialDate']['input']>;
  /** The whole stored interval lies within one of these. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['PartialDate']['input']>>;
  /** The whole stored interval lies on or before the last day of this one. */
  readonly lte?: InputMaybe<Scalars['PartialDate']['input']>;
};

/** A bureau that takes part in an operation. */
export type Participant = {
  /** The bureau. */
  readonly bureau?: Maybe<Bureau>;
  /** First day of its part. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** Its part. */
  readonly role?: Maybe<ParticipantRole>;
  /** Last day of its part. */
  readonly to?: Maybe<Scalars['Date']['output']>;
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

/**
 * A person of interest in one bureau's system. Two bureaus that know the same human being have two records; the hub never
 * merges them.
 */
export type Person = Node & GovernedRecord & {
  /** Every field of this record that the caller learns less than fully. */
  readonly _disclosure: ReadonlyArray<FieldDisclosure>;
  /**
   * Null: the owner's system gave the record for this operation. Otherwise the system did not answer, and this is the record as it was read at this instant, shown by the
   * rules of today: it may have changed, or be gone, since.
   */
  readonly _staleAsOf?: Maybe<Scalars['DateTime']['output']>;
  /** Known addresses. */
  readonly addresses?: Maybe<ReadonlyArray<Address>>;
  /** Birth date, as far as it is known. */
  readonly birthDate?: Maybe<Scalars['PartialDate']['output']>;
  /** Place of birth. */
  readonly birthPlace?: Maybe<Place>;
  /** Telephone numbers, e-mail addresses and accounts. */
  readonly contacts?: Maybe<ReadonlyArray<Contact>>;
  /** Date of death, as far as it is known. */
  readonly deathDate?: Maybe<Scalars['PartialDate']['output']>;
  /** What the person looks like. */
  readonly description?: Maybe<PhysicalDescription>;
  /** Identity and travel documents. */
  readonly documents?: Maybe<ReadonlyArray<IdentityDocument>>;
  /** The countries from which the owner shuts the record, as it entered them. */
  readonly excludedCountries?: Maybe<ReadonlyArray<Scalars['CountryCode']['output']>>;
  /** The day after which the record may no longer be used. */
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  /** How the record may be used and passed on. */
  readonly handling?: Maybe<Handling>;
  /** Opaque and unguessable; neither owner, kind nor age can be read from it. */
  readonly id: Scalars['ID']['output'];
  /** Languages the person speaks. */
  readonly languages?: Maybe<ReadonlyArray<Scalars['LanguageTag']['output']>>;
  /** What the owner's law says of the person now, in the owner's words. */
  readonly legalSituation?: Maybe<Scalars['String']['output']>;
  /** Names, the primary one first. */
  readonly names?: Maybe<ReadonlyArray<PersonName>>;
  /** Nationalities. */
  readonly nationalities?: Maybe<ReadonlyArray<Nationality>>;
  /** Notices about this person. */
  readonly notices?: Maybe<ReadonlyArray<Notice>>;
  /** Occupation, in the owner's words. */
  readonly occupation?: Maybe<Scalars['String']['output']>;
  /** Operations that target this person. */
  readonly operations?: Maybe<ReadonlyArray<Operation>>;
  /** The bureau that owns the record and decides on its disclosure. */
  readonly owner: Bureau;
  /** Parents, as recorded. */
  readonly parents?: Maybe<ReadonlyArray<RelatedPerson>>;
  /** Records of other bureaus that may be of the same person, as far as the caller may see both. It costs a search. Null when the record cannot be read for it. */
  readonly possibleMatches?: Maybe<PossibleMatches>;
  /** Classes that protect the person. */
  readonly protectedClasses?: Maybe<ReadonlyArray<ProtectedClass>>;
  /** When the owner entered the record. */
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Remarks of the owner. */
  readonly remarks?: Maybe<Scalars['String']['output']>;
  /** Requests for assistance about this person. */
  readonly requests?: Maybe<ReadonlyArray<AssistanceRequest>>;
  /** Sex as recorded. */
  readonly sex?: Maybe<Sex>;
  /** In what capacity the person is recorded (RPD Art. 44). */
  readonly status?: Maybe<PersonStatus>;
  /** When the owner last changed the record. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Warnings for whoever meets the person. */
  readonly warnings?: Maybe<ReadonlyArray<PersonWarning>>;
};


/**
 * A person of interest in one bureau's system. Two bureaus that know the same human being have two records; the hub never
 * merges them.
 */
export type PersonnoticesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A person of interest in one bureau's system. Two bureaus that know the same human being have two records; the hub never
 * merges them.
 */
export type PersonoperationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A person of interest in one bureau's system. Two bureaus that know the same human being have two records; the hub never
 * merges them.
 */
export type PersonpossibleMatchesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  rejected?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * A person of interest in one bureau's system. Two bureaus that know the same human being have two records; the hub never
 * merges them.
 */
export type PersonrequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of persons (Relay). */
export type PersonConnection = {
  /** How many bureaus the page covers. */
  readonly completeness: Completeness;
  /** The records with their cursors. */
  readonly edges: ReadonlyArray<PersonEdge>;
  /** How the records of all pages divide by these fields; null when `totalCount` is. */
  readonly facets?: Maybe<ReadonlyArray<Facet>>;
  /** The records alone. */
  readonly nodes: ReadonlyArray<Person>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** What each bureau did for this page, in the order of codes. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** How many records all pages have together; null when that is not known exactly, because a bureau is silent or too many rows would have to be read. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};


/** A page of persons (Relay). */
export type PersonConnectionfacetsArgs = {
  by: ReadonlyArray<PersonFacetField>;
};

/** One place in a page of persons. */
export type PersonEdge = {
  /** Pass as `after` to go on from here, or as `before` to go back. */
  readonly cursor: Scalars['String']['output'];
  /**
   * The record belongs before records that an earlier page of these cursors gave out: its bureau did not answer then. Such records come first on the first page on which the
   * bureau answers again.
   */
  readonly late: Scalars['Boolean']['output'];
  /** The record. */
  readonly node: Person;
};

/** Fields that persons can be divided by. */
export type PersonFacetField =
  /** The country of birth. */
  | 'BIRTH_PLACE'
  /** Countries of nationality. */
  | 'NATIONALITIES'
  /** The owner. */
  | 'OWNER'
  /** Sex. */
  | 'SEX'
  /** In what capacity the person is recorded. */
  | 'STATUS'
  /** Warnings. */
  | 'WARNINGS';

/** Conditions on persons. All that are given must hold; a withheld field satisfies none, and none under `not` either. */
export type PersonFilter = {
  /** All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<PersonFilter>>;
  /** Birth date. */
  readonly birthDate?: InputMaybe<PartialDateFilter>;
  /** At least one document for which all of this holds. */
  readonly documents?: InputMaybe<IdentityDocumentFilter>;
  /** The record's id. */
  readonly id?: InputMaybe<IDFilter>;
  /** At least one name for which all of this holds. */
  readonly names?: InputMaybe<PersonNameFilter>;
  /** At least one nationality for which all of this holds. */
  readonly nationalities?: InputMaybe<NationalityFilter>;
  /** This is known not to hold. */
  readonly not?: InputMaybe<PersonFilter>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<PersonFilter>>;
  /** The owning bureau. */
  readonly owner?: InputMaybe<CountryCodeFilter>;
  /** When the record was entered. */
  readonly recordedAt?: InputMaybe<DateTimeFilter>;
  /** Sex. */
  readonly sex?: InputMaybe<SexFilter>;
  /** Capacity. */
  readonly status?: InputMaybe<PersonStatusFilter>;
  /** When the record was last changed. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
};

/** A person's whole name, whole birth date, and at least one thing more. */
export type PersonKeyInput = {
  /** The country of birth. */
  readonly birthCountry?: InputMaybe<Scalars['CountryCode']['input']>;
  /** The birth date; a record that knows only the month or the year does not match. */
  readonly birthDate: Scalars['Date']['input'];
  /** The whole family name. Letter case does not matter. */
  readonly familyName: Scalars['String']['input'];
  /** All given names, in order. Letter case does not matter. */
  readonly givenNames: Scalars['String']['input'];
  /** A nationality. */
  readonly nationality?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Sex as recorded; `U` identifies nobody. */
  readonly sex?: InputMaybe<Sex>;
};

/** One name of a person. */
export type PersonName = {
  /** Family name. */
  readonly family?: Maybe<Scalars['String']['output']>;
  /** The whole name as recorded. */
  readonly full?: Maybe<Scalars['String']['output']>;
  /** Given names, in order. */
  readonly given?: Maybe<Scalars['String']['output']>;
  /** What sort of name. */
  readonly kind?: Maybe<NameKind>;
  /** The name in its original script. */
  readonly originalScript?: Maybe<Scalars['String']['output']>;
  /** Patronymic. */
  readonly patronymic?: Maybe<Scalars['String']['output']>;
  /** How good the name is as an identifier. */
  readonly quality?: Maybe<NameQuality>;
};

/** Conditions on one name. */
export type PersonNameFilter = {
  /** Family name. */
  readonly family?: InputMaybe<StringFilter>;
  /** The whole name. */
  readonly full?: InputMaybe<StringFilter>;
  /** Given names. */
  readonly given?: InputMaybe<StringFilter>;
  /** Sort of name. */
  readonly kind?: InputMaybe<NameKindFilter>;
};

/** A sort key of persons. */
export type PersonOrder = {
  /** The direction. */
  readonly direction: OrderDirection;
  /** The field to sort by. */
  readonly field: PersonOrderField;
};

/** Fields that persons can be sorted by. */
export type PersonOrderField =
  /** The first day of the birth date's interval. */
  | 'BIRTH_DATE'
  /** When the record was entered. */
  | 'RECORDED_AT'
  /** When the record was last changed. */
  | 'UPDATED_AT';

/** People who may be meant, the likeliest first. Ranks and scores are made of what the caller may see, and of nothing else. */
export type PersonSearchConnection = {
  /** Which way of searching and scoring it was. Another text means that scores cannot be compared with these. */
  readonly algorithm: Scalars['String']['output'];
  /** How many bureaus the page covers. */
  readonly completeness: Completeness;
  /** The records with their scores. */
  readonly edges: ReadonlyArray<FoundPersonEdge>;
  /** The records alone. */
  readonly nodes: ReadonlyArray<Person>;
  /** Where the page stands. These pages are read from the top on only. */
  readonly pageInfo: PageInfo;
  /** What each bureau did, in the order of codes. PARTIAL: it could not look up all that the caller may see of its records, or it holds more who may be meant than were read. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** The least score of an answer. */
  readonly threshold: Scalars['Float']['output'];
};

/**
 * What is known of somebody who is looked for. It needs a name or a document: anything less would find everybody. Names are compared by how they sound, across scripts; there are no
 * wildcards.
 */
export type PersonSearchInput = {
  /** Birth date, as far as it is known. */
  readonly birthDate?: InputMaybe<Scalars['PartialDate']['input']>;
  /** What the person looks like. It moves a score a little, and finds nobody by itself. */
  readonly description?: InputMaybe<SoughtDescriptionInput>;
  /** Documents: at most 5. */
  readonly documents?: InputMaybe<ReadonlyArray<SoughtDocumentInput>>;
  /** Names, in any script and order of words: at most 5, each of at least two letters and at most 200 characters. */
  readonly names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** A nationality. */
  readonly nationality?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Sex as in documents. */
  readonly sex?: InputMaybe<Sex>;
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
  readonly eq?: InputMaybe<PersonStatus>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<PersonStatus>>;
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

/** What a person looks like. */
export type PhysicalDescription = {
  /** Build, in the owner's words. */
  readonly build?: Maybe<Scalars['String']['output']>;
  /** Eye colours. */
  readonly eyes?: Maybe<ReadonlyArray<Colour>>;
  /** Hair colours. */
  readonly hair?: Maybe<ReadonlyArray<Colour>>;
  /** Height in centimetres. */
  readonly heightCm?: Maybe<Scalars['Int']['output']>;
  /** Scars, tattoos and other marks, in the owner's words. */
  readonly marks?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Weight in kilograms. */
  readonly weightKg?: Maybe<Scalars['Int']['output']>;
};

/** A place. */
export type Place = {
  /** Country. */
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  /** Town or locality, in the owner's words. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Region. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

/** A mistake in a bureau's `bureau.yaml` or disclosure file, or in its signature. */
export type PolicyProblem = {
  /** The column, from 1. */
  readonly column?: Maybe<Scalars['Int']['output']>;
  /** The file's name. */
  readonly file: Scalars['String']['output'];
  /** The line, from 1; null when the file as a whole is meant. */
  readonly line?: Maybe<Scalars['Int']['output']>;
  /** What is wrong and why. */
  readonly message: Scalars['String']['output'];
  /** Where in the file's structure, for instance `rules.XA-10.when`. */
  readonly path: Scalars['String']['output'];
  /** What to write instead, if it can be guessed. */
  readonly suggestion?: Maybe<Scalars['String']['output']>;
};

/** A record that may be of the same person. */
export type PossibleMatch = {
  /** Why, in words. */
  readonly explanation: Scalars['String']['output'];
  /** The same, field by field. */
  readonly features: ReadonlyArray<SearchFeature>;
  /** The last word of the caller's own bureau; null when it has none. */
  readonly judged?: Maybe<JudgedMatch>;
  /** The record. */
  readonly person: Person;
  /** How alike the two are, 0 to 1, in thousandths. */
  readonly score: Scalars['Float']['output'];
};

/** Records that may be of one person, as this caller sees them. No record is merged with another, nothing of it is kept, and another caller may see another group. */
export type PossibleMatches = {
  /** Which way of searching and scoring it was. */
  readonly algorithm: Scalars['String']['output'];
  /** How many bureaus were asked and answered. */
  readonly completeness: Completeness;
  /** Names this group to the caller's bureau, and to nobody else: the same records have another name for another bureau, and other records another one. */
  readonly id: Scalars['ID']['output'];
  /** The records, the likeliest first. */
  readonly matches: ReadonlyArray<PossibleMatch>;
  /** What each other bureau did, in the order of codes. */
  readonly sources: ReadonlyArray<SourceStatus>;
  /** The least score of a match that nobody has confirmed. */
  readonly threshold: Scalars['Float']['output'];
};

/** A postponement. */
export type PostponeRequestInput = {
  /** Names this act, as everywhere. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** The request. */
  readonly id: Scalars['ID']['input'];
  /** What there is to say. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** When it is looked at again, within 366 days. */
  readonly reviewAt: Scalars['DateTime']['input'];
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/** A joint operation that is proposed. */
export type ProposeOperationInput = {
  /** Names this act: sent again with the same content, it gives the same answer and nothing happens twice. At most 100 signs. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** Code name, once only within the bureau: letters A to Z and digits, with hyphens between them. */
  readonly codename: Scalars['String']['input'];
  /** What is to be agreed on. */
  readonly terms: OperationTermsInput;
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

/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type Query = {
  /** Whose access the caller's own bureau has ended, the latest first. For NCB_OFFICER, DUTY_OFFICER and DATA_PROTECTION_OFFICER; null for everybody else. */
  readonly accessRevocations?: Maybe<AccessRevocationPage>;
  /**
   * Alerts of the past, oldest first, over the same log and with the same cursors as the subscription `alerts`: to see whether nothing was missed. The log holds 30 days
   * where the hub's operator has not said otherwise.
   */
  readonly alerts: AlertPage;
  /** One member bureau. */
  readonly bureau?: Maybe<Bureau>;
  /** What the officers of the caller's own bureau did, the latest first, and what was given to them. For DATA_PROTECTION_OFFICER and AUDITOR; null for everybody else. */
  readonly bureauDisclosures?: Maybe<LedgerActPage>;
  /** All member bureaus in the order of their codes. */
  readonly bureaus: ReadonlyArray<Bureau>;
  /** Counts that bureaus publish to the caller. */
  readonly cubes: ReadonlyArray<Cube>;
  /** What the desk of the caller's own bureau was told, the latest first. For the same roles as `emergencyAccesses`; null for everybody else. */
  readonly deskEntries?: Maybe<DeskEntryPage>;
  /**
   * What a caller may come to learn of the records of the asker's own bureau, by its policy in force. For policy officers, data protection officers and
   * auditors, on their own bureau's policy alone; null for everybody else.
   */
  readonly disclosurePreview?: Maybe<ReadonlyArray<DisclosurePreview>>;
  /**
   * Accesses to the records of the caller's own bureau, the latest first: everything that was on record when it was asked. For POLICY_OFFICER, DATA_PROTECTION_OFFICER and AUDITOR; null for
   * everybody else. That it was read is put on record too, as of everything here.
   */
  readonly disclosures?: Maybe<DisclosurePage>;
  /**
   * Uses of emergency access to the records of the caller's own bureau, the latest first. For its desk and those who watch over it (NCB_OFFICER, DUTY_OFFICER,
   * POLICY_OFFICER, DATA_PROTECTION_OFFICER, AUDITOR); null for everybody else.
   */
  readonly emergencyAccesses?: Maybe<EmergencyAccessPage>;
  /** The emergency accesses that the caller may invoke for the declared purpose. What is not for the caller is not listed. */
  readonly emergencyBlocks: ReadonlyArray<EmergencyBlock>;
  /**
   * Why a caller learns what they learn of a record of the asker's own bureau. For policy officers, data protection officers and auditors; null for everybody
   * else, and for a record that does not exist.
   */
  readonly explainDisclosure?: Maybe<DisclosureExplanation>;
  /** What the hub last signed of its ledger. Null while nothing was. */
  readonly ledgerCheckpoint?: Maybe<LedgerCheckpoint>;
  /** The proof that the ledger goes on from what it was. */
  readonly ledgerConsistency: LedgerConsistency;
  /** The proof that an entry is in the ledger. For POLICY_OFFICER, DATA_PROTECTION_OFFICER and AUDITOR; null for everybody else. */
  readonly ledgerInclusion?: Maybe<LedgerInclusion>;
  /** What the caller did, the latest first, and what was given to them. */
  readonly myDisclosures: LedgerActPage;
  /**
   * What hangs together with a record: what it links to and what links to it, people with the same document, and documents, telephone numbers and the like that records have in common. It costs
   * one of the caller's searches of the hour. Null when the record does not exist or is not disclosed.
   */
  readonly network?: Maybe<Network>;
  /** The record with this id, or null when it does not exist or is not disclosed; the two cannot be told apart. */
  readonly node?: Maybe<Node>;
  /**
   * A notice at the hub as its owner or the Secretariat works on it. For their officers who work on notices (NCB_OFFICER, DUTY_OFFICER, JUDICIAL_AUTHORITY); of the Secretariat once it was handed in, as far
   * as the owner's rules disclose it. Null otherwise, and for a notice that does not exist.
   */
  readonly noticeFile?: Maybe<NoticeFile>;
  /** Whether the caller's bureau has said that it cannot act on a notice that the caller is shown. Null: it has not, or there is no such notice at the hub. */
  readonly noticeFlag?: Maybe<NoticeFlag>;
  /** Notices and diffusions of all bureaus in one ordered list. */
  readonly notices: NoticeConnection;
  /**
   * A joint operation at the hub as a bureau works on it that leads it, was invited or takes part. For their officers who work on operations (NCB_OFFICER, DUTY_OFFICER, INVESTIGATOR, LIAISON, JUDICIAL_AUTHORITY),
   * as far as the leading bureau's rules disclose it. Null otherwise, and for an operation that does not exist.
   */
  readonly operationFile?: Maybe<OperationFile>;
  /** The joint operations at the hub that the caller's bureau leads, was invited to or takes part in, and that are not over; at most 100, those first in which something was done last. For the same officers. */
  readonly operationFiles: ReadonlyArray<OperationFile>;
  /** Joint operations. */
  readonly operations: OperationConnection;
  /** Persons of interest of all bureaus. Records of different bureaus are never merged into one. */
  readonly persons: PersonConnection;
  /**
   * A request as the two bureaus work on it. For their officers who work on requests (NCB_OFFICER, DUTY_OFFICER, INVESTIGATOR, LIAISON, JUDICIAL_AUTHORITY); of the requested bureau,
   * as far as the requester's rules disclose the record. Null otherwise, and for a request that does not exist.
   */
  readonly requestFile?: Maybe<RequestFile>;
  /** Requests for assistance between bureaus. */
  readonly requests: AssistanceRequestConnection;
  /**
   * People of all bureaus who may be the one that is looked for, the likeliest first, however their names are written. It costs one of the caller's searches of the hour, whatever it finds;
   * a further page is a further search.
   */
  readonly searchPersons: PersonSearchConnection;
  /** Everything disclosed of these records, of whatever bureaus. For AUDITOR and DATA_PROTECTION_OFFICER of a member of kind OVERSIGHT, with the purpose OVERSIGHT; null for everybody else. */
  readonly subjectReport?: Maybe<SubjectReport>;
  /** Requests of people about themselves, the latest first. For the same as `subjectReport`; null for everybody else. */
  readonly subjectRequests?: Maybe<SubjectRequestPage>;
  /** Who is asking, as the hub sees it: from the token, the hub's registry and the declared purpose. */
  readonly viewer: Viewer;
  /** The caller's own watches, the latest first. */
  readonly watches: ReadonlyArray<Watch>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QueryaccessRevocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QueryalertsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<AlertFilter>;
  first: Scalars['Int']['input'];
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerybureauArgs = {
  code: Scalars['CountryCode']['input'];
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerybureauDisclosuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LedgerActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerycubesArgs = {
  bureau?: InputMaybe<Scalars['CountryCode']['input']>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerydeskEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerydisclosurePreviewArgs = {
  caller: ExplainedCaller;
  type?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerydisclosuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DisclosureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QueryemergencyAccessesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QueryexplainDisclosureArgs = {
  caller: ExplainedCaller;
  id: Scalars['ID']['input'];
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QueryledgerConsistencyArgs = {
  from: Scalars['Int']['input'];
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QueryledgerInclusionArgs = {
  entry: Scalars['Int']['input'];
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerymyDisclosuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerynetworkArgs = {
  depth?: InputMaybe<Scalars['Int']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  seed: Scalars['ID']['input'];
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerynodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerynoticeFileArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerynoticeFlagArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerynoticesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  match: Match;
  orderBy?: InputMaybe<ReadonlyArray<NoticeOrder>>;
  where?: InputMaybe<NoticeFilter>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QueryoperationFileArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QueryoperationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  match: Match;
  orderBy?: InputMaybe<ReadonlyArray<OperationOrder>>;
  where?: InputMaybe<OperationFilter>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerypersonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  match: Match;
  orderBy?: InputMaybe<ReadonlyArray<PersonOrder>>;
  where?: InputMaybe<PersonFilter>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QueryrequestFileArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QueryrequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  match: Match;
  orderBy?: InputMaybe<ReadonlyArray<AssistanceRequestOrder>>;
  where?: InputMaybe<AssistanceRequestFilter>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerysearchPersonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  input: PersonSearchInput;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerysubjectReportArgs = {
  records: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Questions to the bureaus. Every answer is the caller's view: a record or a field that its owner withholds does not take part in
 * filters, orders, counts or cursors either.
 */
export type QuerysubjectRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * A governed record: it lives in its owner's system, and the owner decides per record and per field what each caller learns.
 * Every field but `id`, `owner` and the disclosure markers is nullable, because any of them may be withheld.
 */
export type GovernedRecord = {
  /** Every field of this record that the caller learns less than fully, in schema order. Set by the decision alone, whether or not a value is stored. */
  readonly _disclosure: ReadonlyArray<FieldDisclosure>;
  /**
   * Null: the owner's system gave the record for this operation. Otherwise the system did not answer, and this is the record as it was read at this instant, shown by the
   * rules of today: it may have changed, or be gone, since.
   */
  readonly _staleAsOf?: Maybe<Scalars['DateTime']['output']>;
  /** How the record may be used and passed on. */
  readonly handling?: Maybe<Handling>;
  /** Opaque and unguessable; neither owner, kind nor age can be read from it. */
  readonly id: Scalars['ID']['output'];
  /** The bureau that owns the record and decides on its disclosure. It never changes. */
  readonly owner: Bureau;
  /** When the owner entered the record. */
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the owner last changed the record. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How a record's level came about. */
export type RecordDecision = {
  /** In one sentence. */
  readonly because: Scalars['String']['output'];
  /** Ids of the rules that it rests on; none when nothing permits more. */
  readonly deciding: ReadonlyArray<Scalars['String']['output']>;
  /** The level. */
  readonly level: RecordLevel;
};

/** How much of a record a caller learns. */
export type RecordLevel =
  /** Answers hit checks; appears nowhere else. */
  | 'HIT'
  /** Takes part in every answer, field by field. */
  | 'LISTED'
  /** Nothing; it cannot be told from a record that does not exist. */
  | 'NONE';

/** What may become of a record. */
export type RecordOutlook = {
  /** The highest; equal to the lowest when the level does not depend on the record. */
  readonly highest: RecordLevel;
  /** The lowest level that any record gives. */
  readonly lowest: RecordLevel;
  /** In words, conditions on the record included. */
  readonly text: Scalars['String']['output'];
};

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
  readonly clientMutationId: Scalars['ID']['input'];
  /** At least one. */
  readonly grounds: ReadonlyArray<RefusalGround>;
  /** The request. */
  readonly id: Scalars['ID']['input'];
  /** What there is to say. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/** A relative, by name only. */
export type RelatedPerson = {
  /** Family name. */
  readonly family?: Maybe<Scalars['String']['output']>;
  /** Given names. */
  readonly given?: Maybe<Scalars['String']['output']>;
  /** How they are related. */
  readonly relation?: Maybe<Relation>;
};

/** How a relative is related. */
export type Relation =
  /** Father. */
  | 'FATHER'
  /** Mother. */
  | 'MOTHER'
  /** Another relative. */
  | 'OTHER';

/** One access to a record. */
export type ReportedDisclosure = {
  /** When it was put on record. */
  readonly at: Scalars['DateTime']['output'];
  /** What the owner says of these rules. Empty when its policy has been replaced since. */
  readonly basis: ReadonlyArray<DisclosureBasis>;
  /** The emergency access under which it was asked. */
  readonly emergency?: Maybe<Scalars['ID']['output']>;
  /** The number of its entry in the ledger, from 1. */
  readonly entry: Scalars['Int']['output'];
  /** The fields that were asked for, with the level at which each was given. */
  readonly fields: ReadonlyArray<DisclosedField>;
  /** What sort of access. */
  readonly kind: DisclosureKind;
  /** The version of the owner's policy that decided. */
  readonly policyVersion?: Maybe<Scalars['String']['output']>;
  /** The declared purpose. */
  readonly purpose: Purpose;
  /** The bureau whose officer it was. */
  readonly readerBureau: Bureau;
  /** The roles of the officer. */
  readonly readerRoles: ReadonlyArray<Role>;
  /** The owner's rules on which the levels rest. */
  readonly rules: ReadonlyArray<Scalars['String']['output']>;
};

/** A record, with every access to it. */
export type ReportedRecord = {
  /** The accesses, the earliest first. */
  readonly disclosures: ReadonlyArray<ReportedDisclosure>;
  /** The record's id. */
  readonly id: Scalars['ID']['output'];
  /** Whose record it is. */
  readonly owner: Bureau;
  /** Its type. */
  readonly recordType: Scalars['String']['output'];
};

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
  readonly attachments?: InputMaybe<ReadonlyArray<AttachmentInput>>;
  /** Names this act: sent again with the same content, it gives the same answer and nothing happens twice. At most 100 signs. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** The request. */
  readonly id: Scalars['ID']['input'];
  /** What there is to say. Needed to ask for more, to say more, and to withdraw. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

/** How a request gets to the requested bureau's own system. */
export type RequestDelivery = {
  /** How often it was tried. */
  readonly attempts: Scalars['Int']['output'];
  /** When it arrived. */
  readonly deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it is tried next, while it waits. */
  readonly nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** The receiving system's number for it. */
  readonly receipt?: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  readonly state: DeliveryState;
};

/**
 * A request for assistance as the two bureaus work on it: its steps, what may be done next, and how it is delivered. Each request is from one bureau to one other; what is asked of several are several
 * requests with the same reference. The record itself is governed by its owner's disclosure rules like any other and stands among `requests` too.
 */
export type RequestFile = {
  /** Documents that go with the request, by reference. */
  readonly attachments: ReadonlyArray<AttachmentReference>;
  /** How far it has come on its way to the requested bureau's own system, or the first message about it that could not be delivered; null before it is sent, and for a bureau that works on requests at the hub. */
  readonly delivery?: Maybe<RequestDelivery>;
  /** When the answer is due; null before it is sent. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The record's id, for `node` and for every act. */
  readonly id: Scalars['ID']['output'];
  /** What the caller may do now. */
  readonly possible: ReadonlyArray<RequestAct>;
  /** The record, as far as its owner discloses it to the caller. */
  readonly request?: Maybe<AssistanceRequest>;
  /** The bureau that is asked. */
  readonly requested: Bureau;
  /** The bureau that asks. */
  readonly requester: Bureau;
  /** Which of the two is the caller's. */
  readonly side: RequestSide;
  /** Where it stands. */
  readonly state: RequestState;
  /** Everything that was done, the first first. The requested bureau's begin with the sending. */
  readonly steps: ReadonlyArray<RequestStep>;
  /** Grows by one with every step; an act names the version that it was decided on. */
  readonly version: Scalars['Int']['output'];
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
  readonly eq?: InputMaybe<RequestKind>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<RequestKind>>;
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
  readonly eq?: InputMaybe<RequestState>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<RequestState>>;
};

/** One step in the life of a request. Steps are never changed and never removed. */
export type RequestStep = {
  /** What was done. */
  readonly act: RequestAct;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Documents that go with it, by reference. */
  readonly attachments: ReadonlyArray<AttachmentReference>;
  /** Reference of the authority's consent. Known to the requester only. */
  readonly authorisation?: Maybe<Scalars['String']['output']>;
  /** By which bureau; null for the hub. */
  readonly bureau?: Maybe<Bureau>;
  /** How what was given with it may be used. */
  readonly conditionsOfUse: ReadonlyArray<ConditionOfUse>;
  /** What the answering bureau found, where its reply leaves that open. Known to that bureau only. */
  readonly found?: Maybe<ResponseKind>;
  /** Grounds of a refusal. */
  readonly grounds: ReadonlyArray<RefusalGround>;
  /** What was said with it. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** From 1: the version that the request had after it. */
  readonly number: Scalars['Int']['output'];
  /** Stable reference of the person. Known to their own bureau only. */
  readonly personRef?: Maybe<Scalars['String']['output']>;
  /** The answer that was given with it. */
  readonly reply?: Maybe<Response>;
  /** Until when it was postponed. */
  readonly reviewAt?: Maybe<Scalars['DateTime']['output']>;
  /** By which side. */
  readonly side: RequestSide;
  /** The state that it led to. */
  readonly state: RequestState;
};

/** An answer to a request. */
export type Response = {
  /** When it was given. */
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who answered. */
  readonly bureau?: Maybe<Scalars['CountryCode']['output']>;
  /** What sort of answer. */
  readonly kind?: Maybe<ResponseKind>;
  /** The answer, in the bureau's words. */
  readonly text?: Maybe<Scalars['String']['output']>;
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

/** What an owner's officer found. */
export type ReviewEmergencyInput = {
  /** The finding. A later one takes the place of an earlier one. */
  readonly finding: EmergencyFinding;
  /** The access. */
  readonly id: Scalars['ID']['input'];
  /** A remark for the record, at most 2000 signs. */
  readonly remark?: InputMaybe<Scalars['String']['input']>;
};

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

/** Whose access an officer ends. */
export type RevokeAccessInput = {
  /** The stable reference of an officer or a system of the caller's own bureau: the `sub` of their tokens. */
  readonly person: Scalars['ID']['input'];
  /** Why, in one's own words; kept with the revocation. */
  readonly reason: Scalars['String']['input'];
};

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

/** Whether a rule raises or lowers. */
export type RuleKind =
  /** At most this much. */
  | 'CAP'
  /** At least this much. */
  | 'PERMIT';

/** Who set a rule. */
export type RuleLayer =
  /** The members together: the hub's baseline. */
  | 'BASELINE'
  /** The owner, for a time, in a joint operation. */
  | 'EMBARGO'
  /** The record's last day. */
  | 'EXPIRY'
  /** The record itself, by what its owner recorded on it. */
  | 'HANDLING'
  /** The bureau for which the owner holds the record. */
  | 'ORIGINATOR'
  /** The owner of the record. */
  | 'OWNER'
  /** The supervision of the caller's bureau. */
  | 'SUPERVISION';

/** Why a rule does not count for a caller and a record. */
export type RuleObstacle =
  /** Its agreement is not in force for the caller. */
  | 'AGREEMENT'
  /** It is for other callers. */
  | 'CALLER'
  /** Its emergency has not been invoked. */
  | 'EMERGENCY'
  /** It is for other purposes. */
  | 'PURPOSE'
  /** The record does not meet its condition, or that cannot be told. */
  | 'RECORD'
  /** It has not begun, or has ended. */
  | 'TIME';

/** One thing that a score rests on. */
export type SearchFeature = {
  /** The field of the record. */
  readonly field: Scalars['String']['output'];
  /** What comparing it said. */
  readonly outcome: SearchOutcome;
  /** Of names, the words that were held against each other. */
  readonly words: ReadonlyArray<ComparedWords>;
};

/** What comparing a field said. */
export type SearchOutcome =
  /** Both are the same. */
  | 'AGREES'
  /** They cannot be the same. */
  | 'CONTRADICTS'
  /** They differ. */
  | 'DIFFERS'
  /** Names are much alike; documents differ in signs that are taken for each other. */
  | 'LOOKS_ALIKE'
  /** The same month; at least one side says no more. */
  | 'MONTH_AGREES'
  /** Both can be the same, and that says little. */
  | 'POSSIBLE'
  /** The same day, with day and month in the other order. */
  | 'SWAPPED'
  /** The same year; the days differ or are not said. */
  | 'YEAR_AGREES';

/** An embargo; it takes the place of one on the same record. */
export type SetEmbargoInput = {
  /** Codes of the bureaus from whose end users it is hidden. */
  readonly bureaus: ReadonlyArray<Scalars['CountryCode']['input']>;
  /** Names this act, as everywhere. */
  readonly clientMutationId: Scalars['ID']['input'];
  /** The operation. */
  readonly id: Scalars['ID']['input'];
  /** Id of a notice or person of one's own bureau. */
  readonly record: Scalars['ID']['input'];
  /** The instant at which it ends by itself, within the days of the operation. */
  readonly until: Scalars['DateTime']['input'];
  /** The version that it was decided on. */
  readonly version: Scalars['Int']['input'];
};

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
  readonly eq?: InputMaybe<Sex>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<Sex>>;
};

/** A row of a bureau's system that could not be mapped. Never shows a value. */
export type SkippedRow = {
  /** The field that failed. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** The row's key in the bureau's own system. */
  readonly key: Scalars['String']['output'];
  /** Why, without the value. */
  readonly reason: Scalars['String']['output'];
  /** The record type it was mapped to. */
  readonly type: Scalars['String']['output'];
};

/** What somebody who is looked for looks like. */
export type SoughtDescriptionInput = {
  /** Colour of the eyes. */
  readonly eyes?: InputMaybe<Colour>;
  /** Colour of the hair. */
  readonly hair?: InputMaybe<Colour>;
  /** Height in centimetres, 30 to 250. */
  readonly heightCm?: InputMaybe<Scalars['Int']['input']>;
  /** Weight in kilograms, 1 to 400. */
  readonly weightKg?: InputMaybe<Scalars['Int']['input']>;
};

/** A document of somebody who is looked for. */
export type SoughtDocumentInput = {
  /** The number was read from a machine readable zone: nine places, filled up with `<`, and a check digit, which has to fit. */
  readonly fromZone: Scalars['Boolean']['input'];
  /** The country or organisation that issued it; nothing means any. */
  readonly issuingCountry?: InputMaybe<Scalars['CountryCode']['input']>;
  /** The number: at least four letters and digits. Blanks, dashes and the like count nothing. */
  readonly number: Scalars['String']['input'];
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

/** What one bureau did for one question. */
export type SourceStatus = {
  /** When its part of the answer was read; with `STALE`, when the oldest of what stands in was. */
  readonly asOf?: Maybe<Scalars['DateTime']['output']>;
  /** The bureau. */
  readonly bureau: Bureau;
  /** How long it took, in milliseconds. */
  readonly latencyMs?: Maybe<Scalars['Int']['output']>;
  /** When to try again, in milliseconds from now: what the bureau said, or with `BREAKER_OPEN` when the hub will ask it again; else null. */
  readonly retryAfterMs?: Maybe<Scalars['Int']['output']>;
  /** How it went. */
  readonly state: SourceState;
};

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

/** Something about the stream itself. */
export type StreamNotice = {
  /** What. */
  readonly code: StreamCode;
  /** Where the stream is. */
  readonly cursor: Scalars['Cursor']['output'];
  /** Of SOURCE_FEED_GAP: the feeds that miss something now. */
  readonly feeds: ReadonlyArray<BureauFeed>;
  /** The stream ends: go on after this cursor. Null when it goes on by itself. */
  readonly resumeAfter?: Maybe<Scalars['Cursor']['output']>;
  /** When to come back, in milliseconds; null where that does not matter. */
  readonly retryAfterMs?: Maybe<Scalars['Int']['output']>;
};

/** Conditions on a text. All that are given must hold; text is compared code point by code point after NFC normalisation. */
export type StringFilter = {
  /** Equal to. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Begins with. An empty prefix matches every known value. */
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** How a request was answered. */
export type SubjectReply =
  /** With what there is to tell. */
  | 'DISCLOSED'
  /** With neither a yes nor a no. */
  | 'NEITHER_CONFIRMED_NOR_DENIED'
  /** With a refusal, and its reasons. */
  | 'REFUSED';

/** Everything that was disclosed of a person's records, of whatever bureaus: to whom, when, and on what basis. */
export type SubjectReport = {
  /** What the hub last signed of its ledger by then: against it each entry can be proved. Null while nothing was signed. */
  readonly checkpoint?: Maybe<LedgerCheckpoint>;
  /** When it was made. Nothing that was on record by then is missing. */
  readonly madeAt: Scalars['DateTime']['output'];
  /** The records that it is about, as they were asked for. */
  readonly records: ReadonlyArray<ReportedRecord>;
};

/** A request of somebody about themselves. Who it is stands in the oversight body's own file alone. */
export type SubjectRequest = {
  /** When it was answered. Null: it was not yet. */
  readonly answeredOn?: Maybe<Scalars['Date']['output']>;
  /** By when it is to be decided: access within four months, correction and deletion within nine. */
  readonly due: Scalars['Date']['output'];
  /** What is asked for. */
  readonly kind: SubjectRequestKind;
  /** The reply that neither confirms nor denies. It is made of this request alone, and reads the same whether or not there is anything. */
  readonly neutralReply: Scalars['String']['output'];
  /** Its number with this body, from 1. */
  readonly number: Scalars['Int']['output'];
  /** Whether it should have been answered by now. */
  readonly overdue: Scalars['Boolean']['output'];
  /** When it was received. */
  readonly received: Scalars['Date']['output'];
  /** The reference of the file. */
  readonly reference: Scalars['String']['output'];
  /** How it was answered. */
  readonly reply?: Maybe<SubjectReply>;
};

/** What somebody may ask for. */
export type SubjectRequestKind =
  /** To know. */
  | 'ACCESS'
  /** To have something corrected. */
  | 'CORRECTION'
  /** To have something deleted. */
  | 'DELETION';

/** A page of requests, the latest first. */
export type SubjectRequestPage = {
  /** The requests. */
  readonly nodes: ReadonlyArray<SubjectRequest>;
  /** Whether earlier ones follow, and where. */
  readonly pageInfo: PageInfo;
};

/**
 * What comes in parts: alerts as things happen, and questions answered bureau by bureau for who wants to see at once what the first have to say. Asked over a WebSocket
 * (graphql-transport-ws), or as an event stream (`Accept: text/event-stream`). Of the fields named `...Progress`, every item is a whole page of the bureaus that have answered so far and takes the place of the one before; those
 * still to come stand in `sources` as `PENDING`, and what they hold is what the page does not know yet, as if they were silent. The last item is what the query of the same name
 * answers, and the stream ends with it.
 */
export type Subscription = {
  /**
   * What moves in all that the caller may see, as it happens. Nothing that the caller may see is left out without a word: whoever goes on after a cursor gets everything that
   * follows, once and in order; where that is not possible, a `StreamNotice` says so. The first item is a heartbeat, or that notice.
   */
  readonly alerts: AlertEvent;
  /** `notices`, as the bureaus answer. */
  readonly noticesProgress: NoticeConnection;
  /** `operations`, as the bureaus answer. */
  readonly operationsProgress: OperationConnection;
  /** `persons`, as the bureaus answer. */
  readonly personsProgress: PersonConnection;
  /** `requests`, as the bureaus answer. */
  readonly requestsProgress: AssistanceRequestConnection;
};


/**
 * What comes in parts: alerts as things happen, and questions answered bureau by bureau for who wants to see at once what the first have to say. Asked over a WebSocket
 * (graphql-transport-ws), or as an event stream (`Accept: text/event-stream`). Of the fields named `...Progress`, every item is a whole page of the bureaus that have answered so far and takes the place of the one before; those
 * still to come stand in `sources` as `PENDING`, and what they hold is what the page does not know yet, as if they were silent. The last item is what the query of the same name
 * answers, and the stream ends with it.
 */
export type SubscriptionalertsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<AlertFilter>;
  heartbeatSeconds: Scalars['Int']['input'];
};


/**
 * What comes in parts: alerts as things happen, and questions answered bureau by bureau for who wants to see at once what the first have to say. Asked over a WebSocket
 * (graphql-transport-ws), or as an event stream (`Accept: text/event-stream`). Of the fields named `...Progress`, every item is a whole page of the bureaus that have answered so far and takes the place of the one before; those
 * still to come stand in `sources` as `PENDING`, and what they hold is what the page does not know yet, as if they were silent. The last item is what the query of the same name
 * answers, and the stream ends with it.
 */
export type SubscriptionnoticesProgressArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  match: Match;
  orderBy?: InputMaybe<ReadonlyArray<NoticeOrder>>;
  where?: InputMaybe<NoticeFilter>;
};


/**
 * What comes in parts: alerts as things happen, and questions answered bureau by bureau for who wants to see at once what the first have to say. Asked over a WebSocket
 * (graphql-transport-ws), or as an event stream (`Accept: text/event-stream`). Of the fields named `...Progress`, every item is a whole page of the bureaus that have answered so far and takes the place of the one before; those
 * still to come stand in `sources` as `PENDING`, and what they hold is what the page does not know yet, as if they were silent. The last item is what the query of the same name
 * answers, and the stream ends with it.
 */
export type SubscriptionoperationsProgressArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  match: Match;
  orderBy?: InputMaybe<ReadonlyArray<OperationOrder>>;
  where?: InputMaybe<OperationFilter>;
};


/**
 * What comes in parts: alerts as things happen, and questions answered bureau by bureau for who wants to see at once what the first have to say. Asked over a WebSocket
 * (graphql-transport-ws), or as an event stream (`Accept: text/event-stream`). Of the fields named `...Progress`, every item is a whole page of the bureaus that have answered so far and takes the place of the one before; those
 * still to come stand in `sources` as `PENDING`, and what they hold is what the page does not know yet, as if they were silent. The last item is what the query of the same name
 * answers, and the stream ends with it.
 */
export type SubscriptionpersonsProgressArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  match: Match;
  orderBy?: InputMaybe<ReadonlyArray<PersonOrder>>;
  where?: InputMaybe<PersonFilter>;
};


/**
 * What comes in parts: alerts as things happen, and questions answered bureau by bureau for who wants to see at once what the first have to say. Asked over a WebSocket
 * (graphql-transport-ws), or as an event stream (`Accept: text/event-stream`). Of the fields named `...Progress`, every item is a whole page of the bureaus that have answered so far and takes the place of the one before; those
 * still to come stand in `sources` as `PENDING`, and what they hold is what the page does not know yet, as if they were silent. The last item is what the query of the same name
 * answers, and the stream ends with it.
 */
export type SubscriptionrequestsProgressArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  match: Match;
  orderBy?: InputMaybe<ReadonlyArray<AssistanceRequestOrder>>;
  where?: InputMaybe<AssistanceRequestFilter>;
};

/** Supervision of a bureau by the Secretariat (RPD Art. 131). */
export type Supervision =
  /** None. */
  | 'NONE'
  /** What it sends is reviewed before it goes out. */
  | 'PRE_CLEARANCE'
  /** Its access is suspended. */
  | 'SUSPENDED';

/** A threat. */
export type Threat = {
  /** Advice. */
  readonly advice?: Maybe<Scalars['String']['output']>;
  /** How near it is, in the owner's words. */
  readonly imminence?: Maybe<Scalars['String']['output']>;
  /** Where it comes from. */
  readonly kind?: Maybe<ThreatKind>;
};

/** Where a threat comes from. */
export type ThreatKind =
  /** An event. */
  | 'EVENT'
  /** An object. */
  | 'OBJECT'
  /** A person. */
  | 'PERSON'
  /** A process. */
  | 'PROCESS';

/** An unidentified body. */
export type UnidentifiedBody = {
  /** Highest likely age in years. */
  readonly ageMax?: Maybe<Scalars['Int']['output']>;
  /** Lowest likely age in years. */
  readonly ageMin?: Maybe<Scalars['Int']['output']>;
  /** Description, in the owner's words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Where it was found. */
  readonly foundAt?: Maybe<Place>;
  /** When it was found. */
  readonly foundOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Sex. */
  readonly sex?: Maybe<Sex>;
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
  readonly eq?: InputMaybe<Urgency>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<Urgency>>;
};

/** Who is asking. */
export type Viewer = {
  /** Agreements in force for the caller's bureau, from the hub's registry. */
  readonly agreements: ReadonlyArray<Scalars['String']['output']>;
  /** The caller's bureau. */
  readonly bureau: Bureau;
  /** The declared case reference. */
  readonly case?: Maybe<Scalars['String']['output']>;
  /** Clearance, 0 to 3, in the order of `Confidentiality` (0: none). */
  readonly clearance: Scalars['Int']['output'];
  /** The caller's emergency accesses that are open, whatever purpose and case they were opened for. */
  readonly emergencies: ReadonlyArray<EmergencyAccess>;
  /** The id of the emergency access that this request names. */
  readonly emergency?: Maybe<Scalars['ID']['output']>;
  /** The organisation within the country. */
  readonly organisation?: Maybe<Scalars['String']['output']>;
  /** The stable reference of the person or system, as its bureau issues it; never a plain name. */
  readonly personRef: Scalars['String']['output'];
  /** The declared purpose. */
  readonly purpose: Purpose;
  /** Roles, from the token. */
  readonly roles: ReadonlyArray<Role>;
  /** The unit. */
  readonly unit?: Maybe<Scalars['String']['output']>;
};

/** A warrant or judgment. */
export type Warrant = {
  /** The charge, in the owner's words. */
  readonly charge?: Maybe<Scalars['String']['output']>;
  /** The country that issued it. */
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  /** Day of issue. */
  readonly issuedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** The authority that issued it. */
  readonly issuingAuthority?: Maybe<Scalars['String']['output']>;
  /** Whether a court issued it. */
  readonly judicial?: Maybe<Scalars['Boolean']['output']>;
  /** What sort. */
  readonly kind?: Maybe<WarrantKind>;
  /** The highest penalty the law allows, in months. */
  readonly maxPenaltyMonths?: Maybe<Scalars['Int']['output']>;
  /** Its reference. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** The sentence imposed, in months. */
  readonly sentenceMonths?: Maybe<Scalars['Int']['output']>;
};

/** Conditions on one warrant. */
export type WarrantFilter = {
  /** Issuing country. */
  readonly country?: InputMaybe<CountryCodeFilter>;
  /** Reference. */
  readonly reference?: InputMaybe<StringFilter>;
};

/** A warrant or judgment that a notice rests on. */
export type WarrantInput = {
  /** The charge. */
  readonly charge?: InputMaybe<Scalars['String']['input']>;
  /** The country that issued it. */
  readonly country: Scalars['CountryCode']['input'];
  /** Day of issue. */
  readonly issuedOn: Scalars['PartialDate']['input'];
  /** The authority that issued it. */
  readonly issuingAuthority: Scalars['String']['input'];
  /** Whether a court issued it. */
  readonly judicial: Scalars['Boolean']['input'];
  /** What sort. */
  readonly kind: WarrantKind;
  /** The highest penalty the law allows, in months; 1200 for life. */
  readonly maxPenaltyMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Its reference. */
  readonly reference: Scalars['String']['input'];
  /** The sentence imposed, in months; 1200 for life. */
  readonly sentenceMonths?: InputMaybe<Scalars['Int']['input']>;
};

/** Sorts of warrants. */
export type WarrantKind =
  /** Arrest warrant. */
  | 'ARREST'
  /** Detention order. */
  | 'DETENTION'
  /** Judgment. */
  | 'JUDGMENT';

/**
 * A question that stands: whatever newly satisfies it, in what the officer who set it may see, is told to that officer as an alert of kind `WATCH_MATCH`, also when they were not
 * connected meanwhile. It is decided by the officer's rights of the moment, for the purpose and the case that were declared when it was set. What the officer may not see never
 * satisfies a watch.
 */
export type Watch = {
  /** Whether every bureau answered when it was set. Where one did not, what it held then is told when it next changes. */
  readonly complete: Scalars['Boolean']['output'];
  /** When it was set. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it ends by itself, a year after it was set or last renewed. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Says nothing. */
  readonly id: Scalars['ID']['output'];
  /** Records that satisfy it now, as far as is known. They have been told, or satisfied it when it was set. */
  readonly matches: Scalars['Int']['output'];
  /** What was written beside it. */
  readonly note: Scalars['String']['output'];
  /** What sort of records it looks for. */
  readonly recordType: AlertRecordType;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AlertEvent:
    | ( AlertItem )
    | ( HeartbeatItem )
    | ( NoticeItem )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessRevocation: ResolverTypeWrapper<NumberedRevocation>;
  AccessRevocationPage: ResolverTypeWrapper<Omit<AccessRevocationPage, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['AccessRevocation']> }>;
  ActionRequested: ActionRequested;
  Address: ResolverTypeWrapper<Address>;
  Alert: ResolverTypeWrapper<AlertItem>;
  AlertEvent: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AlertEvent']>;
  AlertFilter: AlertFilter;
  AlertKind: AlertKind;
  AlertPage: ResolverTypeWrapper<HubAlertPage>;
  AlertRecordType: ResolverTypeWrapper<string>;
  AmendNoticeInput: AmendNoticeInput;
  AmendOperationInput: AmendOperationInput;
  AnswerRequestInput: AnswerRequestInput;
  AssistanceRequest: ResolverTypeWrapper<ViewRecord>;
  AssistanceRequestConnection: ResolverTypeWrapper<Connection>;
  AssistanceRequestEdge: ResolverTypeWrapper<Omit<AssistanceRequestEdge, 'node'> & { node: ResolversTypes['AssistanceRequest'] }>;
  AssistanceRequestFacetField: AssistanceRequestFacetField;
  AssistanceRequestFilter: AssistanceRequestFilter;
  AssistanceRequestOrder: AssistanceRequestOrder;
  AssistanceRequestOrderField: AssistanceRequestOrderField;
  AssurancesInput: AssurancesInput;
  AttachmentInput: AttachmentInput;
  AttachmentReference: ResolverTypeWrapper<AttachmentReference>;
  AuthoriseRequestInput: AuthoriseRequestInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BooleanFilter: BooleanFilter;
  BreakerState: BreakerState;
  Bureau: ResolverTypeWrapper<Member>;
  BureauContact: ResolverTypeWrapper<BureauContact>;
  BureauFeed: ResolverTypeWrapper<HubBureauFeed>;
  BureauHealth: ResolverTypeWrapper<HubBureauHealth>;
  BureauKind: BureauKind;
  BureauPolicy: ResolverTypeWrapper<PolicyStatus>;
  BureauStatus: BureauStatus;
  Colour: Colour;
  ComparedWords: ResolverTypeWrapper<NameFeature>;
  Completeness: ResolverTypeWrapper<Completeness>;
  ConditionOfUse: ConditionOfUse;
  Confidentiality: Confidentiality;
  Contact: ResolverTypeWrapper<Contact>;
  ContactKind: ContactKind;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CountryCodeFilter: CountryCodeFilter;
  CreateNoticeInput: CreateNoticeInput;
  CreateRequestInput: CreateRequestInput;
  CreateWatchInput: CreateWatchInput;
  Cube: ResolverTypeWrapper<HubCube>;
  CubeCell: ResolverTypeWrapper<CubeCell>;
  CubeTable: ResolverTypeWrapper<HubCubeTable>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateFilter: DateFilter;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeFilter: DateTimeFilter;
  DeliveryState: DeliveryState;
  DeskEntry: ResolverTypeWrapper<HubDeskEntry>;
  DeskEntryKind: DeskEntryKind;
  DeskEntryPage: ResolverTypeWrapper<Omit<DeskEntryPage, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['DeskEntry']> }>;
  DisclosedField: ResolverTypeWrapper<GivenField>;
  DisclosureBasis: ResolverTypeWrapper<DisclosureBasis>;
  DisclosureCount: ResolverTypeWrapper<DisclosureCount>;
  DisclosureCountedBy: DisclosureCountedBy;
  DisclosureEntry: ResolverTypeWrapper<OwnerAccess>;
  DisclosureExplanation: ResolverTypeWrapper<Explanation>;
  DisclosureFilter: DisclosureFilter;
  DisclosureKind: DisclosureKind;
  DisclosureLimit: DisclosureLimit;
  DisclosurePage: ResolverTypeWrapper<PageOfDisclosures>;
  DisclosurePreview: ResolverTypeWrapper<TypeView>;
  DisclosureReason: DisclosureReason;
  DocumentKeyInput: DocumentKeyInput;
  DocumentKind: DocumentKind;
  DocumentKindFilter: DocumentKindFilter;
  DocumentStatus: DocumentStatus;
  DocumentStatusFilter: DocumentStatusFilter;
  EmergencyAccess: ResolverTypeWrapper<HubEmergencyAccess>;
  EmergencyAccessPage: ResolverTypeWrapper<Omit<EmergencyAccessPage, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['EmergencyAccess']> }>;
  EmergencyBlock: ResolverTypeWrapper<HubEmergencyBlock>;
  EmergencyFinding: EmergencyFinding;
  Entity: ResolverTypeWrapper<Entity>;
  ExplainedCaller: ExplainedCaller;
  ExplainedCondition: ResolverTypeWrapper<ExplainedCondition>;
  ExplainedRule: ResolverTypeWrapper<RuleAccount>;
  Facet: ResolverTypeWrapper<Facet>;
  FacetBucket: ResolverTypeWrapper<FacetBucket>;
  FacetLevel: ResolverTypeWrapper<FacetLevel>;
  FeedError: FeedError;
  FeedMode: FeedMode;
  FieldDecision: ResolverTypeWrapper<FieldAccount>;
  FieldDisclosure: ResolverTypeWrapper<FieldDisclosure>;
  FieldOutlook: ResolverTypeWrapper<OutlookOfField>;
  FlagNoticeInput: FlagNoticeInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FoundPersonEdge: ResolverTypeWrapper<FoundEdge>;
  Handling: ResolverTypeWrapper<Handling>;
  HandlingCode: HandlingCode;
  Heartbeat: ResolverTypeWrapper<HeartbeatItem>;
  HitCheckAnswer: ResolverTypeWrapper<HubHitCheck>;
  HitCheckInput: HitCheckInput;
  HitCheckRow: ResolverTypeWrapper<HubHitCheckRow>;
  HitOutcome: HitOutcome;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IDFilter: IDFilter;
  IdentityDocument: ResolverTypeWrapper<IdentityDocument>;
  IdentityDocumentFilter: IdentityDocumentFilter;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IntFilter: IntFilter;
  InviteToOperationInput: InviteToOperationInput;
  InvokeEmergencyInput: InvokeEmergencyInput;
  JudgeMatchAnswer: ResolverTypeWrapper<Omit<JudgeMatchAnswer, 'records'> & { records: ReadonlyArray<ResolversTypes['Person']> }>;
  JudgeMatchInput: JudgeMatchInput;
  JudgedMatch: ResolverTypeWrapper<HubJudgedMatch>;
  LanguageTag: ResolverTypeWrapper<Scalars['LanguageTag']['output']>;
  LedgerAct: ResolverTypeWrapper<ReaderAct>;
  LedgerActFilter: LedgerActFilter;
  LedgerActKind: LedgerActKind;
  LedgerActPage: ResolverTypeWrapper<Omit<LedgerActPage, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['LedgerAct']> }>;
  LedgerCheckpoint: ResolverTypeWrapper<LedgerCheckpoint>;
  LedgerConsistency: ResolverTypeWrapper<LedgerConsistency>;
  LedgerGift: ResolverTypeWrapper<Gift>;
  LedgerHit: ResolverTypeWrapper<{ readonly bureau: string; readonly outcome: "HIT" | "NO_HIT" | "NOT_ANSWERED" }>;
  LedgerInclusion: ResolverTypeWrapper<LedgerInclusion>;
  Level: Level;
  Match: Match;
  MatchVerdict: MatchVerdict;
  ModusOperandi: ResolverTypeWrapper<Omit<ModusOperandi, 'family'> & { family?: Maybe<ResolversTypes['OffenceFamily']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NameKind: NameKind;
  NameKindFilter: NameKindFilter;
  NameMemberInput: NameMemberInput;
  NameQuality: NameQuality;
  Nationality: ResolverTypeWrapper<Nationality>;
  NationalityFilter: NationalityFilter;
  Network: ResolverTypeWrapper<HubNetwork>;
  NetworkEdge: ResolverTypeWrapper<NetworkEdge>;
  NetworkNode: ResolverTypeWrapper<Omit<NetworkNode, 'record'> & { record?: Maybe<ResolversTypes['Record']> }>;
  NetworkNodeKind: NetworkNodeKind;
  Node: ResolverTypeWrapper<ViewRecord>;
  NominateTargetInput: NominateTargetInput;
  Notice: ResolverTypeWrapper<ViewRecord>;
  NoticeAct: NoticeAct;
  NoticeActInput: NoticeActInput;
  NoticeConnection: ResolverTypeWrapper<Connection>;
  NoticeEdge: ResolverTypeWrapper<Omit<NoticeEdge, 'node'> & { node: ResolversTypes['Notice'] }>;
  NoticeFacetField: NoticeFacetField;
  NoticeFile: ResolverTypeWrapper<HeldNoticeFile>;
  NoticeFilter: NoticeFilter;
  NoticeFlag: ResolverTypeWrapper<HeldNoticeFlag>;
  NoticeForm: NoticeForm;
  NoticeKind: NoticeKind;
  NoticeKindFilter: NoticeKindFilter;
  NoticeObject: ResolverTypeWrapper<NoticeObject>;
  NoticeOrder: NoticeOrder;
  NoticeOrderField: NoticeOrderField;
  NoticeSide: NoticeSide;
  NoticeState: NoticeState;
  NoticeStateFilter: NoticeStateFilter;
  NoticeStep: ResolverTypeWrapper<HeldNoticeStep>;
  NoticeWordsInput: NoticeWordsInput;
  ObjectKind: ObjectKind;
  Offence: ResolverTypeWrapper<Omit<Offence, 'family'> & { family?: Maybe<ResolversTypes['OffenceFamily']> }>;
  OffenceFamily: ResolverTypeWrapper<string>;
  OffenceFamilyFilter: OffenceFamilyFilter;
  OffenceFilter: OffenceFilter;
  OffenceInput: OffenceInput;
  OnwardTransfer: OnwardTransfer;
  OpenSubjectRequestInput: OpenSubjectRequestInput;
  Operation: ResolverTypeWrapper<ViewRecord>;
  OperationAct: OperationAct;
  OperationActInput: OperationActInput;
  OperationConnection: ResolverTypeWrapper<Connection>;
  OperationEdge: ResolverTypeWrapper<Omit<OperationEdge, 'node'> & { node: ResolversTypes['Operation'] }>;
  OperationEmbargo: ResolverTypeWrapper<HeldEmbargo>;
  OperationFacetField: OperationFacetField;
  OperationFile: ResolverTypeWrapper<HeldOperationFile>;
  OperationFilter: OperationFilter;
  OperationKind: ResolverTypeWrapper<string>;
  OperationKindFilter: OperationKindFilter;
  OperationMember: ResolverTypeWrapper<HeldMember>;
  OperationOrder: OperationOrder;
  OperationOrderField: OperationOrderField;
  OperationParty: ResolverTypeWrapper<ShownParty>;
  OperationSide: OperationSide;
  OperationState: OperationState;
  OperationStateFilter: OperationStateFilter;
  OperationStep: ResolverTypeWrapper<HeldOperationStep>;
  OperationTarget: ResolverTypeWrapper<KnownTarget>;
  OperationTerms: ResolverTypeWrapper<TermsOfOperation>;
  OperationTermsInput: OperationTermsInput;
  OrderDirection: OrderDirection;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartialDate: ResolverTypeWrapper<Scalars['PartialDate']['output']>;
  PartialDateFilter: PartialDateFilter;
  Participant: ResolverTypeWrapper<{ readonly bureau: string }>;
  ParticipantRole: ParticipantRole;
  Person: ResolverTypeWrapper<ViewRecord>;
  PersonConnection: ResolverTypeWrapper<Connection>;
  PersonEdge: ResolverTypeWrapper<Omit<PersonEdge, 'node'> & { node: ResolversTypes['Person'] }>;
  PersonFacetField: PersonFacetField;
  PersonFilter: PersonFilter;
  PersonKeyInput: PersonKeyInput;
  PersonName: ResolverTypeWrapper<PersonName>;
  PersonNameFilter: PersonNameFilter;
  PersonOrder: PersonOrder;
  PersonOrderField: PersonOrderField;
  PersonSearchConnection: ResolverTypeWrapper<RankedPage>;
  PersonSearchInput: PersonSearchInput;
  PersonStatus: PersonStatus;
  PersonStatusFilter: PersonStatusFilter;
  PersonWarning: PersonWarning;
  PhysicalDescription: ResolverTypeWrapper<PhysicalDescription>;
  Place: ResolverTypeWrapper<Place>;
  PolicyProblem: ResolverTypeWrapper<Problem>;
  PossibleMatch: ResolverTypeWrapper<HubPossibleMatch>;
  PossibleMatches: ResolverTypeWrapper<MatchCluster>;
  PostponeRequestInput: PostponeRequestInput;
  ProposeOperationInput: ProposeOperationInput;
  ProtectedClass: ProtectedClass;
  Purpose: ResolverTypeWrapper<string>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Record: ResolverTypeWrapper<ViewRecord>;
  RecordDecision: ResolverTypeWrapper<LevelAccount>;
  RecordLevel: RecordLevel;
  RecordOutlook: ResolverTypeWrapper<Outlook>;
  RefusalGround: RefusalGround;
  RefuseRequestInput: RefuseRequestInput;
  RelatedPerson: ResolverTypeWrapper<RelatedPerson>;
  Relation: Relation;
  ReportedDisclosure: ResolverTypeWrapper<ReportedAccess>;
  ReportedRecord: ResolverTypeWrapper<RecordReported>;
  RequestAct: RequestAct;
  RequestActInput: RequestActInput;
  RequestDelivery: ResolverTypeWrapper<OutboxMessage>;
  RequestFile: ResolverTypeWrapper<HeldRequestFile>;
  RequestKind: RequestKind;
  RequestKindFilter: RequestKindFilter;
  RequestSide: RequestSide;
  RequestState: RequestState;
  RequestStateFilter: RequestStateFilter;
  RequestStep: ResolverTypeWrapper<HeldRequestStep>;
  Response: ResolverTypeWrapper<Response>;
  ResponseKind: ResponseKind;
  ReviewEmergencyInput: ReviewEmergencyInput;
  ReviewOutcome: ReviewOutcome;
  RevokeAccessInput: RevokeAccessInput;
  Role: ResolverTypeWrapper<string>;
  RuleKind: RuleKind;
  RuleLayer: RuleLayer;
  RuleObstacle: RuleObstacle;
  SearchFeature: ResolverTypeWrapper<HubSearchFeature>;
  SearchOutcome: SearchOutcome;
  SetEmbargoInput: SetEmbargoInput;
  Sex: Sex;
  SexFilter: SexFilter;
  SkippedRow: ResolverTypeWrapper<SkippedRow>;
  SoughtDescriptionInput: SoughtDescriptionInput;
  SoughtDocumentInput: SoughtDocumentInput;
  SourceState: SourceState;
  SourceStatus: ResolverTypeWrapper<BureauStatusOfAnswer>;
  StreamCode: StreamCode;
  StreamNotice: ResolverTypeWrapper<NoticeItem>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  StringFilter: StringFilter;
  SubjectReply: SubjectReply;
  SubjectReport: ResolverTypeWrapper<ReportOnSubject>;
  SubjectRequest: ResolverTypeWrapper<RequestOfSubject>;
  SubjectRequestKind: SubjectRequestKind;
  SubjectRequestPage: ResolverTypeWrapper<Omit<SubjectRequestPage, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['SubjectRequest']> }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Supervision: Supervision;
  Threat: ResolverTypeWrapper<Threat>;
  ThreatKind: ThreatKind;
  UnidentifiedBody: ResolverTypeWrapper<UnidentifiedBody>;
  Urgency: Urgency;
  UrgencyFilter: UrgencyFilter;
  Viewer: ResolverTypeWrapper<Caller>;
  Warrant: ResolverTypeWrapper<Warrant>;
  WarrantFilter: WarrantFilter;
  WarrantInput: WarrantInput;
  WarrantKind: WarrantKind;
  Watch: ResolverTypeWrapper<HubWatch>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessRevocation: NumberedRevocation;
  AccessRevocationPage: Omit<AccessRevocationPage, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['AccessRevocation']> };
  Address: Address;
  Alert: AlertItem;
  AlertEvent: ResolversUnionTypes<ResolversParentTypes>['AlertEvent'];
  AlertFilter: AlertFilter;
  AlertPage: HubAlertPage;
  AmendNoticeInput: AmendNoticeInput;
  AmendOperationInput: AmendOperationInput;
  AnswerRequestInput: AnswerRequestInput;
  AssistanceRequest: ViewRecord;
  AssistanceRequestConnection: Connection;
  AssistanceRequestEdge: Omit<AssistanceRequestEdge, 'node'> & { node: ResolversParentTypes['AssistanceRequest'] };
  AssistanceRequestFilter: AssistanceRequestFilter;
  AssistanceRequestOrder: AssistanceRequestOrder;
  AssurancesInput: AssurancesInput;
  AttachmentInput: AttachmentInput;
  AttachmentReference: AttachmentReference;
  AuthoriseRequestInput: AuthoriseRequestInput;
  Boolean: Scalars['Boolean']['output'];
  BooleanFilter: BooleanFilter;
  Bureau: Member;
  BureauContact: BureauContact;
  BureauFeed: HubBureauFeed;
  BureauHealth: HubBureauHealth;
  BureauPolicy: PolicyStatus;
  ComparedWords: NameFeature;
  Completeness: Completeness;
  Contact: Contact;
  CountryCode: Scalars['CountryCode']['output'];
  CountryCodeFilter: CountryCodeFilter;
  CreateNoticeInput: CreateNoticeInput;
  CreateRequestInput: CreateRequestInput;
  CreateWatchInput: CreateWatchInput;
  Cube: HubCube;
  CubeCell: CubeCell;
  CubeTable: HubCubeTable;
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateFilter: DateFilter;
  DateTime: Scalars['DateTime']['output'];
  DateTimeFilter: DateTimeFilter;
  DeskEntry: HubDeskEntry;
  DeskEntryPage: Omit<DeskEntryPage, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['DeskEntry']> };
  DisclosedField: GivenField;
  DisclosureBasis: DisclosureBasis;
  DisclosureCount: DisclosureCount;
  DisclosureEntry: OwnerAccess;
  DisclosureExplanation: Explanation;
  DisclosureFilter: DisclosureFilter;
  DisclosurePage: PageOfDisclosures;
  DisclosurePreview: TypeView;
  DocumentKeyInput: DocumentKeyInput;
  DocumentKindFilter: DocumentKindFilter;
  DocumentStatusFilter: DocumentStatusFilter;
  EmergencyAccess: HubEmergencyAccess;
  EmergencyAccessPage: Omit<EmergencyAccessPage, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['EmergencyAccess']> };
  EmergencyBlock: HubEmergencyBlock;
  Entity: Entity;
  ExplainedCaller: ExplainedCaller;
  ExplainedCondition: ExplainedCondition;
  ExplainedRule: RuleAccount;
  Facet: Facet;
  FacetBucket: FacetBucket;
  FacetLevel: FacetLevel;
  FieldDecision: FieldAccount;
  FieldDisclosure: FieldDisclosure;
  FieldOutlook: OutlookOfField;
  FlagNoticeInput: FlagNoticeInput;
  Float: Scalars['Float']['output'];
  FoundPersonEdge: FoundEdge;
  Handling: Handling;
  Heartbeat: HeartbeatItem;
  HitCheckAnswer: HubHitCheck;
  HitCheckInput: HitCheckInput;
  HitCheckRow: HubHitCheckRow;
  ID: Scalars['ID']['output'];
  IDFilter: IDFilter;
  IdentityDocument: IdentityDocument;
  IdentityDocumentFilter: IdentityDocumentFilter;
  Int: Scalars['Int']['output'];
  IntFilter: IntFilter;
  InviteToOperationInput: InviteToOperationInput;
  InvokeEmergencyInput: InvokeEmergencyInput;
  JudgeMatchAnswer: Omit<JudgeMatchAnswer, 'records'> & { records: ReadonlyArray<ResolversParentTypes['Person']> };
  JudgeMatchInput: JudgeMatchInput;
  JudgedMatch: HubJudgedMatch;
  LanguageTag: Scalars['LanguageTag']['output'];
  LedgerAct: ReaderAct;
  LedgerActFilter: LedgerActFilter;
  LedgerActPage: Omit<LedgerActPage, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['LedgerAct']> };
  LedgerCheckpoint: LedgerCheckpoint;
  LedgerConsistency: LedgerConsistency;
  LedgerGift: Gift;
  LedgerHit: { readonly bureau: string; readonly outcome: "HIT" | "NO_HIT" | "NOT_ANSWERED" };
  LedgerInclusion: LedgerInclusion;
  ModusOperandi: ModusOperandi;
  Mutation: Record<PropertyKey, never>;
  NameKindFilter: NameKindFilter;
  NameMemberInput: NameMemberInput;
  Nationality: Nationality;
  NationalityFilter: NationalityFilter;
  Network: HubNetwork;
  NetworkEdge: NetworkEdge;
  NetworkNode: Omit<NetworkNode, 'record'> & { record?: Maybe<ResolversParentTypes['Record']> };
  Node: ViewRecord;
  NominateTargetInput: NominateTargetInput;
  Notice: ViewRecord;
  NoticeActInput: NoticeActInput;
  NoticeConnection: Connection;
  NoticeEdge: Omit<NoticeEdge, 'node'> & { node: ResolversParentTypes['Notice'] };
  NoticeFile: HeldNoticeFile;
  NoticeFilter: NoticeFilter;
  NoticeFlag: HeldNoticeFlag;
  NoticeKindFilter: NoticeKindFilter;
  NoticeObject: NoticeObject;
  NoticeOrder: NoticeOrder;
  NoticeStateFilter: NoticeStateFilter;
  NoticeStep: HeldNoticeStep;
  NoticeWordsInput: NoticeWordsInput;
  Offence: Offence;
  OffenceFamilyFilter: OffenceFamilyFilter;
  OffenceFilter: OffenceFilter;
  OffenceInput: OffenceInput;
  OpenSubjectRequestInput: OpenSubjectRequestInput;
  Operation: ViewRecord;
  OperationActInput: OperationActInput;
  OperationConnection: Connection;
  OperationEdge: Omit<OperationEdge, 'node'> & { node: ResolversParentTypes['Operation'] };
  OperationEmbargo: HeldEmbargo;
  OperationFile: HeldOperationFile;
  OperationFilter: OperationFilter;
  OperationKindFilter: OperationKindFilter;
  OperationMember: HeldMember;
  OperationOrder: OperationOrder;
  OperationParty: ShownParty;
  OperationStateFilter: OperationStateFilter;
  OperationStep: HeldOperationStep;
  OperationTarget: KnownTarget;
  OperationTerms: TermsOfOperation;
  OperationTermsInput: OperationTermsInput;
  PageInfo: PageInfo;
  PartialDate: Scalars['PartialDate']['output'];
  PartialDateFilter: PartialDateFilter;
  Participant: { readonly bureau: string };
  Person: ViewRecord;
  PersonConnection: Connection;
  PersonEdge: Omit<PersonEdge, 'node'> & { node: ResolversParentTypes['Person'] };
  PersonFilter: PersonFilter;
  PersonKeyInput: PersonKeyInput;
  PersonName: PersonName;
  PersonNameFilter: PersonNameFilter;
  PersonOrder: PersonOrder;
  PersonSearchConnection: RankedPage;
  PersonSearchInput: PersonSearchInput;
  PersonStatusFilter: PersonStatusFilter;
  PhysicalDescription: PhysicalDescription;
  Place: Place;
  PolicyProblem: Problem;
  PossibleMatch: HubPossibleMatch;
  PossibleMatches: MatchCluster;
  PostponeRequestInput: PostponeRequestInput;
  ProposeOperationInput: ProposeOperationInput;
  Query: Record<PropertyKey, never>;
  Record: ViewRecord;
  RecordDecision: LevelAccount;
  RecordOutlook: Outlook;
  RefuseRequestInput: RefuseRequestInput;
  RelatedPerson: RelatedPerson;
  ReportedDisclosure: ReportedAccess;
  ReportedRecord: RecordReported;
  RequestActInput: RequestActInput;
  RequestDelivery: OutboxMessage;
  RequestFile: HeldRequestFile;
  RequestKindFilter: RequestKindFilter;
  RequestStateFilter: RequestStateFilter;
  RequestStep: HeldRequestStep;
  Response: Response;
  ReviewEmergencyInput: ReviewEmergencyInput;
  RevokeAccessInput: RevokeAccessInput;
  SearchFeature: HubSearchFeature;
  SetEmbargoInput: SetEmbargoInput;
  SexFilter: SexFilter;
  SkippedRow: SkippedRow;
  SoughtDescriptionInput: SoughtDescriptionInput;
  SoughtDocumentInput: SoughtDocumentInput;
  SourceStatus: BureauStatusOfAnswer;
  StreamNotice: NoticeItem;
  String: Scalars['String']['output'];
  StringFilter: StringFilter;
  SubjectReport: ReportOnSubject;
  SubjectRequest: RequestOfSubject;
  SubjectRequestPage: Omit<SubjectRequestPage, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['SubjectRequest']> };
  Subscription: Record<PropertyKey, never>;
  Threat: Threat;
  UnidentifiedBody: UnidentifiedBody;
  UrgencyFilter: UrgencyFilter;
  Viewer: Caller;
  Warrant: Warrant;
  WarrantFilter: WarrantFilter;
  WarrantInput: WarrantInput;
  Watch: HubWatch;
};

export type bandDirectiveArgs = {
  width: Scalars['Int']['input'];
};

export type bandDirectiveResolver<Result, Parent, ContextType = HubOperation, Args = bandDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type coarseDirectiveArgs = { };

export type coarseDirectiveResolver<Result, Parent, ContextType = HubOperation, Args = coarseDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type defaultOrderDirectiveArgs = {
  direction: OrderDirection;
  field: Scalars['String']['input'];
};

export type defaultOrderDirectiveResolver<Result, Parent, ContextType = HubOperation, Args = defaultOrderDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type derivedDirectiveArgs = { };

export type derivedDirectiveResolver<Result, Parent, ContextType = HubOperation, Args = derivedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type inverseDirectiveArgs = {
  of: Scalars['String']['input'];
};

export type inverseDirectiveResolver<Result, Parent, ContextType = HubOperation, Args = inverseDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type limitsDirectiveArgs = {
  by: DisclosureLimit;
};

export type limitsDirectiveResolver<Result, Parent, ContextType = HubOperation, Args = limitsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type protectsDirectiveArgs = { };

export type protectsDirectiveResolver<Result, Parent, ContextType = HubOperation, Args = protectsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessRevocationResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['AccessRevocation'] = ResolversParentTypes['AccessRevocation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revokedBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AccessRevocationPageResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['AccessRevocationPage'] = ResolversParentTypes['AccessRevocationPage']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AccessRevocation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AddressResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AlertResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = {
  changedFields?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  deskEntry?: Resolver<Maybe<ResolversTypes['DeskEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AlertKind'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['Record']>, ParentType, ContextType>;
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  recordType?: Resolver<Maybe<ResolversTypes['AlertRecordType']>, ParentType, ContextType>;
  watch?: Resolver<Maybe<ResolversTypes['Watch']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertEventResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['AlertEvent'] = ResolversParentTypes['AlertEvent']> = {
  __resolveType: TypeResolveFn<'Alert' | 'Heartbeat' | 'StreamNotice', ParentType, ContextType>;
};

export type AlertPageResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['AlertPage'] = ResolversParentTypes['AlertPage']> = {
  endCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Alert']>, ParentType, ContextType>;
};

export type AlertRecordTypeResolvers = EnumResolverSignature<{ ASSISTANCE_REQUEST?: any, NOTICE?: any, OPERATION?: any, PERSON?: any }, ResolversTypes['AlertRecordType']>;

export type AssistanceRequestResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['AssistanceRequest'] = ResolversParentTypes['AssistanceRequest']> = {
  _disclosure?: Resolver<ReadonlyArray<ResolversTypes['FieldDisclosure']>, ParentType, ContextType>;
  _staleAsOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  facts?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  handling?: Resolver<Maybe<ResolversTypes['Handling']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  justification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['RequestKind']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['Notice']>, ParentType, ContextType>;
  offences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Offence']>>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedBureaus?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CountryCode']>>, ParentType, ContextType>;
  requestingAuthority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  responses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Response']>>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['RequestState']>, ParentType, ContextType>;
  subjects?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  urgency?: Resolver<Maybe<ResolversTypes['Urgency']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssistanceRequestConnectionResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['AssistanceRequestConnection'] = ResolversParentTypes['AssistanceRequestConnection']> = {
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['AssistanceRequestEdge']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<AssistanceRequestConnectionfacetsArgs, 'by'>>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AssistanceRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AssistanceRequestEdgeResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['AssistanceRequestEdge'] = ResolversParentTypes['AssistanceRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AssistanceRequest'], ParentType, ContextType>;
};

export type AttachmentReferenceResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['AttachmentReference'] = ResolversParentTypes['AttachmentReference']> = {
  bytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BureauResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Bureau'] = ResolversParentTypes['Bureau']> = {
  code?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['BureauContact']>, ParentType, ContextType>;
  duty24x7?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  feeds?: Resolver<ReadonlyArray<ResolversTypes['BureauFeed']>, ParentType, ContextType>;
  health?: Resolver<ResolversTypes['BureauHealth'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['BureauKind'], ParentType, ContextType>;
  languages?: Resolver<ReadonlyArray<ResolversTypes['LanguageTag']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  policy?: Resolver<Maybe<ResolversTypes['BureauPolicy']>, ParentType, ContextType>;
  serves?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BureauStatus'], ParentType, ContextType>;
  supervision?: Resolver<ResolversTypes['Supervision'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BureauContactResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['BureauContact'] = ResolversParentTypes['BureauContact']> = {
  desk?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BureauFeedResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['BureauFeed'] = ResolversParentTypes['BureauFeed']> = {
  bureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  gap?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lagMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['FeedError']>, ParentType, ContextType>;
  lastReconcileAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  missed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['FeedMode'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  watermark?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type BureauHealthResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['BureauHealth'] = ResolversParentTypes['BureauHealth']> = {
  breaker?: Resolver<Maybe<ResolversTypes['BreakerState']>, ParentType, ContextType>;
  concurrency?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lastAnsweredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  skipped?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SkippedRow']>>, ParentType, ContextType>;
  skippedRows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SourceState'], ParentType, ContextType>;
};

export type BureauPolicyResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['BureauPolicy'] = ResolversParentTypes['BureauPolicy']> = {
  activeSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pendingProblems?: Resolver<ReadonlyArray<ResolversTypes['PolicyProblem']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ComparedWordsResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['ComparedWords'] = ResolversParentTypes['ComparedWords']> = {
  found?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sought?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CompletenessResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Completeness'] = ResolversParentTypes['Completeness']> = {
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  asked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ContactResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  kind?: Resolver<Maybe<ResolversTypes['ContactKind']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CubeResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Cube'] = ResolversParentTypes['Cube']> = {
  base?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dimensions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  least?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  table?: Resolver<Maybe<ResolversTypes['CubeTable']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CubeCellResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['CubeCell'] = ResolversParentTypes['CubeCell']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CubeTableResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['CubeTable'] = ResolversParentTypes['CubeTable']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cells?: Resolver<ReadonlyArray<ResolversTypes['CubeCell']>, ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeskEntryResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['DeskEntry'] = ResolversParentTypes['DeskEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emergency?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DeskEntryKind'], ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  readerBureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  readerOrganisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  readerRoles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  readerUnit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  rules?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeskEntryPageResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['DeskEntryPage'] = ResolversParentTypes['DeskEntryPage']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DeskEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DisclosedFieldResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['DisclosedField'] = ResolversParentTypes['DisclosedField']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
};

export type DisclosureBasisResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['DisclosureBasis'] = ResolversParentTypes['DisclosureBasis']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DisclosureCountResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['DisclosureCount'] = ResolversParentTypes['DisclosureCount']> = {
  accesses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisclosureEntryResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['DisclosureEntry'] = ResolversParentTypes['DisclosureEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  emergency?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  entry?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['DisclosedField']>, ParentType, ContextType>;
  forgotten?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DisclosureKind'], ParentType, ContextType>;
  policyDigest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  policyVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  readerBureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  readerRoles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  recordType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  rules?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DisclosureExplanationResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['DisclosureExplanation'] = ResolversParentTypes['DisclosureExplanation']> = {
  fields?: Resolver<ReadonlyArray<ResolversTypes['FieldDecision']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['RecordDecision'], ParentType, ContextType>;
  rules?: Resolver<ReadonlyArray<ResolversTypes['ExplainedRule']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisclosurePageResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['DisclosurePage'] = ResolversParentTypes['DisclosurePage']> = {
  counts?: Resolver<ReadonlyArray<ResolversTypes['DisclosureCount']>, ParentType, ContextType, RequireFields<DisclosurePagecountsArgs, 'by'>>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DisclosureEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalAccesses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalRecords?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DisclosurePreviewResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['DisclosurePreview'] = ResolversParentTypes['DisclosurePreview']> = {
  fields?: Resolver<ReadonlyArray<ResolversTypes['FieldOutlook']>, ParentType, ContextType>;
  notes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['RecordOutlook'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EmergencyAccessResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['EmergencyAccess'] = ResolversParentTypes['EmergencyAccess']> = {
  block?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  case?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  finding?: Resolver<Maybe<ResolversTypes['EmergencyFinding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  justification?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  readerBureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  readerOrganisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  readerPersonRef?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readerRoles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  readerUnit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remark?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewDueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reviewedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reviewedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmergencyAccessPageResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['EmergencyAccessPage'] = ResolversParentTypes['EmergencyAccessPage']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EmergencyAccess']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EmergencyBlockResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['EmergencyBlock'] = ResolversParentTypes['EmergencyBlock']> = {
  block?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  justificationMin?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leftToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  perDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviewHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ttlMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  types?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EntityResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Entity'] = ResolversParentTypes['Entity']> = {
  activity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  names?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ExplainedConditionResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['ExplainedCondition'] = ResolversParentTypes['ExplainedCondition']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  truth?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ExplainedRuleResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['ExplainedRule'] = ResolversParentTypes['ExplainedRule']> = {
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conditions?: Resolver<ReadonlyArray<ResolversTypes['ExplainedCondition']>, ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RuleKind'], ParentType, ContextType>;
  layer?: Resolver<ResolversTypes['RuleLayer'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  obstacles?: Resolver<ReadonlyArray<ResolversTypes['RuleObstacle']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FacetResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Facet'] = ResolversParentTypes['Facet']> = {
  below?: Resolver<ReadonlyArray<ResolversTypes['FacetLevel']>, ParentType, ContextType>;
  buckets?: Resolver<ReadonlyArray<ResolversTypes['FacetBucket']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withheld?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FacetBucketResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['FacetBucket'] = ResolversParentTypes['FacetBucket']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FacetLevelResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['FacetLevel'] = ResolversParentTypes['FacetLevel']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
};

export type FieldDecisionResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['FieldDecision'] = ResolversParentTypes['FieldDecision']> = {
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deciding?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
};

export type FieldDisclosureResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['FieldDisclosure'] = ResolversParentTypes['FieldDisclosure']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['DisclosureReason'], ParentType, ContextType>;
};

export type FieldOutlookResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['FieldOutlook'] = ResolversParentTypes['FieldOutlook']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  highest?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  lowest?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FoundPersonEdgeResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['FoundPersonEdge'] = ResolversParentTypes['FoundPersonEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  features?: Resolver<ReadonlyArray<ResolversTypes['SearchFeature']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type HandlingResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Handling'] = ResolversParentTypes['Handling']> = {
  caveat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conditionsOfUse?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConditionOfUse']>>, ParentType, ContextType>;
  confidentiality?: Resolver<Maybe<ResolversTypes['Confidentiality']>, ParentType, ContextType>;
  handlingCode?: Resolver<Maybe<ResolversTypes['HandlingCode']>, ParentType, ContextType>;
  informationEvaluation?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onwardTransfer?: Resolver<Maybe<ResolversTypes['OnwardTransfer']>, ParentType, ContextType>;
  originator?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  sourceEvaluation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HeartbeatResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Heartbeat'] = ResolversParentTypes['Heartbeat']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  feeds?: Resolver<ReadonlyArray<ResolversTypes['BureauFeed']>, ParentType, ContextType, Partial<HeartbeatfeedsArgs>>;
  lagMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HitCheckAnswerResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['HitCheckAnswer'] = ResolversParentTypes['HitCheckAnswer']> = {
  checksLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['HitCheckRow']>, ParentType, ContextType>;
};

export type HitCheckRowResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['HitCheckRow'] = ResolversParentTypes['HitCheckRow']> = {
  bureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['BureauContact']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['HitOutcome'], ParentType, ContextType>;
};

export type IdentityDocumentResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['IdentityDocument'] = ResolversParentTypes['IdentityDocument']> = {
  expiresOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  issuedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  issuingCountry?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['DocumentKind']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['DocumentStatus']>, ParentType, ContextType>;
};

export type JudgeMatchAnswerResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['JudgeMatchAnswer'] = ResolversParentTypes['JudgeMatchAnswer']> = {
  records?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['MatchVerdict'], ParentType, ContextType>;
};

export type JudgedMatchResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['JudgedMatch'] = ResolversParentTypes['JudgedMatch']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['MatchVerdict'], ParentType, ContextType>;
};

export interface LanguageTagScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageTag'], any> {
  name: 'LanguageTag';
}

export type LedgerActResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['LedgerAct'] = ResolversParentTypes['LedgerAct']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emergency?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  entry?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  given?: Resolver<ReadonlyArray<ResolversTypes['LedgerGift']>, ParentType, ContextType>;
  hitChecks?: Resolver<ReadonlyArray<ResolversTypes['LedgerHit']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LedgerActKind'], ParentType, ContextType>;
  operationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type LedgerActPageResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['LedgerActPage'] = ResolversParentTypes['LedgerActPage']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LedgerAct']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LedgerCheckpointResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['LedgerCheckpoint'] = ResolversParentTypes['LedgerCheckpoint']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  root?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LedgerConsistencyResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['LedgerConsistency'] = ResolversParentTypes['LedgerConsistency']> = {
  checkpoint?: Resolver<ResolversTypes['LedgerCheckpoint'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hashes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LedgerGiftResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['LedgerGift'] = ResolversParentTypes['LedgerGift']> = {
  fields?: Resolver<ReadonlyArray<ResolversTypes['DisclosedField']>, ParentType, ContextType>;
  forgotten?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  recordType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  records?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type LedgerHitResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['LedgerHit'] = ResolversParentTypes['LedgerHit']> = {
  bureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['HitOutcome'], ParentType, ContextType>;
};

export type LedgerInclusionResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['LedgerInclusion'] = ResolversParentTypes['LedgerInclusion']> = {
  checkpoint?: Resolver<ResolversTypes['LedgerCheckpoint'], ParentType, ContextType>;
  entry?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hashes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  leafHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ModusOperandiResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['ModusOperandi'] = ResolversParentTypes['ModusOperandi']> = {
  concealment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  family?: Resolver<Maybe<ResolversTypes['OffenceFamily']>, ParentType, ContextType>;
  tools?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationacceptRequestArgs, 'input'>>;
  acknowledgeRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationacknowledgeRequestArgs, 'input'>>;
  actOnNotice?: Resolver<ResolversTypes['NoticeFile'], ParentType, ContextType, RequireFields<MutationactOnNoticeArgs, 'input'>>;
  actOnOperation?: Resolver<ResolversTypes['OperationFile'], ParentType, ContextType, RequireFields<MutationactOnOperationArgs, 'input'>>;
  amendNotice?: Resolver<ResolversTypes['NoticeFile'], ParentType, ContextType, RequireFields<MutationamendNoticeArgs, 'input'>>;
  amendOperation?: Resolver<ResolversTypes['OperationFile'], ParentType, ContextType, RequireFields<MutationamendOperationArgs, 'input'>>;
  answerMore?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationanswerMoreArgs, 'input'>>;
  answerRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationanswerRequestArgs, 'input'>>;
  answerSubjectRequest?: Resolver<ResolversTypes['SubjectRequest'], ParentType, ContextType, RequireFields<MutationanswerSubjectRequestArgs, 'number' | 'reply'>>;
  askMore?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationaskMoreArgs, 'input'>>;
  authoriseRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationauthoriseRequestArgs, 'input'>>;
  closeEmergency?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType, RequireFields<MutationcloseEmergencyArgs, 'id'>>;
  closeRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationcloseRequestArgs, 'input'>>;
  createNotice?: Resolver<ResolversTypes['NoticeFile'], ParentType, ContextType, RequireFields<MutationcreateNoticeArgs, 'input'>>;
  createRequest?: Resolver<ReadonlyArray<ResolversTypes['RequestFile']>, ParentType, ContextType, RequireFields<MutationcreateRequestArgs, 'input'>>;
  createWatch?: Resolver<ResolversTypes['Watch'], ParentType, ContextType, RequireFields<MutationcreateWatchArgs, 'input'>>;
  deleteWatch?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationdeleteWatchArgs, 'id'>>;
  examineRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationexamineRequestArgs, 'input'>>;
  flagNotice?: Resolver<Maybe<ResolversTypes['NoticeFlag']>, ParentType, ContextType, RequireFields<MutationflagNoticeArgs, 'input'>>;
  hitCheck?: Resolver<ResolversTypes['HitCheckAnswer'], ParentType, ContextType, RequireFields<MutationhitCheckArgs, 'input'>>;
  inviteToOperation?: Resolver<ResolversTypes['OperationFile'], ParentType, ContextType, RequireFields<MutationinviteToOperationArgs, 'input'>>;
  invokeEmergency?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType, RequireFields<MutationinvokeEmergencyArgs, 'input'>>;
  judgeMatch?: Resolver<ResolversTypes['JudgeMatchAnswer'], ParentType, ContextType, RequireFields<MutationjudgeMatchArgs, 'input'>>;
  nameOperationMember?: Resolver<ResolversTypes['OperationFile'], ParentType, ContextType, RequireFields<MutationnameOperationMemberArgs, 'input'>>;
  nominateOperationTarget?: Resolver<ResolversTypes['OperationFile'], ParentType, ContextType, RequireFields<MutationnominateOperationTargetArgs, 'input'>>;
  openSubjectRequest?: Resolver<ResolversTypes['SubjectRequest'], ParentType, ContextType, RequireFields<MutationopenSubjectRequestArgs, 'input'>>;
  postponeRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationpostponeRequestArgs, 'input'>>;
  proposeOperation?: Resolver<ResolversTypes['OperationFile'], ParentType, ContextType, RequireFields<MutationproposeOperationArgs, 'input'>>;
  redeliverRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationredeliverRequestArgs, 'id'>>;
  refuseRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationrefuseRequestArgs, 'input'>>;
  renewWatch?: Resolver<ResolversTypes['Watch'], ParentType, ContextType, RequireFields<MutationrenewWatchArgs, 'id'>>;
  reviewEmergency?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType, RequireFields<MutationreviewEmergencyArgs, 'input'>>;
  revokeAccess?: Resolver<ResolversTypes['AccessRevocation'], ParentType, ContextType, RequireFields<MutationrevokeAccessArgs, 'input'>>;
  sendRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationsendRequestArgs, 'input'>>;
  setEmbargo?: Resolver<ResolversTypes['OperationFile'], ParentType, ContextType, RequireFields<MutationsetEmbargoArgs, 'input'>>;
  startRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationstartRequestArgs, 'input'>>;
  withdrawRequest?: Resolver<ResolversTypes['RequestFile'], ParentType, ContextType, RequireFields<MutationwithdrawRequestArgs, 'input'>>;
};

export type NationalityResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Nationality'] = ResolversParentTypes['Nationality']> = {
  confirmed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
};

export type NetworkResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Network'] = ResolversParentTypes['Network']> = {
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['NetworkEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NetworkNode']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NetworkEdgeResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['NetworkEdge'] = ResolversParentTypes['NetworkEdge']> = {
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type NetworkNodeResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['NetworkNode'] = ResolversParentTypes['NetworkNode']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NetworkNodeKind'], ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['Record']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NodeResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'AssistanceRequest' | 'Notice' | 'Operation' | 'Person', ParentType, ContextType>;
};

export type NoticeResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Notice'] = ResolversParentTypes['Notice']> = {
  _disclosure?: Resolver<ReadonlyArray<ResolversTypes['FieldDisclosure']>, ParentType, ContextType>;
  _staleAsOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actionRequested?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ActionRequested']>>, ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['UnidentifiedBody']>, ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  eventDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  eventPlace?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['NoticeForm']>, ParentType, ContextType>;
  handling?: Resolver<Maybe<ResolversTypes['Handling']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['NoticeKind']>, ParentType, ContextType>;
  modusOperandi?: Resolver<Maybe<ResolversTypes['ModusOperandi']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  objects?: Resolver<Maybe<ReadonlyArray<ResolversTypes['NoticeObject']>>, ParentType, ContextType>;
  offences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Offence']>>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  recipients?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CountryCode']>>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestingAuthority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AssistanceRequest']>>, ParentType, ContextType, RequireFields<NoticerequestsArgs, 'first'>>;
  review?: Resolver<Maybe<ResolversTypes['ReviewOutcome']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['NoticeState']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  threat?: Resolver<Maybe<ResolversTypes['Threat']>, ParentType, ContextType>;
  unReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  warrants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Warrant']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoticeConnectionResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['NoticeConnection'] = ResolversParentTypes['NoticeConnection']> = {
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['NoticeEdge']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<NoticeConnectionfacetsArgs, 'by'>>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Notice']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NoticeEdgeResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['NoticeEdge'] = ResolversParentTypes['NoticeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notice'], ParentType, ContextType>;
};

export type NoticeFileResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['NoticeFile'] = ResolversParentTypes['NoticeFile']> = {
  amendment?: Resolver<Maybe<ResolversTypes['Notice']>, ParentType, ContextType>;
  doubted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  flags?: Resolver<ReadonlyArray<ResolversTypes['NoticeFlag']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['Notice']>, ParentType, ContextType>;
  onHold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  possible?: Resolver<ReadonlyArray<ResolversTypes['NoticeAct']>, ParentType, ContextType>;
  review?: Resolver<ResolversTypes['ReviewOutcome'], ParentType, ContextType>;
  reviewer?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['NoticeSide'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['NoticeState'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['NoticeStep']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NoticeFlagResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['NoticeFlag'] = ResolversParentTypes['NoticeFlag']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  bureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NoticeObjectResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['NoticeObject'] = ResolversParentTypes['NoticeObject']> = {
  colour?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  identifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['ObjectKind']>, ParentType, ContextType>;
  make?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NoticeStepResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['NoticeStep'] = ResolversParentTypes['NoticeStep']> = {
  act?: Resolver<ResolversTypes['NoticeAct'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  bureau?: Resolver<Maybe<ResolversTypes['Bureau']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['ReviewOutcome']>, ParentType, ContextType>;
  personRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  side?: Resolver<ResolversTypes['NoticeSide'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['NoticeState'], ParentType, ContextType>;
};

export type OffenceResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Offence'] = ResolversParentTypes['Offence']> = {
  charge?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  facts?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  family?: Resolver<Maybe<ResolversTypes['OffenceFamily']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  law?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type OffenceFamilyResolvers = EnumResolverSignature<{ ASSAULT?: any, CORRUPTION?: any, CULTURAL_PROPERTY?: any, CYBERCRIME?: any, DRUGS?: any, ENVIRONMENT?: any, FIREARMS?: any, FORGERY?: any, FRAUD?: any, HOMICIDE?: any, HUMAN_TRAFFICKING?: any, INTERNATIONAL_CRIME?: any, KIDNAPPING?: any, MONEY_LAUNDERING?: any, ORGANISED_CRIME?: any, OTHER?: any, ROBBERY?: any, SEXUAL_OFFENCE?: any, TERRORISM?: any, THEFT?: any, VEHICLE_CRIME?: any }, ResolversTypes['OffenceFamily']>;

export type OperationResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Operation'] = ResolversParentTypes['Operation']> = {
  _disclosure?: Resolver<ReadonlyArray<ResolversTypes['FieldDisclosure']>, ParentType, ContextType>;
  _staleAsOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  codename?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  handling?: Resolver<Maybe<ResolversTypes['Handling']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['OperationKind']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  offenceFamilies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OffenceFamily']>>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  participants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Participant']>>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AssistanceRequest']>>, ParentType, ContextType, RequireFields<OperationrequestsArgs, 'first'>>;
  results?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['OperationState']>, ParentType, ContextType>;
  targets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OperationConnectionResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['OperationConnection'] = ResolversParentTypes['OperationConnection']> = {
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['OperationEdge']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<OperationConnectionfacetsArgs, 'by'>>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Operation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OperationEdgeResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['OperationEdge'] = ResolversParentTypes['OperationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Operation'], ParentType, ContextType>;
};

export type OperationEmbargoResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['OperationEmbargo'] = ResolversParentTypes['OperationEmbargo']> = {
  bureaus?: Resolver<ReadonlyArray<ResolversTypes['Bureau']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  record?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OperationFileResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['OperationFile'] = ResolversParentTypes['OperationFile']> = {
  embargoes?: Resolver<ReadonlyArray<ResolversTypes['OperationEmbargo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lead?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['OperationMember']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['OperationParty']>, ParentType, ContextType>;
  pendingTerms?: Resolver<Maybe<ResolversTypes['OperationTerms']>, ParentType, ContextType>;
  possible?: Resolver<ReadonlyArray<ResolversTypes['OperationAct']>, ParentType, ContextType>;
  side?: Resolver<ResolversTypes['OperationSide'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OperationState'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['OperationStep']>, ParentType, ContextType>;
  targets?: Resolver<ReadonlyArray<ResolversTypes['OperationTarget']>, ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['OperationTerms']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OperationKindResolvers = EnumResolverSignature<{ CONTROLLED_DELIVERY?: any, INTERPOL_OP?: any, JIT?: any, OTF?: any, SURVEILLANCE?: any, TASK_FORCE?: any }, ResolversTypes['OperationKind']>;

export type OperationMemberResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['OperationMember'] = ResolversParentTypes['OperationMember']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  personRef?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type OperationPartyResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['OperationParty'] = ResolversParentTypes['OperationParty']> = {
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  bureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  joinedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  results?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ParticipantRole'], ParentType, ContextType>;
  signed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OperationStepResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['OperationStep'] = ResolversParentTypes['OperationStep']> = {
  about?: Resolver<Maybe<ResolversTypes['Bureau']>, ParentType, ContextType>;
  act?: Resolver<ResolversTypes['OperationAct'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  bureau?: Resolver<Maybe<ResolversTypes['Bureau']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  personRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  side?: Resolver<ResolversTypes['OperationSide'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OperationState'], ParentType, ContextType>;
};

export type OperationTargetResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['OperationTarget'] = ResolversParentTypes['OperationTarget']> = {
  bureau?: Resolver<Maybe<ResolversTypes['Bureau']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  meets?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  own?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type OperationTermsResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['OperationTerms'] = ResolversParentTypes['OperationTerms']> = {
  endsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  evidenceRule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OperationKind'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  offenceFamilies?: Resolver<ReadonlyArray<ResolversTypes['OffenceFamily']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface PartialDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartialDate'], any> {
  name: 'PartialDate';
}

export type ParticipantResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Participant'] = ResolversParentTypes['Participant']> = {
  bureau?: Resolver<Maybe<ResolversTypes['Bureau']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['ParticipantRole']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  _disclosure?: Resolver<ReadonlyArray<ResolversTypes['FieldDisclosure']>, ParentType, ContextType>;
  _staleAsOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  addresses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Address']>>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  birthPlace?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  contacts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Contact']>>, ParentType, ContextType>;
  deathDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['PhysicalDescription']>, ParentType, ContextType>;
  documents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IdentityDocument']>>, ParentType, ContextType>;
  excludedCountries?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CountryCode']>>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  handling?: Resolver<Maybe<ResolversTypes['Handling']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  languages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LanguageTag']>>, ParentType, ContextType>;
  legalSituation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  names?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonName']>>, ParentType, ContextType>;
  nationalities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Nationality']>>, ParentType, ContextType>;
  notices?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Notice']>>, ParentType, ContextType, RequireFields<PersonnoticesArgs, 'first'>>;
  occupation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Operation']>>, ParentType, ContextType, RequireFields<PersonoperationsArgs, 'first'>>;
  owner?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  parents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RelatedPerson']>>, ParentType, ContextType>;
  possibleMatches?: Resolver<Maybe<ResolversTypes['PossibleMatches']>, ParentType, ContextType, RequireFields<PersonpossibleMatchesArgs, 'first' | 'rejected'>>;
  protectedClasses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ProtectedClass']>>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  remarks?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AssistanceRequest']>>, ParentType, ContextType, RequireFields<PersonrequestsArgs, 'first'>>;
  sex?: Resolver<Maybe<ResolversTypes['Sex']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['PersonStatus']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  warnings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonWarning']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonConnectionResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['PersonConnection'] = ResolversParentTypes['PersonConnection']> = {
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['PersonEdge']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Facet']>>, ParentType, ContextType, RequireFields<PersonConnectionfacetsArgs, 'by'>>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PersonEdgeResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['PersonEdge'] = ResolversParentTypes['PersonEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
};

export type PersonNameResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['PersonName'] = ResolversParentTypes['PersonName']> = {
  family?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  full?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  given?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['NameKind']>, ParentType, ContextType>;
  originalScript?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  patronymic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quality?: Resolver<Maybe<ResolversTypes['NameQuality']>, ParentType, ContextType>;
};

export type PersonSearchConnectionResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['PersonSearchConnection'] = ResolversParentTypes['PersonSearchConnection']> = {
  algorithm?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['FoundPersonEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PhysicalDescriptionResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['PhysicalDescription'] = ResolversParentTypes['PhysicalDescription']> = {
  build?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eyes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Colour']>>, ParentType, ContextType>;
  hair?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Colour']>>, ParentType, ContextType>;
  heightCm?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  marks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  weightKg?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = {
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PolicyProblemResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['PolicyProblem'] = ResolversParentTypes['PolicyProblem']> = {
  column?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  suggestion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PossibleMatchResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['PossibleMatch'] = ResolversParentTypes['PossibleMatch']> = {
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  features?: Resolver<ReadonlyArray<ResolversTypes['SearchFeature']>, ParentType, ContextType>;
  judged?: Resolver<Maybe<ResolversTypes['JudgedMatch']>, ParentType, ContextType>;
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PossibleMatchesResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['PossibleMatches'] = ResolversParentTypes['PossibleMatches']> = {
  algorithm?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matches?: Resolver<ReadonlyArray<ResolversTypes['PossibleMatch']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PurposeResolvers = EnumResolverSignature<{ ASSET_TRACING?: any, AUDIT?: any, BORDER_CHECK?: any, COMPLIANCE_REVIEW?: any, IDENTIFICATION?: any, INVESTIGATION?: any, MISSING_PERSON?: any, OVERSIGHT?: any, PREVENTION_THREAT?: any, PROSECUTION?: any, SANCTIONS?: any, SENTENCE_EXECUTION?: any, SYSTEM_ADMIN?: any }, ResolversTypes['Purpose']>;

export type QueryResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessRevocations?: Resolver<Maybe<ResolversTypes['AccessRevocationPage']>, ParentType, ContextType, RequireFields<QueryaccessRevocationsArgs, 'first'>>;
  alerts?: Resolver<ResolversTypes['AlertPage'], ParentType, ContextType, RequireFields<QueryalertsArgs, 'first'>>;
  bureau?: Resolver<Maybe<ResolversTypes['Bureau']>, ParentType, ContextType, RequireFields<QuerybureauArgs, 'code'>>;
  bureauDisclosures?: Resolver<Maybe<ResolversTypes['LedgerActPage']>, ParentType, ContextType, RequireFields<QuerybureauDisclosuresArgs, 'first'>>;
  bureaus?: Resolver<ReadonlyArray<ResolversTypes['Bureau']>, ParentType, ContextType>;
  cubes?: Resolver<ReadonlyArray<ResolversTypes['Cube']>, ParentType, ContextType, Partial<QuerycubesArgs>>;
  deskEntries?: Resolver<Maybe<ResolversTypes['DeskEntryPage']>, ParentType, ContextType, RequireFields<QuerydeskEntriesArgs, 'first'>>;
  disclosurePreview?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisclosurePreview']>>, ParentType, ContextType, RequireFields<QuerydisclosurePreviewArgs, 'caller'>>;
  disclosures?: Resolver<Maybe<ResolversTypes['DisclosurePage']>, ParentType, ContextType, RequireFields<QuerydisclosuresArgs, 'first'>>;
  emergencyAccesses?: Resolver<Maybe<ResolversTypes['EmergencyAccessPage']>, ParentType, ContextType, RequireFields<QueryemergencyAccessesArgs, 'first' | 'overdue'>>;
  emergencyBlocks?: Resolver<ReadonlyArray<ResolversTypes['EmergencyBlock']>, ParentType, ContextType>;
  explainDisclosure?: Resolver<Maybe<ResolversTypes['DisclosureExplanation']>, ParentType, ContextType, RequireFields<QueryexplainDisclosureArgs, 'caller' | 'id'>>;
  ledgerCheckpoint?: Resolver<Maybe<ResolversTypes['LedgerCheckpoint']>, ParentType, ContextType>;
  ledgerConsistency?: Resolver<ResolversTypes['LedgerConsistency'], ParentType, ContextType, RequireFields<QueryledgerConsistencyArgs, 'from'>>;
  ledgerInclusion?: Resolver<Maybe<ResolversTypes['LedgerInclusion']>, ParentType, ContextType, RequireFields<QueryledgerInclusionArgs, 'entry'>>;
  myDisclosures?: Resolver<ResolversTypes['LedgerActPage'], ParentType, ContextType, RequireFields<QuerymyDisclosuresArgs, 'first'>>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType, RequireFields<QuerynetworkArgs, 'depth' | 'limit' | 'seed'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QuerynodeArgs, 'id'>>;
  noticeFile?: Resolver<Maybe<ResolversTypes['NoticeFile']>, ParentType, ContextType, RequireFields<QuerynoticeFileArgs, 'id'>>;
  noticeFlag?: Resolver<Maybe<ResolversTypes['NoticeFlag']>, ParentType, ContextType, RequireFields<QuerynoticeFlagArgs, 'id'>>;
  notices?: Resolver<ResolversTypes['NoticeConnection'], ParentType, ContextType, RequireFields<QuerynoticesArgs, 'match'>>;
  operationFile?: Resolver<Maybe<ResolversTypes['OperationFile']>, ParentType, ContextType, RequireFields<QueryoperationFileArgs, 'id'>>;
  operationFiles?: Resolver<ReadonlyArray<ResolversTypes['OperationFile']>, ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['OperationConnection'], ParentType, ContextType, RequireFields<QueryoperationsArgs, 'match'>>;
  persons?: Resolver<ResolversTypes['PersonConnection'], ParentType, ContextType, RequireFields<QuerypersonsArgs, 'match'>>;
  requestFile?: Resolver<Maybe<ResolversTypes['RequestFile']>, ParentType, ContextType, RequireFields<QueryrequestFileArgs, 'id'>>;
  requests?: Resolver<ResolversTypes['AssistanceRequestConnection'], ParentType, ContextType, RequireFields<QueryrequestsArgs, 'match'>>;
  searchPersons?: Resolver<ResolversTypes['PersonSearchConnection'], ParentType, ContextType, RequireFields<QuerysearchPersonsArgs, 'first' | 'input'>>;
  subjectReport?: Resolver<Maybe<ResolversTypes['SubjectReport']>, ParentType, ContextType, RequireFields<QuerysubjectReportArgs, 'records'>>;
  subjectRequests?: Resolver<Maybe<ResolversTypes['SubjectRequestPage']>, ParentType, ContextType, RequireFields<QuerysubjectRequestsArgs, 'first' | 'overdue'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  watches?: Resolver<ReadonlyArray<ResolversTypes['Watch']>, ParentType, ContextType>;
};

export type RecordResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Record'] = ResolversParentTypes['Record']> = {
  __resolveType: TypeResolveFn<'AssistanceRequest' | 'Notice' | 'Operation' | 'Person', ParentType, ContextType>;
};

export type RecordDecisionResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['RecordDecision'] = ResolversParentTypes['RecordDecision']> = {
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deciding?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['RecordLevel'], ParentType, ContextType>;
};

export type RecordOutlookResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['RecordOutlook'] = ResolversParentTypes['RecordOutlook']> = {
  highest?: Resolver<ResolversTypes['RecordLevel'], ParentType, ContextType>;
  lowest?: Resolver<ResolversTypes['RecordLevel'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RelatedPersonResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['RelatedPerson'] = ResolversParentTypes['RelatedPerson']> = {
  family?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  given?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relation?: Resolver<Maybe<ResolversTypes['Relation']>, ParentType, ContextType>;
};

export type ReportedDisclosureResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['ReportedDisclosure'] = ResolversParentTypes['ReportedDisclosure']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  basis?: Resolver<ReadonlyArray<ResolversTypes['DisclosureBasis']>, ParentType, ContextType>;
  emergency?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  entry?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['DisclosedField']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DisclosureKind'], ParentType, ContextType>;
  policyVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  readerBureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  readerRoles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  rules?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReportedRecordResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['ReportedRecord'] = ResolversParentTypes['ReportedRecord']> = {
  disclosures?: Resolver<ReadonlyArray<ResolversTypes['ReportedDisclosure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  recordType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RequestDeliveryResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['RequestDelivery'] = ResolversParentTypes['RequestDelivery']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
};

export type RequestFileResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['RequestFile'] = ResolversParentTypes['RequestFile']> = {
  attachments?: Resolver<ReadonlyArray<ResolversTypes['AttachmentReference']>, ParentType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['RequestDelivery']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  possible?: Resolver<ReadonlyArray<ResolversTypes['RequestAct']>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['AssistanceRequest']>, ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  requester?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['RequestSide'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RequestState'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['RequestStep']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RequestStepResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['RequestStep'] = ResolversParentTypes['RequestStep']> = {
  act?: Resolver<ResolversTypes['RequestAct'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attachments?: Resolver<ReadonlyArray<ResolversTypes['AttachmentReference']>, ParentType, ContextType>;
  authorisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bureau?: Resolver<Maybe<ResolversTypes['Bureau']>, ParentType, ContextType>;
  conditionsOfUse?: Resolver<ReadonlyArray<ResolversTypes['ConditionOfUse']>, ParentType, ContextType>;
  found?: Resolver<Maybe<ResolversTypes['ResponseKind']>, ParentType, ContextType>;
  grounds?: Resolver<ReadonlyArray<ResolversTypes['RefusalGround']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  personRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reply?: Resolver<Maybe<ResolversTypes['Response']>, ParentType, ContextType>;
  reviewAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  side?: Resolver<ResolversTypes['RequestSide'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RequestState'], ParentType, ContextType>;
};

export type ResponseResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Response'] = ResolversParentTypes['Response']> = {
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  bureau?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['ResponseKind']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RoleResolvers = EnumResolverSignature<{ ANALYST?: any, AUDITOR?: any, BORDER_OFFICER?: any, DATA_PROTECTION_OFFICER?: any, DUTY_OFFICER?: any, INVESTIGATOR?: any, JUDICIAL_AUTHORITY?: any, LIAISON?: any, MACHINE?: any, NCB_OFFICER?: any, OPERATOR?: any, POLICY_OFFICER?: any }, ResolversTypes['Role']>;

export type SearchFeatureResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['SearchFeature'] = ResolversParentTypes['SearchFeature']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SearchOutcome'], ParentType, ContextType>;
  words?: Resolver<ReadonlyArray<ResolversTypes['ComparedWords']>, ParentType, ContextType>;
};

export type SkippedRowResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['SkippedRow'] = ResolversParentTypes['SkippedRow']> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SourceStatusResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['SourceStatus'] = ResolversParentTypes['SourceStatus']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  bureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  retryAfterMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SourceState'], ParentType, ContextType>;
};

export type StreamNoticeResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['StreamNotice'] = ResolversParentTypes['StreamNotice']> = {
  code?: Resolver<ResolversTypes['StreamCode'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  feeds?: Resolver<ReadonlyArray<ResolversTypes['BureauFeed']>, ParentType, ContextType>;
  resumeAfter?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  retryAfterMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubjectReportResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['SubjectReport'] = ResolversParentTypes['SubjectReport']> = {
  checkpoint?: Resolver<Maybe<ResolversTypes['LedgerCheckpoint']>, ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  records?: Resolver<ReadonlyArray<ResolversTypes['ReportedRecord']>, ParentType, ContextType>;
};

export type SubjectRequestResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['SubjectRequest'] = ResolversParentTypes['SubjectRequest']> = {
  answeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SubjectRequestKind'], ParentType, ContextType>;
  neutralReply?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reply?: Resolver<Maybe<ResolversTypes['SubjectReply']>, ParentType, ContextType>;
};

export type SubjectRequestPageResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['SubjectRequestPage'] = ResolversParentTypes['SubjectRequestPage']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SubjectRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  alerts?: SubscriptionResolver<ResolversTypes['AlertEvent'], "alerts", ParentType, ContextType, RequireFields<SubscriptionalertsArgs, 'heartbeatSeconds'>>;
  noticesProgress?: SubscriptionResolver<ResolversTypes['NoticeConnection'], "noticesProgress", ParentType, ContextType, RequireFields<SubscriptionnoticesProgressArgs, 'match'>>;
  operationsProgress?: SubscriptionResolver<ResolversTypes['OperationConnection'], "operationsProgress", ParentType, ContextType, RequireFields<SubscriptionoperationsProgressArgs, 'match'>>;
  personsProgress?: SubscriptionResolver<ResolversTypes['PersonConnection'], "personsProgress", ParentType, ContextType, RequireFields<SubscriptionpersonsProgressArgs, 'match'>>;
  requestsProgress?: SubscriptionResolver<ResolversTypes['AssistanceRequestConnection'], "requestsProgress", ParentType, ContextType, RequireFields<SubscriptionrequestsProgressArgs, 'match'>>;
};

export type ThreatResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Threat'] = ResolversParentTypes['Threat']> = {
  advice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imminence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['ThreatKind']>, ParentType, ContextType>;
};

export type UnidentifiedBodyResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['UnidentifiedBody'] = ResolversParentTypes['UnidentifiedBody']> = {
  ageMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ageMin?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  foundAt?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  foundOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sex?: Resolver<Maybe<ResolversTypes['Sex']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  agreements?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  bureau?: Resolver<ResolversTypes['Bureau'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clearance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  emergencies?: Resolver<ReadonlyArray<ResolversTypes['EmergencyAccess']>, ParentType, ContextType>;
  emergency?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personRef?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WarrantResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Warrant'] = ResolversParentTypes['Warrant']> = {
  charge?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  issuedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  issuingAuthority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  judicial?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['WarrantKind']>, ParentType, ContextType>;
  maxPenaltyMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentenceMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WatchResolvers<ContextType = HubOperation, ParentType extends ResolversParentTypes['Watch'] = ResolversParentTypes['Watch']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matches?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordType?: Resolver<ResolversTypes['AlertRecordType'], ParentType, ContextType>;
};

export type Resolvers<ContextType = HubOperation> = {
  AccessRevocation?: AccessRevocationResolvers<ContextType>;
  AccessRevocationPage?: AccessRevocationPageResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Alert?: AlertResolvers<ContextType>;
  AlertEvent?: AlertEventResolvers<ContextType>;
  AlertPage?: AlertPageResolvers<ContextType>;
  AlertRecordType?: AlertRecordTypeResolvers;
  AssistanceRequest?: AssistanceRequestResolvers<ContextType>;
  AssistanceRequestConnection?: AssistanceRequestConnectionResolvers<ContextType>;
  AssistanceRequestEdge?: AssistanceRequestEdgeResolvers<ContextType>;
  AttachmentReference?: AttachmentReferenceResolvers<ContextType>;
  Bureau?: BureauResolvers<ContextType>;
  BureauContact?: BureauContactResolvers<ContextType>;
  BureauFeed?: BureauFeedResolvers<ContextType>;
  BureauHealth?: BureauHealthResolvers<ContextType>;
  BureauPolicy?: BureauPolicyResolvers<ContextType>;
  ComparedWords?: ComparedWordsResolvers<ContextType>;
  Completeness?: CompletenessResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Cube?: CubeResolvers<ContextType>;
  CubeCell?: CubeCellResolvers<ContextType>;
  CubeTable?: CubeTableResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeskEntry?: DeskEntryResolvers<ContextType>;
  DeskEntryPage?: DeskEntryPageResolvers<ContextType>;
  DisclosedField?: DisclosedFieldResolvers<ContextType>;
  DisclosureBasis?: DisclosureBasisResolvers<ContextType>;
  DisclosureCount?: DisclosureCountResolvers<ContextType>;
  DisclosureEntry?: DisclosureEntryResolvers<ContextType>;
  DisclosureExplanation?: DisclosureExplanationResolvers<ContextType>;
  DisclosurePage?: DisclosurePageResolvers<ContextType>;
  DisclosurePreview?: DisclosurePreviewResolvers<ContextType>;
  EmergencyAccess?: EmergencyAccessResolvers<ContextType>;
  EmergencyAccessPage?: EmergencyAccessPageResolvers<ContextType>;
  EmergencyBlock?: EmergencyBlockResolvers<ContextType>;
  Entity?: EntityResolvers<ContextType>;
  ExplainedCondition?: ExplainedConditionResolvers<ContextType>;
  ExplainedRule?: ExplainedRuleResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  FacetBucket?: FacetBucketResolvers<ContextType>;
  FacetLevel?: FacetLevelResolvers<ContextType>;
  FieldDecision?: FieldDecisionResolvers<ContextType>;
  FieldDisclosure?: FieldDisclosureResolvers<ContextType>;
  FieldOutlook?: FieldOutlookResolvers<ContextType>;
  FoundPersonEdge?: FoundPersonEdgeResolvers<ContextType>;
  Handling?: HandlingResolvers<ContextType>;
  Heartbeat?: HeartbeatResolvers<ContextType>;
  HitCheckAnswer?: HitCheckAnswerResolvers<ContextType>;
  HitCheckRow?: HitCheckRowResolvers<ContextType>;
  IdentityDocument?: IdentityDocumentResolvers<ContextType>;
  JudgeMatchAnswer?: JudgeMatchAnswerResolvers<ContextType>;
  JudgedMatch?: JudgedMatchResolvers<ContextType>;
  LanguageTag?: GraphQLScalarType;
  LedgerAct?: LedgerActResolvers<ContextType>;
  LedgerActPage?: LedgerActPageResolvers<ContextType>;
  LedgerCheckpoint?: LedgerCheckpointResolvers<ContextType>;
  LedgerConsistency?: LedgerConsistencyResolvers<ContextType>;
  LedgerGift?: LedgerGiftResolvers<ContextType>;
  LedgerHit?: LedgerHitResolvers<ContextType>;
  LedgerInclusion?: LedgerInclusionResolvers<ContextType>;
  ModusOperandi?: ModusOperandiResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Nationality?: NationalityResolvers<ContextType>;
  Network?: NetworkResolvers<ContextType>;
  NetworkEdge?: NetworkEdgeResolvers<ContextType>;
  NetworkNode?: NetworkNodeResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Notice?: NoticeResolvers<ContextType>;
  NoticeConnection?: NoticeConnectionResolvers<ContextType>;
  NoticeEdge?: NoticeEdgeResolvers<ContextType>;
  NoticeFile?: NoticeFileResolvers<ContextType>;
  NoticeFlag?: NoticeFlagResolvers<ContextType>;
  NoticeObject?: NoticeObjectResolvers<ContextType>;
  NoticeStep?: NoticeStepResolvers<ContextType>;
  Offence?: OffenceResolvers<ContextType>;
  OffenceFamily?: OffenceFamilyResolvers;
  Operation?: OperationResolvers<ContextType>;
  OperationConnection?: OperationConnectionResolvers<ContextType>;
  OperationEdge?: OperationEdgeResolvers<ContextType>;
  OperationEmbargo?: OperationEmbargoResolvers<ContextType>;
  OperationFile?: OperationFileResolvers<ContextType>;
  OperationKind?: OperationKindResolvers;
  OperationMember?: OperationMemberResolvers<ContextType>;
  OperationParty?: OperationPartyResolvers<ContextType>;
  OperationStep?: OperationStepResolvers<ContextType>;
  OperationTarget?: OperationTargetResolvers<ContextType>;
  OperationTerms?: OperationTermsResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartialDate?: GraphQLScalarType;
  Participant?: ParticipantResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonConnection?: PersonConnectionResolvers<ContextType>;
  PersonEdge?: PersonEdgeResolvers<ContextType>;
  PersonName?: PersonNameResolvers<ContextType>;
  PersonSearchConnection?: PersonSearchConnectionResolvers<ContextType>;
  PhysicalDescription?: PhysicalDescriptionResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  PolicyProblem?: PolicyProblemResolvers<ContextType>;
  PossibleMatch?: PossibleMatchResolvers<ContextType>;
  PossibleMatches?: PossibleMatchesResolvers<ContextType>;
  Purpose?: PurposeResolvers;
  Query?: QueryResolvers<ContextType>;
  Record?: RecordResolvers<ContextType>;
  RecordDecision?: RecordDecisionResolvers<ContextType>;
  RecordOutlook?: RecordOutlookResolvers<ContextType>;
  RelatedPerson?: RelatedPersonResolvers<ContextType>;
  ReportedDisclosure?: ReportedDisclosureResolvers<ContextType>;
  ReportedRecord?: ReportedRecordResolvers<ContextType>;
  RequestDelivery?: RequestDeliveryResolvers<ContextType>;
  RequestFile?: RequestFileResolvers<ContextType>;
  RequestStep?: RequestStepResolvers<ContextType>;
  Response?: ResponseResolvers<ContextType>;
  Role?: RoleResolvers;
  SearchFeature?: SearchFeatureResolvers<ContextType>;
  SkippedRow?: SkippedRowResolvers<ContextType>;
  SourceStatus?: SourceStatusResolvers<ContextType>;
  StreamNotice?: StreamNoticeResolvers<ContextType>;
  SubjectReport?: SubjectReportResolvers<ContextType>;
  SubjectRequest?: SubjectRequestResolvers<ContextType>;
  SubjectRequestPage?: SubjectRequestPageResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Threat?: ThreatResolvers<ContextType>;
  UnidentifiedBody?: UnidentifiedBodyResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Warrant?: WarrantResolvers<ContextType>;
  Watch?: WatchResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = HubOperation> = {
  band?: bandDirectiveResolver<any, any, ContextType>;
  coarse?: coarseDirectiveResolver<any, any, ContextType>;
  defaultOrder?: defaultOrderDirectiveResolver<any, any, ContextType>;
  derived?: derivedDirectiveResolver<any, any, ContextType>;
  inverse?: inverseDirectiveResolver<any, any, ContextType>;
  limits?: limitsDirectiveResolver<any, any, ContextType>;
  protects?: protectsDirectiveResolver<any, any, ContextType>;
};
