// Runs once after all tests.
import { removeClient } from './built-client.ts';
import { removeTemplate } from './database.ts';

export default async function teardown(): Promise<void> {
  await removeClient();
  await removeTemplate();
}
