// Opens the product without a line: the page and its files as `shell.ts` kept them. All else goes by untouched.

interface Lasting extends Event {
  waitUntil(until: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const worker = globalThis as unknown as Worker;

/** How long a page is waited for that is kept here too, milliseconds. */
const patience = 4000;

/** The page as the service has it, so that a new version takes over at once; the kept one where it does not answer. */
async function page({ request }: Fetching): Promise<Response> {
  const kept = await caches.match('/');
  if (kept === undefined) return fetch(request);
  const answer = fetch(request).then(
    (response) => (response.status >= 500 ? kept : response),
    () => kept,
  );
  const tooLate = new Promise<Response>((done) => setTimeout(done, patience, kept));
  return Promise.race([answer, tooLate]);
}

/** A file, whose name changes with its content. */
const file = async ({ request }: Fetching): Promise<Response> => (await caches.match(request)) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== location.origin || event.request.method !== 'GET') return;
  if (pathname.startsWith('/assets/')) event.respondWith(file(event));
  else if (event.request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(page(event));
});
