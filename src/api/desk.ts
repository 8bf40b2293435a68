import { createReadStream, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import type { FastifyInstance } from 'fastify'

const webFolder = join(import.meta.dirname, '..', '..', 'web')

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
}

/**
 * The desk's page at `/`, from `web/dist`; without a build, one sentence that says how to make it. Every file comes with the policy of
 * `web/csp.json`, workers included.
 */
export function deskRoutes(app: FastifyInstance, folder: string = join(webFolder, 'dist')): void {
  const headers = {
    'content-security-policy': policy(),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  }
  app.get('/*', (request, reply) => {
    const path = fileOf(folder, request.url)
    reply.headers(headers)
    if (path === null) {
      const text =
        fileOf(folder, '/') === null ? 'The desk is not built: run "npm run prepare". GraphQL answers at /graphql.' : 'Not found.'
      return reply.code(404).type('text/plain; charset=utf-8').send(text)
    }
    const hashed = request.url.startsWith('/assets/')
    return reply
      .header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      .type(mediaTypes[extname(path)] ?? 'application/octet-stream')
      .send(createReadStream(path))
  })
}

function policy(): string {
  const directives = JSON.parse(readFileSync(join(webFolder, 'csp.json'), 'utf8')) as Readonly<Record<string, readonly string[]>>
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')
}

/** The file that a URL names, or null. Nothing outside the folder has a name. */
function fileOf(folder: string, url: string): string | null {
  const pathname = safely(() => decodeURIComponent(url.split('?', 1)[0] ?? ''))
  if (pathname === null || pathname.includes('\0')) return null
  const path = normalize(join(folder, pathname === '/' ? 'index.html' : pathname))
  if (!path.startsWith(join(folder, '/'))) return null
  return safely(() => (statSync(path).isFile() ? path : null))
}

function safely<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
