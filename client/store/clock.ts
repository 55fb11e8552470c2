// The time of the service: the clock of a device may be a day or a year off.

/** Milliseconds by which the service's clock is ahead of this device's, as far as is known. */
let ahead = 0;

/** Learns the time from the headers of a reply that comes from the service itself, and just now. */
export function hearServerTime(headers: Headers): void {
  const told = Date.parse(headers.get('date') ?? '');
  const isKept = headers.get('cache-control')?.includes('max-age') === true;
  if (Number.isFinite(told) && !isKept) ahead = told - Date.now();
}

/** Now by the service's clock; by the device's where the service has not been heard yet. */
export const now = (): Date => new Date(Date.now() + ahead);
