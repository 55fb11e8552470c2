import type { NoticeKind, NoticeLanguage } from './schema.ts';
import { en } from './words-en.ts';
import { kk } from './words-kk.ts';
import { ru } from './words-ru.ts';

/** What a notice is about, in words; what it is not about is empty. */
export interface Said {
  operator: string;
  /** A settlement's name, or how many settlements. */
  what: string;
  region: string;
  /** The number of an inquiry as people quote it. */
  inquiry: string;
  /** The number of a challenge as people quote it. */
  challenge: string;
  date: string;
  /** Days left to answer. */
  days: number;
  quarter: string;
  officers: string;
  accepted: boolean;
}

/** The words of notices and of the mail that brings them. */
export interface Words {
  notices: Readonly<Record<NoticeKind, (said: Said) => string>>;
  settlements(count: number): string;
  country: string;
  mail: {
    digestSubject(count: number): string;
    urgentSubject(count: number): string;
    greeting(name: string): string;
    digestIntroduction: string;
    urgentIntroduction: string;
    why: string;
    settings: string;
    unsubscribe: { digest: string; urgent: string };
  };
  leave: {
    title: string;
    question: { digest: string; urgent: string };
    button: string;
    done: { digest: string; urgent: string };
    settings: string;
  };
}

export const words: Readonly<Record<NoticeLanguage, Words>> = { kk, ru, en };
