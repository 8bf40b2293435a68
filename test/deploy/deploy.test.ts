import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { loadIssuers } from '../../src/config/issuers.ts'
import { readSettings } from '../../src/config/settings.ts'
import { claimsReader } from '../../src/identity/claims.ts'
import { metricTable } from '../../src/metrics/metricTable.ts'
import { catalogue } from '../support/catalogue.ts'
import { root } from '../support/house/sourceFile.ts'

type Tree = Readonly<Record<string, unknown>>
const deploy = join(root, 'deploy')
const read = (...path: readonly string[]) => readFileSync(join(deploy, ...path), 'utf8')

/** The documents of a YAML file, which must be without mistakes. */
function documents(text: string): readonly Tree[] {
  return parseAllDocuments(text, { merge: true }).map((document) => {
    expect([...document.errors, ...document.warnings]).toEqual([])
    return document.toJS() as Tree
  })
}

/** What is found at a path; a number takes a member of a list. */
function at(tree: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Tree | undefined)?.[step], tree)
}

describe('the chart', () => {
  const values = documents(read('helm', 'comity', 'values.yaml'))[0]
  /** Templates hold references to values and nothing else, so that what Helm makes of them is known without it. */
  const render = (text: string) =>
    text.replace(/\{\{ (.+?) \}\}/g, (_, what: string) => {
      if (what === '.Release.Name') return 'hub'
      const [, name = ''] = /^\.Values\.([\w.]+)$/.exec(what) ?? []
      const value = at(values, ...name.split('.'))
      expect(typeof value, what).toMatch(/string|number/)
      return typeof value === 'string' && !/^[\w./-]*[A-Za-z][\w./-]*$/.test(value) ? JSON.stringify(value) : String(value)
    })
  const manifests = readdirSync(join(deploy, 'helm', 'comity', 'templates')).flatMap((file) =>
    documents(render(read('helm', 'comity', 'templates', file))),
  )
  const one = (kind: string, name = 'hub') =>
    manifests.find((manifest) => manifest['kind'] === kind && at(manifest, 'metadata', 'name') === name)
  const pod = at(one('StatefulSet'), 'spec', 'template', 'spec')
  const containers = [...(at(pod, 'containers') as readonly Tree[]), ...(at(pod, 'initContainers') as readonly Tree[])]

  it('makes what a cluster needs, and nothing that its version does not know', () => {
    expect(manifests.map((manifest) => `${String(manifest['apiVersion'])} ${String(manifest['kind'])}`).sort()).toEqual([
      'apps/v1 StatefulSet',
      'autoscaling/v2 HorizontalPodAutoscaler',
      'networking.k8s.io/v1 NetworkPolicy',
      'policy/v1 PodDisruptionBudget',
      'v1 Service',
      'v1 Service',
    ])
  })

  it('runs without rights, and cannot write but where it must', () => {
    expect(at(pod, 'securityContext')).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
    expect(at(pod, 'automountServiceAccountToken')).toBe(false)
    for (const { securityContext } of containers)
      expect(securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } })
    const writable = (at(pod, 'containers', 0, 'volumeMounts') as readonly Tree[]).filter((mount) => mount['readOnly'] !== true)
    expect(writable.map((mount) => mount['mountPath'])).toEqual(['/var/lib/comity', '/tmp'])
  })

  it('asks the doors that the hub has whether it is alive and ready, and gives it time to drain', () => {
    const probe = (name: string) => at(pod, 'containers', 0, name, 'httpGet', 'path')
    expect([probe('startupProbe'), probe('livenessProbe'), probe('readinessProbe')]).toEqual(['/healthz', '/healthz', '/readyz'])
    const preStop = Number(at(pod, 'containers', 0, 'lifecycle', 'preStop', 'exec', 'command', 1))
    // A hub that stops waits ten seconds for what is in flight.
    expect(Number(at(pod, 'terminationGracePeriodSeconds'))).toBeGreaterThan(preStop + 10)
  })

  it('finds its own nodes: every selector and every volume is one that there is', () => {
    const labels = at(one('StatefulSet'), 'spec', 'template', 'metadata', 'labels')
    const selectors = [
      at(one('StatefulSet'), 'spec', 'selector', 'matchLabels'),
      at(one('Service'), 'spec', 'selector'),
      at(one('Service', 'hub-nodes'), 'spec', 'selector'),
      at(one('PodDisruptionBudget'), 'spec', 'selector', 'matchLabels'),
      at(one('NetworkPolicy'), 'spec', 'podSelector', 'matchLabels'),
    ]
    for (const selector of selectors) expect(selector).toEqual(labels)
    expect(at(one('StatefulSet'), 'spec', 'serviceName')).toBe('hub-nodes')
    expect(at(one('HorizontalPodAutoscaler'), 'spec', 'scaleTargetRef', 'name')).toBe('hub')
    const volumes = [
      ...(at(pod, 'volumes') as readonly Tree[]),
      at(one('StatefulSet'), 'spec', 'volumeClaimTemplates', 0, 'metadata') as Tree,
    ].map((volume) => volume['name'])
    const mounts = containers.flatMap((container) => (container['volumeMounts'] as readonly Tree[]).map((mount) => mount['name']))
    expect([...new Set(mounts)].sort()).toEqual([...volumes].sort())
    const ports = (at(pod, 'containers', 0, 'ports') as readonly Tree[]).map((port) => port['name'])
    expect(ports).toEqual(['door', 'metrics'])
  })
})

