import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface Received extends Email {
  raw: string;
  recipients: string[];
}

/** A mail server of the tests' own: keeps what it takes. */
export interface Mailbox {
  url: string;
  received: Received[];
  /** Says no, by this code, to whatever comes to this address. */
  refuse(address: string, code: number | null): void;
  /** Takes the next mail to its last byte, and never answers. */
  hang(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a mail server on the loopback: on the port given, or any. */
export async function openMailbox(port = 0): Promise<Mailbox> {
  const received: Received[] = [];
  const refusals = new Map<string, number>();
  let hanging: (() => void) | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo({ address }, _session, callback) {
      const code = refusals.get(address);
      callback(code === undefined ? null : Object.assign(new Error('No such reader'), { responseCode: code }));
    },
    async onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const raw = Buffer.concat(chunks).toString();
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ ...(await PostalMime.parse(raw)), raw, recipients });
      if (hanging === null) callback();
      else hanging();
    },
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    refuse: (address, code) => void (code === null ? refusals.delete(address) : refusals.set(address, code)),
    hang: () => new Promise((done) => (hanging = done)),
    close: () => new Promise((done) => server.close(() => done())),
  };
}
