import type { CodegenConfig } from '@graphql-codegen/cli'

/** Every scalar travels as text; its form is the schema's description, checked at the hub's door. */
const scalar = { input: 'string', output: 'string' }

/** The record types: a resolver meets them as views, the only form in which a record leaves disclosure. */
const view = '../model/record.ts#ViewRecord'
const connection = '../plan/connection.ts#Connection'
const records = ['Notice', 'Person', 'AssistanceRequest', 'Operation']
const recordMappers = Object.fromEntries(
  records.flatMap((name) => [
    [name, view],
    [`${name}Connection`, connection],
  ]),
)

const shared = {
  scalars: { Date: scalar, DateTime: scalar, PartialDate: scalar, CountryCode: scalar, LanguageTag: scalar, Cursor: scalar },
  defaultScalarType: 'unknown',
  strictScalars: true,
  enumType: 'string-literal',
  enumsAsTypes: true,
  useTypeImports: true,
  immutableTypes: true,
  arrayInputCoercion: false,
  skipTypename: true,
}

/** Names stay the schema's, but for the one that would shadow TypeScript's own `Record<K, V>`. */
const nameOf = (name: string) => (name === 'Record' ? 'GovernedRecord' : name)

/** Writes `src/generated` (types of resolvers) `client/generated` (typed documents for front-ends) and `web/src/generated` (the desk's): `npm run codegen`. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  importExtension: '.ts',
  generates: {
    'src/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        ...shared,
        namingConvention: nameOf,
        // A resolver never meets an absent argument that has a default.
        avoidOptionals: { defaultValue: true },
        contextType: '../hub/hubOperation.ts#HubOperation',
        customResolveInfo: '../plan/operation.ts#ResolveInfo',
        mappers: {
          ...recordMappers,
          Node: view,
          Record: view,
          Bureau: '../hub/member.ts#Member',
          BureauPolicy: '../model/policyStatus.ts#PolicyStatus',
          PolicyProblem: '../model/problem.ts#Problem',
          BureauHealth: '../hub/member.ts#BureauHealth as HubBureauHealth',
          BureauFeed: '../hub/member.ts#BureauFeed as HubBureauFeed',
          SourceStatus: '../model/sourceStatus.ts#SourceStatus as BureauStatusOfAnswer',
          Viewer: '../model/principal.ts#Caller',
          HitCheckAnswer: '../hits/hitChecks.ts#HitCheckResult as HubHitCheck',
          HitCheckRow: '../hits/hitChecks.ts#HitCheckResultRow as HubHitCheckRow',
          PersonSearchConnection: '../search/rankedPage.ts#RankedPage',
          FoundPersonEdge: '../search/rankedPage.ts#FoundEdge',
          PossibleMatches: '../search/possibleMatches.ts#MatchCluster',
          PossibleMatch: '../search/possibleMatches.ts#PossibleMatch as HubPossibleMatch',
          JudgedMatch: '../store/matchVerdicts.ts#JudgedMatch as HubJudgedMatch',
          Cube: '../search/publishedCubes.ts#OfferedCube as HubCube',
          CubeTable: '../search/publishedCubes.ts#CubeTable as HubCubeTable',
          Network: '../search/network.ts#Network as HubNetwork',
          SearchFeature: '../search/scoreView.ts#Feature as HubSearchFeature',
          ComparedWords: '../names/scoreNames.ts#NameFeature',
          DeskEntry: '../model/deskEntry.ts#NumberedDeskEntry as HubDeskEntry',
          Alert: '../hub/alertFeed.ts#AlertItem',
          Heartbeat: '../hub/alertFeed.ts#HeartbeatItem',
          StreamNotice: '../hub/alertFeed.ts#NoticeItem',
          AlertPage: '../hub/alertFeed.ts#AlertPage as HubAlertPage',
          EmergencyBlock: '../emergency/emergencyAccesses.ts#OfferedBlock as HubEmergencyBlock',
          EmergencyAccess: '../model/emergencyAccess.ts#EmergencyAccess as HubEmergencyAccess',
          AccessRevocation: '../model/revocation.ts#NumberedRevocation',
          NoticeFile: '../notices/notices.ts#NoticeFile as HeldNoticeFile',
          NoticeFlag: '../notices/heldNotice.ts#NoticeFlag as HeldNoticeFlag',
          NoticeStep: '../notices/heldNotice.ts#NoticeStep as HeldNoticeStep',
          OperationFile: '../jointOperations/operationFile.ts#OperationFile as HeldOperationFile',
          OperationStep: '../jointOperations/heldOperation.ts#OperationStep as HeldOperationStep',
          OperationTerms: '../jointOperations/heldOperation.ts#OperationTerms as TermsOfOperation',
          OperationParty: '../hub/operationOperations.ts#ShownParty',
          OperationTarget: '../jointOperations/operationFile.ts#KnownTarget',
          OperationMember: '../jointOperations/heldOperation.ts#Member as HeldMember',
          OperationEmbargo: '../jointOperations/heldOperation.ts#Embargo as HeldEmbargo',
          RequestFile: '../requests/requestFile.ts#RequestFile as HeldRequestFile',
          RequestStep: '../requests/heldRequest.ts#RequestStep as HeldRequestStep',
          RequestDelivery: '../store/held/outboxRows.ts#OutboxMessage',
          DisclosureEntry: '../hub.ts#OwnerAccess',
          SubjectReport: '../hub.ts#SubjectReport as ReportOnSubject',
          ReportedRecord: '../hub.ts#ReportedRecord as RecordReported',
          ReportedDisclosure: '../hub.ts#ReportedAccess',
          SubjectRequest: '../model/subjectRequest.ts#SubjectRequest as RequestOfSubject',
          DisclosedField: '../hub.ts#GivenField',
          DisclosurePage: '../hub.ts#DisclosurePage as PageOfDisclosures',
          LedgerAct: '../hub.ts#ReaderAct',
          LedgerGift: '../hub.ts#Gift',
          LedgerHit: '{ readonly bureau: string; readonly outcome: "HIT" | "NO_HIT" | "NOT_ANSWERED" }',
          Watch: '../watches/watch.ts#Watch as HubWatch',
          DisclosurePreview: '../hub.ts#TypeView',
          RecordOutlook: '../hub.ts#Outlook',
          FieldOutlook: '../hub.ts#FieldOutlook as OutlookOfField',
          DisclosureExplanation: '../hub.ts#Explanation',
          RecordDecision: '../hub.ts#LevelAccount',
          FieldDecision: '../hub.ts#FieldAccount',
          ExplainedRule: '../hub.ts#RuleAccount',
          Participant: '{ readonly bureau: string }',
          Purpose: 'string',
          OperationKind: 'string',
          OffenceFamily: 'string',
          AlertRecordType: 'string',
          Role: 'string',
        },
      },
    },
    'client/generated/': {
      preset: 'client',
      documents: 'client/operations/*.graphql',
      presetConfig: { skipIndexFile: true, fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: shared,
    },
    'web/src/generated/': {
      preset: 'client',
      documents: 'web/src/operations/*.graphql',
      // The desk's own components are one program: what one of them reads, the next may read.
      presetConfig: { skipIndexFile: true, fragmentMasking: false },
      config: shared,
    },
  },
}

export default config
