import type { LiveEvent } from '../../server/changes/schema.ts';

const firstPause = 500;
const longestPause = 15_000;

export interface FeedListener {
  change(event: LiveEvent, cursor: string): void;
  /** The line is open, or lost and being sought again. */
  connection(open: boolean): void;
  /** The service no longer knows where we stood: fetch everything again, and say where to go on from. */
  resync(): Promise<string>;
}

/**
 * Follows `/api/live` from a cursor on, for as long as the page lives: reconnects with
 * growing pauses, going on where it stopped. Returns the way to stop.
 */
export function followChanges(cursor: string, listener: FeedListener): () => void {
  let source: EventSource | null = null;
  let pause = firstPause;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function open(): void {
    source = new EventSource(`/api/live?after=${encodeURIComponent(cursor)}`);
    source.addEventListener('open', () => {
      pause = firstPause;
      listener.connection(true);
    });
    source.addEventListener('change', (message) => {
      cursor = message.lastEventId || cursor;
      listener.change(JSON.parse(message.data) as LiveEvent, cursor);
    });
    source.addEventListener('error', reopen);
  }

  function reopen(): void {
    const refused = source?.readyState === EventSource.CLOSED;
    source?.close();
    listener.connection(false);
    if (stopped) return;
    timer = setTimeout(() => void again(refused), pause);
    pause = Math.min(pause * 2, longestPause);
  }

  async function again(refused: boolean): Promise<void> {
    try {
      if (refused) cursor = await listener.resync();
      if (!stopped) open();
    } catch {
      reopen();
    }
  }

  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
