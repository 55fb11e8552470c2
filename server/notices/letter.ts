import type { Told } from './queries.ts';
import type { Notice, NoticeLanguage } from './schema.ts';
import type { Mailing } from './unsubscribe.ts';
import { words } from './words.ts';

/** A mail to one person. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where one request ends mail of this kind. */
  unsubscribeUrl: string;
}

/** The language in which a person gets mail. */
export const languageOf = ({ language }: Pick<Told, 'language'>): NoticeLanguage => language ?? 'kk';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Puts notices, worded in the person's language, into one mail; `publicUrl` is where the installation is found. */
export function letterFor(
  told: Told,
  mailing: Mailing,
  notices: readonly Notice[],
  publicUrl: string,
  token: string,
): Letter {
  const language = languageOf(told);
  const { mail } = words[language];
  const urlOf = (path: string) => new URL(path, publicUrl).href;
  const unsubscribeUrl = urlOf(`/api/unsubscribe/${token}`);
  const subject = mailing === 'urgent' ? mail.urgentSubject(notices.length) : mail.digestSubject(notices.length);
  const greeting = mail.greeting(told.displayName || told.login);
  const introduction = mailing === 'urgent' ? mail.urgentIntroduction : mail.digestIntroduction;
  const leave = mail.unsubscribe[mailing];
  const text = [
    greeting,
    introduction,
    ...notices.map((notice) => `• ${notice.text}\n  ${urlOf(notice.path)}`),
    `--\n${mail.why}\n${mail.settings}: ${urlOf('/account')}\n${leave}: ${unsubscribeUrl}`,
  ].join('\n\n');
  const link = (url: string, said: string) => `<a href="${escaped(url)}" style="color:#0b5a6f">${escaped(said)}</a>`;
  const rows = notices.map((notice) => `<li style="margin:0 0 12px">${link(urlOf(notice.path), notice.text)}</li>`);
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,'Segoe UI',Roboto,Arial,sans-serif;color:#18222d">
<p>${escaped(greeting)}</p>
<p>${escaped(introduction)}</p>
<ul style="padding-left:20px">
${rows.join('\n')}
</ul>
<p style="border-top:1px solid #d5dce3;padding-top:12px;font-size:14px;color:#52606d">${escaped(mail.why)}<br>
${link(urlOf('/account'), mail.settings)}<br>
${link(unsubscribeUrl, leave)}</p>
</body>
</html>
`;
  return { to: told.mail!, subject, text: `${text}\n`, html, unsubscribeUrl };
}
