import type { PolicyOptions } from '../disclosure/compilePolicy.ts'
import type { Catalogue } from '../model/catalogue.ts'

/** The purposes and roles that the schema has, for the files that may name them. */
export function policyWords({ enums }: Catalogue): Pick<PolicyOptions, 'purposes' | 'roles'> {
  return { purposes: enums.get('Purpose') ?? [], roles: enums.get('Role') ?? [] }
}
