export function writeFigures(_: unknown): void {}
