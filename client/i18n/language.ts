import { recall, remember } from '../store/remembered.ts';

export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

const remembered = 'baylanys.language';

export const isLanguage = (text: string | null | undefined): text is Language => languages.includes(text as Language);

/** The language of the address, else the one chosen before, else the browser's first that we have, else Kazakh. */
export function preferredLanguage(): Language {
  const candidates = [
    new URLSearchParams(location.search).get('language'),
    recall(remembered),
    ...navigator.languages.map((tag) => tag.slice(0, 2)),
  ];
  return candidates.find(isLanguage) ?? 'kk';
}

export const rememberLanguage = (language: Language): void => remember(remembered, language);
