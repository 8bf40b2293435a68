/** A LIKE pattern, with escape character `|`, for texts that start with this one. */
export function likePattern(prefix: string): string {
  return `${prefix.replaceAll(/[|%_]/g, '|$&')}%`
}
