// Runs once before all tests.
export default async function setup(): Promise<void> {
  process.env.BAYLANYS_TEST_RUN = String(process.pid);
  const { removeClient } = await import('./built-client.ts');
  const { prepareTemplate } = await import('./database.ts');
  await removeClient();
  await prepareTemplate();
}
