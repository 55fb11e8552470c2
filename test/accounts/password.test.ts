import { hashPassword, nobodysHash, passwordMatches } from '../../server/accounts/password.ts';

test('a password matches what is kept of it, and no other does', async () => {
  const hash = await hashPassword('жылдам байланыс');
  expect(hash).toMatch(/^scrypt\$131072\$8\$1\$[\w+/]{22}==\$[\w+/]{43}=$/);
  expect(await passwordMatches('жылдам байланыс', hash)).toBe(true);
  expect(await passwordMatches('жылдам байланыс ', hash)).toBe(false);
});

test('where there is no account the same is done, and nothing matches', async () => {
  expect(nobodysHash).toMatch(/^scrypt\$131072\$8\$1\$[\w+/]{22}==\$[\w+/]{43}=$/);
  expect(await passwordMatches('', nobodysHash)).toBe(false);
});
