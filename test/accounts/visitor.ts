/** Somebody's browser, as far as addresses and cookies go. */
export class Visitor {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Asks for an address, and gives where it sends on to, or null. */
  async get(url: string): Promise<{ status: number; location: string | null; text: string }> {
    const { host, origin } = new URL(url);
    const kept = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, kept);
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url, { redirect: 'manual', headers: { Cookie: cookie } });
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) kept.delete(name);
      else kept.set(name, value);
    }
    const location = reply.headers.get('Location');
    return { status: reply.status, location: location && new URL(location, origin).href, text: await reply.text() };
  }

  /** Follows an address until it leads to `until`, or nowhere; gives where that is. */
  async follow(url: string, until: string): Promise<string> {
    let at = url;
    for (let steps = 0; steps < 20 && !at.startsWith(until); steps++) {
      const { location, status, text } = await this.get(at);
      if (location === null) throw new Error(`${at} leads nowhere: ${status} ${text}`);
      at = location;
    }
    return at;
  }

  /** The value of a cookie of this host. */
  cookie(url: string, name: string): string | undefined {
    return this.#cookies.get(new URL(url).host)?.get(name);
  }
}
