const forms: { pattern: RegExp; order: [year: number, month: number, day: number] }[] = [
  { pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/, order: [1, 2, 3] },
  { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, order: [3, 2, 1] },
];

/** `2026-11-22` of `2026-11-22`, `2026-11-22T10:00Z`, `2026/11/22` or `22.11.2026`; null where it is no date from 1900 to 2100. */
export function readDate(text: string): string | null {
  for (const { pattern, order } of forms) {
    const match = pattern.exec(text.trim());
    if (match === null) continue;
    const [year, month, day] = order.map((group) => Number(match[group]));
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return exists && year >= 1900 && year <= 2100 ? date.toISOString().slice(0, 10) : null;
  }
  return null;
}

/** The date of a Unix time in seconds; null where it is none after 1990. */
export function dateOfUnixSeconds(seconds: number): string | null {
  const valid = seconds > 631_152_000 && seconds < 4_102_444_800;
  return valid ? new Date(seconds * 1000).toISOString().slice(0, 10) : null;
}
