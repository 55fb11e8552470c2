import { identifier } from '../changes/identifier.ts';
import type { Database } from '../database/database.ts';
import { hashPassword } from './password.ts';
import { countAccounts, insertAccount } from './queries.ts';
import type { Installation, Role } from './schema.ts';

/** One password for all: it guards nothing, since the country is generated. */
const password = 'baylanys-demo';

const people: { login: string; displayName: string; role: Role }[] = [
  { login: 'planner', displayName: 'Айгүл Сәрсенова', role: 'planner' },
  { login: 'planner2', displayName: 'Нұрлан Ахметов', role: 'planner' },
  { login: 'operator', displayName: 'Ерлан Жұмабаев', role: 'operator' },
  { login: 'deputy', displayName: 'Гүлнар Оспанова', role: 'deputy' },
  { login: 'administrator', displayName: 'Тимур Ким', role: 'administrator' },
];

/** What the sign-in page offers in the demonstration. */
export const demonstrationAccounts: Installation['demonstrationAccounts'] = people.map(({ login, role }) => ({
  login,
  password,
  role,
}));

/** Makes the demonstration's accounts, where there are no accounts at all. */
export async function addDemonstrationAccounts(database: Database, operatorCode: string): Promise<void> {
  if ((await countAccounts(database)) > 0) return;
  const passwordHash = await hashPassword(password);
  for (const person of people) {
    await insertAccount(database, {
      ...person,
      id: identifier(),
      operatorCode: person.role === 'operator' ? operatorCode : null,
      regionCode: null,
      districtCode: null,
      passwordHash,
    });
  }
}
