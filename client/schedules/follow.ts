/**
 * Calls `changed` when anything that this person may see has changed, and once more
 * whenever the line was lost and is back. Returns the way to stop.
 */
export function followChanges(changed: () => Promise<void>): () => void {
  const source = new EventSource('/api/live');
  let opened = false;
  let running = false;
  let again = false;

  async function run(): Promise<void> {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      // A failed reading is shown by whoever reads; the next change tries anew.
      await changed().catch(() => {});
    }
    running = false;
  }

  source.addEventListener('change', () => void run());
  source.addEventListener('open', () => {
    if (opened) void run();
    opened = true;
  });
  return () => source.close();
}
