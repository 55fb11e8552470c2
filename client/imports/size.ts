/** Bytes as megabytes, of which small files have at least a tenth. */
export const megabytes = (bytes: number): number => Math.max(0.1, Math.round(bytes / 100_000) / 10);
