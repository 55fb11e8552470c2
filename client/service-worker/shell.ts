import { build } from './build.ts';

const beginning = 'shell ';

const filesAmong = (entries: PerformanceEntryList): string[] =>
  entries.flatMap(({ name }) => {
    const { origin, pathname } = new URL(name);
    return origin === location.origin && pathname.startsWith('/assets/') ? [pathname] : [];
  });

async function keepFiles(cache: Cache, entries: PerformanceEntryList): Promise<void> {
  for (const path of new Set(filesAmong(entries))) if ((await cache.match(path)) === undefined) await cache.add(path);
}

/**
 * Keeps the page, and the files that it has loaded and will load, for when there is no line. The page is kept last, and
 * what another version left goes only then: what is kept is always one version, and whole.
 */
export async function keepShell(): Promise<void> {
  // Browsers have neither where the service is reached without TLS by another name than localhost.
  if (!('serviceWorker' in navigator && 'caches' in globalThis)) return;
  await navigator.serviceWorker.register('/service-worker.js');
  const name = beginning + build();
  const cache = await caches.open(name);
  await keepFiles(cache, performance.getEntriesByType('resource'));
  const page = await fetch('/');
  if (!page.ok || !(await page.clone().text()).includes(build())) return;
  await cache.put('/', page);
  for (const other of await caches.keys()) {
    if (other.startsWith(beginning) && other !== name) await caches.delete(other);
  }
  const later = new PerformanceObserver((list) => void keepFiles(cache, list.getEntries()).catch(() => {}));
  later.observe({ type: 'resource' });
}
