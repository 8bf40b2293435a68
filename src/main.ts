import { randomUUID } from 'node:crypto'
import pino, { type Logger } from 'pino'
import packageFile from '../package.json' with { type: 'json' }
import { DeskFeed } from './alerts/deskFeed.ts'
import { RevocationFeed, revocationChange } from './alerts/revocationFeed.ts'
import { buildSchema } from './api/executableSchema.ts'
import { PublishedDocuments, readPublished } from './api/publishedDocuments.ts'
import { readCatalogue } from './api/readCatalogue.ts'
import { createServer, type Server } from './api/server.ts'
import type { MemberAct } from './audit/entry.ts'
import type { Environment } from './config/environment.ts'
import { loadIssuers, loadSignIns } from './config/issuers.ts'
import { hubSecret } from './config/secret.ts'
import { watchedFiles } from './config/watchedFiles.ts'
import { watchFiles } from './config/watchFiles.ts'
import { Hub } from './hub.ts'
import { createAuthenticator } from './identity/authenticator.ts'
import type { DemoIssuer } from './identity/demo/demoIssuer.ts'
import { longestLifeSeconds } from './identity/tokenTimes.ts'
import { systemClock } from './links/clock.ts'
import { endKeptRows } from './main/endKeptRows.ts'
import { followIndex } from './main/followIndex.ts'
import { openAlerts } from './main/openAlerts.ts'
import { openCapture } from './main/openCapture.ts'
import { openDoor } from './main/openDoor.ts'
import { openRecord } from './main/openRecord.ts'
import { ActsOnRecord, fingerprint, issuersOnRecord } from './main/recordActs.ts'
import { openMembers } from './members.ts'
import { Metrics } from './metrics/metrics.ts'
import { type MetricsServer, serveMetrics } from './metrics/metricsServer.ts'
import { IndexBuilder } from './search/indexBuilder.ts'
import { PostgresLeadership } from './store/postgresLeadership.ts'
import { SoleLeadership } from './store/soleLeadership.ts'
import { Store } from './store/store.ts'

/** How long a hub that stops waits for what is in flight, in milliseconds. */
const drainMs = 10_000

/** How to start a hub. */
export interface HubOptions {
  readonly environment: Environment
  /** Folder of bureau folders. */
  readonly bureaus: string
  /** Variables that bureau files may refer to. */
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Start without the bureaus whose files have errors, and say so. */
  readonly skipBroken: boolean
  /** The embedded issuer, in demo mode only. */
  readonly demo: DemoIssuer | null
  readonly log: Logger
}

/** A hub that answers. */
export interface RunningHub {
  /** Where, for instance `http://127.0.0.1:4000`. */
  readonly url: string
  /** Where metrics are read, for instance `http://127.0.0.1:9464/metrics`; null where they are not. */
  readonly metricsUrl: string | null
  readonly hub: Hub
  /** Looks at the files of all bureaus now, without waiting to be told of a change. Rejects when a change cannot be noted durably; then nothing has changed. */
  reload(): Promise<void>
  /** Finishes what is in flight, closes everything. Idempotent. */
  stop(): Promise<void>
}

