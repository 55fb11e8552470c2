import { createHash } from 'node:crypto';
import { escaped, languageOf } from './letter.ts';
import type { Told } from './queries.ts';
import type { Mailing } from './unsubscribe.ts';
import { words } from './words.ts';

const style = `
body { margin: 0 auto; padding: 3rem 1rem; max-width: 30rem; color-scheme: light dark;
  font: 1rem/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; }
h1 { font-size: 1.25rem; }
button { min-height: 2.75rem; padding: 0 1.25rem; font: inherit; cursor: pointer; }
`;

/** Allows this page its own style, and to be sent to where it came from; nothing else. */
export const leavePolicy =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; ` +
  `form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

/** The page behind a mail's link, in its reader's language: asks before anything ends, then says that it has. */
export function leavePage(told: Told, mailing: Mailing, done: boolean): string {
  const language = languageOf(told);
  const { title, question, button, done: said, settings } = words[language].leave;
  const body = done
    ? `<p role="status">${said[mailing]}</p>\n<p>${settings}</p>`
    : `<p>${question[mailing]}</p>\n<form method="post"><button>${button}</button></form>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escaped(told.mail ?? told.login)}</p>
${body}
</main>
</body>
</html>
`;
}
