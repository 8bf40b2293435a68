/** How long a server may take to say goodbye, in milliseconds. */
const goodbyeMs = 2000

/** Resolves when a pool has ended, be it by a connection that fails while it does, or when its server takes too long to let it: the process can go on, or end, without it. */
export async function endWithin(ending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, goodbyeMs)
  })
  try {
    await Promise.race([ending.catch(() => {}), late])
  } finally {
    clearTimeout(timer)
  }
}
