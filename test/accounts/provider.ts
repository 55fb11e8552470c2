import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';

/** Somebody whom the service knows. */
export interface Known {
  email?: string;
  email_verified?: boolean;
}

/** A sign-in service of the tests' own, at which a person is signed in without being asked. */
export interface TestProvider {
  issuer: string;
  /** Who is at the keys. */
  signsIn: string;
  people: Record<string, Known>;
  /** Begins to serve, for an installation at this address. */
  serve(publicUrl: string): void;
  close(): Promise<void>;
}

export const client = { clientId: 'baylanys', clientSecret: 'a secret of + % letters' };

/** Takes a port; answers 503 until `serve` is called. */
export async function openProvider(): Promise<TestProvider> {
  let handle: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const given: TestProvider = {
    issuer,
    signsIn: '',
    people: {},
    serve(publicUrl) {
      const provider = new Provider(issuer, configurationFor(given, publicUrl));
      const callback = provider.callback();
      handle = (request, response) => {
        if (!request.url!.startsWith('/interaction/')) return void callback(request, response);
        const result = { login: { accountId: given.signsIn } };
        void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
  return given;
}

function configurationFor(given: TestProvider, publicUrl: string): Configuration {
  return {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${publicUrl}/api/session/openid/callback`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['test'] },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...given.people[sub] }) }),
    // Nobody is asked whether the installation may know who they are.
    async loadExistingGrant({ oidc }: KoaContextWithOIDC) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  };
}
