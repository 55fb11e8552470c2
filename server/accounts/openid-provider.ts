import * as openid from 'openid-client';
import type { Identity } from './openid-queries.ts';

/** A sign-in service that speaks OpenID Connect, and where this installation is found by its people. */
export interface OpenIdSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call the service. */
  name: string;
  publicUrl: string;
}

/** What is kept in the session until the person comes back from the service. */
export interface PendingSignIn {
  state: string;
  nonce: string;
  verifier: string;
  begunAt: number;
  /** The path at which the person wanted to be. */
  to: string;
}

/** The service does not answer: it may be asked again. */
export class Unreachable extends Error {}

const hour = 3_600_000;
const timeoutSeconds = 10;

/** One sign-in service, whose description is read at the first use and again each hour. */
export class OpenIdProvider {
  readonly #settings: OpenIdSettings;
  #known: { configuration: Promise<openid.Configuration>; until: number } | null = null;

  constructor(settings: OpenIdSettings) {
    this.#settings = settings;
  }

  get #callback(): string {
    return new URL('/api/session/openid/callback', this.#settings.publicUrl).href;
  }

  /** Where the person is to be sent, and what must be kept until they come back. @throws {Unreachable} */
  async begin(to: string): Promise<{ url: URL; pending: PendingSignIn }> {
    const configuration = await this.#configuration();
    const verifier = openid.randomPKCECodeVerifier();
    const pending = { state: openid.randomState(), nonce: openid.randomNonce(), verifier, begunAt: Date.now(), to };
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#callback,
      scope: 'openid email',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: pending.state,
      nonce: pending.nonce,
    });
    return { url, pending };
  }

  /**
   * Who came back, by the service's signed word; `query` is what the person brought along.
   * @throws {Unreachable} and an error of openid-client where anything is not as it was begun
   */
  async finish(
    query: string,
    pending: PendingSignIn,
  ): Promise<{ identity: Identity; verifiedMail(): Promise<string | null> }> {
    const configuration = await this.#configuration();
    const current = new URL(this.#callback);
    current.search = query;
    const tokens = await reached(
      openid.authorizationCodeGrant(configuration, current, {
        pkceCodeVerifier: pending.verifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      }),
    );
    const claims = tokens.claims()!;
    return {
      // As the settings spell it, which administrators link by; that it is the same has been checked.
      identity: { issuer: this.#settings.issuer, subject: claims.sub },
      async verifiedMail() {
        const told =
          claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
            ? await reached(openid.fetchUserInfo(configuration, tokens.access_token, claims.sub))
            : claims;
        return told.email_verified === true && typeof told.email === 'string' ? told.email : null;
      },
    };
  }

  #configuration(): Promise<openid.Configuration> {
    if (this.#known === null || this.#known.until < Date.now()) {
      const known = { configuration: this.#discover(), until: Date.now() + hour };
      this.#known = known;
      // What failed is tried again by the next person.
      known.configuration.catch(() => {
        if (this.#known === known) this.#known = null;
      });
    }
    return this.#known.configuration;
  }

  async #discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const at = new URL(issuer);
    try {
      return await openid.discovery(at, clientId, {}, openid.ClientSecretBasic(clientSecret), {
        timeout: timeoutSeconds,
        // Unencrypted only where settings allow it: on the machine itself.
        execute: [
          openid.enableNonRepudiationChecks,
          ...(at.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
        ],
      });
    } catch (error) {
      throw new Unreachable(String(error), { cause: error });
    }
  }
}

/** Tells a service that does not answer from one that answers no. */
async function reached<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    const silent = [error, cause].some((one) => {
      const { name, message } = (one ?? {}) as Partial<Error>;
      return message === 'fetch failed' || name === 'TimeoutError';
    });
    throw silent ? new Unreachable(String(error), { cause: error }) : error;
  }
}
