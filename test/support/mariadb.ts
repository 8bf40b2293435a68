import { writeFile } from 'node:fs/promises'
import { createConnection } from 'mysql2/promise'
import { accountFor, findProgram, freePort, type PrivateServer, privateFolder, runProgram, startServer } from './privateServer.ts'

const missing = 'MariaDB is not installed: run scripts/install-test-tools'
const places = ['/usr/sbin', '/usr/bin']
const frugal = [
  '--innodb-log-file-size=4M',
  '--innodb-buffer-pool-size=16M',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-flush-method=nosync',
  '--skip-innodb-doublewrite',
]

/** Starts an empty MariaDB server of its own, with one database, `cases`. It keeps nothing and syncs nothing. */
export async function startMariadb(): Promise<PrivateServer> {
  const install = findProgram('mariadb-install-db', places, missing)
  const server = findProgram('mariadbd', places, missing)
  const account = accountFor('mysql')
  const folder = await privateFolder('mariadb', account)
  const data = `${folder}/data`
  const options = { ...account, cwd: folder }
  await runProgram(
    install,
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--skip-test-db',
      '--auth-root-authentication-method=normal',
      '--skip-name-resolve',
      `--tmpdir=${folder}`,
      ...frugal,
    ],
    options,
  )
  await writeFile(
    `${folder}/start.sql`,
    "create database cases character set utf8mb4;\ncreate user 'tester'@'127.0.0.1' identified by 'tester';\ngrant all on *.* to 'tester'@'127.0.0.1' with grant option;\n",
  )
  const port = await freePort()
  const url = `mysql://tester:tester@127.0.0.1:${port}/cases`
  const args = [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${folder}/s`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    `--init-file=${folder}/start.sql`,
    `--pid-file=${folder}/pid`,
    '--skip-log-bin',
    // Two servers that share a folder for temporary tables remove each other's.
    `--tmpdir=${folder}`,
    ...frugal,
  ]
  return startServer(server, args, options, { url, folder, isReady: () => query(url, 'select 1') })
}

/** Runs one or more statements on a server, as an account that may do everything. */
export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const connection = await createConnection({ uri: url, multipleStatements: true })
  try {
    const [rows] = await connection.query(sql)
    return rows as Record<string, unknown>[]
  } finally {
    connection.destroy()
  }
}
