import { build } from '../service-worker/build.ts';
import { Problem } from './problem.ts';

/** Has another version been installed since this page was opened? Its files have other names. */
async function isOutdated(): Promise<boolean> {
  try {
    const page = await fetch('/', { cache: 'no-store' });
    return page.ok && !(await page.text()).includes(build());
  } catch {
    return false;
  }
}

/** Fetches code, or texts, that a page needs only now. @throws {Problem} outdated or unreachable */
export async function fetchCode<Code>(load: () => Promise<Code>): Promise<Code> {
  try {
    return await load();
  } catch (cause) {
    const missing = (await isOutdated()) ? 'outdated' : 'unreachable';
    throw new Problem(0, String(cause), '', null, { missing });
  }
}
