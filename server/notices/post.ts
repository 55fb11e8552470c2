import { createTransport } from 'nodemailer';
import type { Letter } from './letter.ts';

/** Takes mail to its readers. */
export interface Post {
  /** @throws an error, with `refused` where the same mail would be refused again */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Where mail is handed in, in whose name, and where the installation is found by its readers. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://…` */
  smtpUrl: string;
  from: string;
  publicUrl: string;
}

/** A mail that a server would refuse as often as it is sent. */
export class Refused extends Error {}

const seconds = 1000;

/** Hands mail to any server that speaks SMTP. */
export function smtpPost({ smtpUrl, from }: MailSettings): Post {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 20 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html, unsubscribeUrl }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
          list: { unsubscribe: unsubscribeUrl },
        });
      } catch (error) {
        const { permanent, command, message } = error as { permanent?: boolean; command?: string; message: string };
        // A sender that is refused is mended in the settings; a reader or a text that is refused stays so.
        const forGood = permanent === true && (command === 'RCPT TO' || command === 'DATA');
        throw forGood ? new Refused(message) : error;
      }
    },
    close: () => transport.close(),
  };
}
