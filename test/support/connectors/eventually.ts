/** Resolves as soon as a condition holds; fails when it does not within a few seconds. */
export async function eventually(holds: () => Promise<boolean> | boolean, withinMs = 5000): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`does not hold after ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