describe('the compose file', () => {
  const [compose] = documents(read('compose', 'compose.yaml'))
  const services = at(compose, 'services') as Readonly<Record<string, Tree>>

  it('mounts files that there are, and uses volumes that it declares', () => {
    const mounts = Object.values(services).flatMap((service) => (service['volumes'] ?? []) as readonly string[])
    const sources = mounts.map((mount) => mount.replace(/:[^:]+(:ro)?$/, ''))
    for (const source of sources.filter((path) => path.startsWith('.') && !path.endsWith('/issuer')))
      expect(() => readdirSync(join(deploy, 'compose', source))).not.toThrow(/ENOENT/)
    const named = sources.filter((source) => /^[\w-]+$/.test(source))
    expect(named.toSorted()).toEqual(Object.keys(at(compose, 'volumes') as Tree).toSorted())
  })

  it('runs three nodes that cannot write outside their own volume', () => {
    const nodes = Object.entries(services).filter(([name]) => name.startsWith('node-'))
    expect(nodes).toHaveLength(3)
    for (const [name, node] of nodes) {
      expect(node).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
      expect(node['volumes']).toContain(`${name}:/var/lib/comity`)
    }
    for (const [name] of nodes) expect(read('compose', 'nginx.conf')).toContain(`server ${name}:4000`)
  })

  it('has a file for the hub that production takes, and issuers that it reads', () => {
    const settings = readSettings(join(deploy, 'compose', 'files', 'comity.yaml'), { DATABASE_PASSWORD: 'p' })
    expect(settings).toMatchObject({ production: true, databaseUrl: 'postgres://comity:p@database/comity', dataDir: '/var/lib/comity' })
    expect(loadIssuers(settings.issuers)).toHaveLength(1)
  })

  it('has a realm whose tokens are what the hub reads', () => {
    const realm = JSON.parse(read('compose', 'keycloak-realm.json')) as Tree
    const client = at(realm, 'clients', 0) as Tree
    expect(client['attributes']).toMatchObject({ 'pkce.code.challenge.method': 'S256', 'access.token.header.type.rfc9068': 'true' })
    const user = at(realm, 'users', 0, 'attributes') as Readonly<Record<string, readonly string[]>>
    const claims: Record<string, unknown> = { sub: 'd7a1', iat: 0, exp: 900 }
    for (const mapper of client['protocolMappers'] as readonly Tree[]) {
      const config = mapper['config'] as Readonly<Record<string, string>>
      const name = config['claim.name']
      if (name === undefined) continue
      const stored = config['user.attribute'] === undefined ? [config['claim.value'] ?? ''] : (user[config['user.attribute']] ?? [])
      const shown = stored.map((value) => (config['jsonType.label'] === 'int' ? Number(value) : value))
      claims[name] = config['multivalued'] === 'true' ? shown : shown[0]
    }
    const names = { roles: catalogue.enums.get('Role') ?? [], purposes: catalogue.enums.get('Purpose') ?? [] }
    expect(claimsReader({ ...names, isMember: (code) => code === 'XA' })(claims)).toMatchObject({ bureau: 'XA', clearance: 1 })
  })
})

describe('what is watched', () => {
  const own = new Set(Object.values(metricTable).map(({ name }) => name))
  /** Names of metrics in expressions that the hub does not have. */
  const unknown = (expressions: readonly string[]) =>
    expressions
      .flatMap((text) => text.match(/\bcomity_\w+/g) ?? [])
      .filter((name) => !own.has(name.replace(/_(bucket|sum|count)$/, '')) && !own.has(name))

  it('is what the hub measures, on the dashboard and in the rules', () => {
    const dashboard = JSON.parse(read('dashboard.json')) as { panels: readonly { title: string; targets: readonly { expr: string }[] }[] }
    const shown = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))
    const rules = (at(documents(read('alerts.yml'))[0], 'groups', 0, 'rules') as readonly Tree[]).map((rule) => String(rule['expr']))
    expect(shown.length).toBeGreaterThan(10)
    expect(unknown([...shown, ...rules])).toEqual([])
    expect(unknown(['rate(comity_nothing_total[1m])'])).toEqual(['comity_nothing_total'])
  })

  it('is scraped of every node', () => {
    const [prometheus] = documents(read('compose', 'prometheus.yml'))
    expect(at(prometheus, 'scrape_configs', 0, 'static_configs', 0, 'targets')).toEqual(['node-1:9464', 'node-2:9464', 'node-3:9464'])
    expect(at(prometheus, 'scrape_configs', 0, 'job_name')).toBe('comity')
  })
})

describe('the image', () => {
  it('brings all folders that the program reads, and starts what package.json starts', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (?:--from=\w+ \/app\/)?(\S+) \S+$/gm)].map((match) => match[1])
    expect(copied).toEqual(expect.arrayContaining(['bin', 'src', 'resolvers', 'schema', 'web/dist']))
    expect(read('Dockerfile')).toMatch(/^USER node$/m)
    expect(read('Dockerfile')).toContain('ENTRYPOINT ["node", "bin/comity.js"]')
  })
})

describe('the unit', () => {
  it('checks the file before it starts by it, and looks again at files on a reload', () => {
    const unit = read('systemd', 'comity.service')
    for (const line of [
      'ExecStartPre=/opt/comity/bin/comity.js config check',
      'ExecReload=/bin/kill -HUP $MAINPID',
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
    ])
      expect(unit).toContain(line)
  })
})
