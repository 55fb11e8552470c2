/**
 * Calls `changed` when anything that this person may see has changed, and once more
 * whenever the line was lost and is back. Returns the way to stop.
 */
export function followChanges(changed: () => Promise<void>): () => void {
  // What was changed while the page began is told too.
  const source = new EventSource(`/api/live?age=${performance.now() / 1000}`);
  let opened = false;
  /** How often it was asked for since it began. */
  let asked = 0;

  async function run(): Promise<void> {
    if (asked++ > 0) return;
    for (let done = 0; done < asked;) {
      done = asked;
      // A failed reading is shown by whoever reads; the next change tries anew.
      await changed().catch(() => {});
    }
    asked = 0;
  }

  source.addEventListener('change', () => void run());
  source.addEventListener('open', () => {
    if (opened) void run();
    opened = true;
  });
  return () => source.close();
}
