import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { compareText } from './findings.ts';
import { Profile } from './schema.ts';

/** The profile that holds unless another is chosen. */
export const defaultProfileCode = 'kazakhstan-2024';

const isDefault = (profile: Profile) => Number(profile.code === defaultProfileCode);

const folder = new URL('../../geodata/profiles/', import.meta.url);

export class ProfileError extends Error {
  override name = 'ProfileError';
}

/** The profiles that come with the product, the default one first. */
export function shippedProfiles(): Profile[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const profiles = files.map((file) => parse(readFileSync(new URL(file, folder), 'utf8'), file));
  return profiles.toSorted((a, b) => isDefault(b) - isDefault(a) || compareText(a.code, b.code));
}

/** A profile by the code of a shipped one, or from a JSON file of the same shape. Throws ProfileError. */
export async function readProfile(codeOrPath: string = defaultProfileCode): Promise<Profile> {
  const shipped = shippedProfiles();
  const byCode = shipped.find(({ code }) => code === codeOrPath);
  if (byCode) return byCode;
  let text: string;
  try {
    text = await readFile(codeOrPath, 'utf8');
  } catch {
    const codes = shipped.map(({ code }) => code).join(', ');
    throw new ProfileError(`No profile "${codeOrPath}": give the path of a JSON file, or one of ${codes}`);
  }
  return parse(text, codeOrPath);
}

function parse(text: string, from: string): Profile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new ProfileError(`${from} is not JSON: ${(error as Error).message}`);
  }
  const result = Profile.safeParse(data);
  if (!result.success) throw new ProfileError(`${from} is not a service profile:\n${z.prettifyError(result.error)}`);
  return result.data;
}
