/** Whether an address, or the host of a `Host` header without its port, is this machine's own (RFC 5735, RFC 4291). */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}
