import { makeExecutableSchema } from '@graphql-tools/schema'
import { GraphQLSchema } from 'graphql'
import { access } from '../../resolvers/access.ts'
import { alert } from '../../resolvers/alert.ts'
import { bureau } from '../../resolvers/bureau.ts'
import { cube } from '../../resolvers/cube.ts'
import { desk } from '../../resolvers/desk.ts'
import { disclosure } from '../../resolvers/disclosure.ts'
import { emergency } from '../../resolvers/emergency.ts'
import { hit } from '../../resolvers/hit.ts'
import { ledger } from '../../resolvers/ledger.ts'
import { notice } from '../../resolvers/notice.ts'
import { noticeFile } from '../../resolvers/noticeFile.ts'
import { operation } from '../../resolvers/operation.ts'
import { operationFile } from '../../resolvers/operationFile.ts'
import { oversight } from '../../resolvers/oversight.ts'
import { person } from '../../resolvers/person.ts'
import { policy } from '../../resolvers/policy.ts'
import { request } from '../../resolvers/request.ts'
import { requestFile } from '../../resolvers/requestFile.ts'
import { root } from '../../resolvers/root.ts'
import { search } from '../../resolvers/search.ts'
import { watch } from '../../resolvers/watch.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { attachGovernedFields } from './governedFields.ts'
import { readTypeDefs } from './readCatalogue.ts'
import { scalars } from './scalars.ts'

/** The resolvers of every part of the contract, without its scalars. */
export const resolvers = [
  root,
  alert,
  bureau,
  notice,
  noticeFile,
  operationFile,
  person,
  request,
  requestFile,
  operation,
  disclosure,
  hit,
  desk,
  emergency,
  access,
  ledger,
  oversight,
  policy,
  search,
  cube,
  watch,
]

/** The contract with its resolvers. Throws at start when two copies of graphql-js are loaded, which would fail at each request instead. */
export function buildSchema(catalogue: Catalogue): GraphQLSchema {
  const schema = makeExecutableSchema({ typeDefs: readTypeDefs(), resolvers: [...resolvers, scalars] })
  if (!(schema instanceof GraphQLSchema)) throw new Error('two copies of graphql-js are loaded; run npm ci')
  return attachGovernedFields(schema, catalogue)
}