/** Starts a hub. Throws `FilesRefused` with every problem when a bureau's files have errors and `skipBroken` is off. */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  const { environment, log } = options
  const catalogue = readCatalogue()
  const schema = buildSchema(catalogue)
  const { documents, documentsOnly } = environment
  const door = openDoor(environment.tls, log)
  const published = new PublishedDocuments(documents === null ? [] : readPublished(documents, schema), documentsOnly)
  const store = new Store(environment.dataDir)
  const metrics = environment.metrics === null ? null : new Metrics()
  let metricsServer: MetricsServer | null = null
  const giveUp = async (error: unknown): Promise<never> => {
    await metricsServer?.close()
    store.close()
    throw error
  }
  if (metrics !== null && environment.metrics !== null) {
    metricsServer = await serveMetrics(metrics, environment.metrics).catch(giveUp)
    log.info({ url: metricsServer.url }, 'metrics are served')
  }
  let acts: ActsOnRecord | null = null
  const onAct = (act: MemberAct) => void acts?.member(act)
  const kept = { ...options, memory: store.policies, onAct, ...(metrics === null ? {} : { observer: metrics }) }
  const { roster, agreements, policies } = await openMembers(kept, catalogue).catch(giveUp)
  const secret = hubSecret(environment.dataDir)
  const rules = () => new Map(roster.members.map(({ profile }) => [profile.code, profile.anomalies ?? []]))
  const record = openRecord({ dataDir: environment.dataDir, store, secret, log, rules, exportTo: environment.ledgerExport })
  acts = new ActsOnRecord({
    audit: record.audit,
    policies: store.policies,
    onFailure: (error) => log.error({ err: error }, 'an act of the hub could not be put on record'),
  })
  const issuers = options.demo === null ? loadIssuers(environment.issuers) : [options.demo.trusted]
  await acts.started({
    version: packageFile.version,
    members: roster.members.map(({ profile }) => profile.code),
    keys: { hub: fingerprint(secret), ledger: record.key() },
    issuers: issuersOnRecord(issuers),
  })
  await acts.policies()
  const alerts = await openAlerts(environment, { store, secret }).catch(giveUp)
  const { databaseUrl } = environment
  const leadFailed = (name: string, error: unknown) =>
    log.error({ name, err: error }, 'what one node does for all has failed: it is begun anew')
  const onWrongClock = (name: string, aheadMs: number) =>
    log.error({ name, aheadMs }, "this node's clock is wrong: it leaves to others what one node does for all")
  const leadership =
    databaseUrl === null ? new SoleLeadership(leadFailed) : new PostgresLeadership(databaseUrl, { onFailure: leadFailed, onWrongClock })
  const capture = await openCapture({
    roster,
    records: store.capture,
    databaseUrl,
    leadership,
    secret,
    append: (changes) => alerts.log.append(changes),
    log,
    ...(metrics === null ? {} : { observer: metrics }),
  }).catch(async (error: unknown) => {
    await alerts.close()
    return giveUp(error)
  })
  const stopEndingKept = endKeptRows({ broadcast: alerts.broadcast, roster })
  const deskFeed = new DeskFeed({
    desks: store.desks,
    append: (changes) => alerts.log.append(changes),
    onFailure: (error) => log.error({ err: error }, 'the change log cannot be written: what desks were told waits'),
  })
  const agreementsOf = (bureau: string, day: string) => agreements.inForce(bureau, day)
  const hub = new Hub({
    catalogue,
    members: roster,
    secret,
    broadcast: alerts.broadcast,
    feeds: () => capture.statuses(),
    audit: record.audit,
    ledger: record,
    changeLog: alerts.log,
    onWatchFailure: (error) => log.error({ err: error }, 'watches cannot be kept up: what they have to find waits'),
    agreementsOf,
    policyStatus: (bureau) => policies.statusOf(bureau),
    store,
    hitChecksPerDay: environment.hitChecksPerDay,
    searchesPerHour: environment.searchesPerHour,
    onOperation: (...operation) => metrics?.operated(...operation),
    announceRevocation: async (revocation) => void (await alerts.log.append([revocationChange(revocation)])),
    office: {
      keeps: environment.databaseUrl === null,
      onFault: (error) =>
        log.error({ err: error }, 'what the hub keeps of requests and notices cannot be read or written; it is tried again'),
    },
  })
  const revocationFeed = new RevocationFeed({
    broadcast: alerts.broadcast,
    sinceMs: longestLifeSeconds * 1000,
    take: (revocation) => hub.revocations.take(revocation),
    onFailure: (error) => log.error({ err: error }, 'revocations of other nodes cannot be followed; it is tried again'),
  })
  await alerts.log.append(hub.revocations.since(Date.now() - longestLifeSeconds * 1000).map(revocationChange)).catch(giveUp)
  metrics?.watch(hub)
  const index = new IndexBuilder({
    tokens: store.searchTokens,
    index: hub.searchIndex,
    sources: () => hub.members.flatMap(({ source }) => source ?? []),
    clock: systemClock,
    onBuilt(bureau, failure) {
      if (failure === null) log.info({ bureau }, "the search keys of a bureau's people were built")
      else
        log.warn({ bureau, reason: failure }, "the search keys of a bureau's people could not be built; what was kept of them still serves")
    },
  })
  const authenticator = createAuthenticator({
    issuers,
    registry: { agreementsOf, isMember: (bureau) => roster.member(bureau) !== null },
    roles: catalogue.enums.get('Role') ?? [],
    purposes: catalogue.enums.get('Purpose') ?? [],
    revocations: hub.revocations,
    clock: () => Date.now(),
    onRefused(reason) {
      metrics?.tokenRefused()
      log.info({ reason }, 'a token was refused')
    },
  })
  const server: Server = await createServer({
    schema,
    published,
    hub,
    authenticator,
    purposes: catalogue.enums.get('Purpose') ?? [],
    clock: () => Date.now(),
    log,
    host: environment.host,
    port: environment.port,
    drainMs,
    ...door.options,
    executor: environment.executor,
    onFallback: (reason) => metrics?.fellBack(reason),
    onDrain: () => void hub.alertDesk().drain(drainMs / 2),
    capture: capture.door,
    cannotDisclose: record.cannotDisclose,
    demo: options.demo,
    signIns: options.demo === null ? loadSignIns(environment.issuers) : [],
  })
  const reloadFiles = () =>
    policies.reload().catch((error: unknown) => {
      metrics?.reloadFailed()
      log.error({ err: error }, 'bureaus and policies cannot be reloaded: what was in force stays so')
      throw error
    })
  const reload = async () => {
    door.renew(server)
    await reloadFiles()
    await acts.policies()
    await capture.follow()
  }
  await hub.warmUp()
  hub.office.open()
  hub.noticeOffice.open()
  hub.jointOffice.open()
  hub.reviews.open()
  const { url } = await server.listen()
  // Whoever asks does not wait for what is there to be read.
  await capture.follow()
  index.start()
  const stopFollowing = followIndex({ broadcast: alerts.broadcast, index })
  const watch = watchFiles({ files: () => [...watchedFiles(options.bureaus), ...door.files], folders: [options.bureaus], onChange: reload })
  let stopping: Promise<void> | null = null
  const stop = async () => {
    await watch.close()
    await stopFollowing()
    await index.close()
    await policies.rest()
    await server.drain()
    await metricsServer?.close()
    await capture.stop()
    await deskFeed.stop()
    await revocationFeed.stop()
    await stopEndingKept()
    await hub.watchDesk?.stop()
    await alerts.close()
    await hub.close()
    await acts.stopped()
    // Whatever is unusual in the last entries is told before the hub is gone; if it cannot be, the index catches up at the next start.
    await record.index.upToDate().catch(() => {})
    record.close()
    store.close()
  }
  const lookNow = async () => {
    if (stopping !== null) return
    await reload()
    log.info('the files of all bureaus were looked at again')
  }
  return { url, metricsUrl: metricsServer?.url ?? null, hub, reload: lookNow, stop: () => (stopping ??= stop()) }
}

/** The hub's log: JSON lines on standard error; never a value of a record, a token or a variable. */
export function createLog(level: string): Logger {
  return pino({ level, base: { instance: randomUUID().slice(0, 8) } }, pino.destination({ dest: 2, sync: true }))
}
