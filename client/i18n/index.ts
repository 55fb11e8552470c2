import { computed, signal } from '@preact/signals';
import type { Quarter } from '../../server/calendar/schema.ts';
import type { Names } from '../../server/places/schema.ts';
import type { furtherLoaders } from './further-parts.ts';
import { formatDate, formatMoment, formatNumber, formatQuarter } from './format.ts';
import { type Language, rememberLanguage } from './language.ts';
import { fill, type Message, type MessageKey, type Messages, type Values } from './messages.ts';

const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  kk: async () => (await import('./kk.ts')).kk,
  ru: async () => (await import('./ru.ts')).ru,
  en: async () => (await import('./en.ts')).en,
};

/** Texts that only some pages need, and that come with those. Those of pages where nobody begins are in further-parts.ts. */
const partLoaders = {
  notices: {
    kk: async () => (await import('./notices-kk.ts')).kk,
    ru: async () => (await import('./notices-ru.ts')).ru,
    en: async () => (await import('./notices-en.ts')).en,
  },
  deputy: {
    kk: async () => (await import('./deputy-kk.ts')).kk,
    ru: async () => (await import('./deputy-ru.ts')).ru,
    en: async () => (await import('./deputy-en.ts')).en,
  },
  schedules: {
    kk: async () => (await import('./schedules-kk.ts')).kk,
    ru: async () => (await import('./schedules-ru.ts')).ru,
    en: async () => (await import('./schedules-en.ts')).en,
  },
  commitment: {
    kk: async () => (await import('./commitment-kk.ts')).kk,
    ru: async () => (await import('./commitment-ru.ts')).ru,
    en: async () => (await import('./commitment-en.ts')).en,
  },
  planning: {
    kk: async () => (await import('./planning-kk.ts')).kk,
    ru: async () => (await import('./planning-ru.ts')).ru,
    en: async () => (await import('./planning-en.ts')).en,
  },
  proposing: {
    kk: async () => (await import('./proposing-kk.ts')).kk,
    ru: async () => (await import('./proposing-ru.ts')).ru,
    en: async () => (await import('./proposing-en.ts')).en,
  },
  steps: {
    kk: async () => (await import('./steps-kk.ts')).kk,
    ru: async () => (await import('./steps-ru.ts')).ru,
    en: async () => (await import('./steps-en.ts')).en,
  },
  outbox: {
    kk: async () => (await import('./outbox-kk.ts')).kk,
    ru: async () => (await import('./outbox-ru.ts')).ru,
    en: async () => (await import('./outbox-en.ts')).en,
  },
} satisfies Record<string, Record<Language, () => Promise<Partial<Record<MessageKey, Message>>>>>;
type Near = keyof typeof partLoaders;
type Part = Near | keyof typeof furtherLoaders;

/** The texts of a part; what loads those of pages where nobody begins comes only then. */
const textsOf = async (part: Part, of: Language): Promise<Partial<Record<MessageKey, Message>>> =>
  part in partLoaders
    ? partLoaders[part as Near][of]()
    : (await import('./further-parts.ts')).furtherLoaders[part as keyof typeof furtherLoaders][of]();

const spoken = signal<{ language: Language; messages: Partial<Record<MessageKey, Message>> } | null>(null);
/** The parts that were asked for, each done once its texts are there. */
const learned = new Map<Part, Promise<void>>();
let wanted: Language = 'kk';
let speaking = Promise.resolve();

/** The language of the page, once its texts have come. */
export const language = computed<Language>(() => spoken.value?.language ?? 'kk');
const plurals = computed(() => new Intl.PluralRules(language.value));

/** Loads the texts of a language, then speaks it; `chosen` by the person, it is remembered. */
export function speak(next: Language, chosen = false): Promise<void> {
  speaking = change(next, chosen);
  return speaking;
}

async function change(next: Language, chosen: boolean): Promise<void> {
  wanted = next;
  const parts = [...learned.keys()].map((part) => textsOf(part, next));
  const messages = Object.assign({}, ...(await Promise.all([loaders[next](), ...parts])));
  // Another language may have been asked for meanwhile.
  if (wanted !== next) return;
  document.documentElement.lang = next;
  if (chosen) rememberLanguage(next);
  spoken.value = { language: next, messages };
}

/** Loads the texts of a page beside those that are there, in whatever language is spoken. */
export function learn(part: Part): Promise<void> {
  let done = learned.get(part);
  if (done === undefined) {
    done = add(part);
    learned.set(part, done);
    done.catch(() => learned.delete(part));
  }
  return done;
}

async function add(part: Part): Promise<void> {
  await speaking;
  if (spoken.value === null) return;
  const { language: now } = spoken.value;
  const texts = await textsOf(part, now);
  const { language: next, messages } = spoken.value;
  // If another language came meanwhile, the part came with it; other parts may have come beside this one.
  if (next === now) spoken.value = { language: now, messages: { ...messages, ...texts } };
}

/** The text of a key in the language of the page. Components that call it follow a change of language. */
export function t(key: MessageKey, values: Values = {}): string {
  const message = spoken.value?.messages[key] ?? key;
  return fill(message, values, plurals.value, number);
}

/** Is there a text of this key, in the parts that were learned? */
export const knows = (key: string): key is MessageKey => key in (spoken.value?.messages ?? {});

export const number = (value: number, digits = 1): string => formatNumber(language.value, value, digits);
export const date = (value: string): string => formatDate(language.value, value);
export const moment = (value: string): string => formatMoment(language.value, value);
export const quarter = (value: Quarter): string => formatQuarter(language.value, value);

/** A name in a language, else in the first that has it. */
export const nameIn = (names: Names, asked: Language): string => names[asked] || names.kk || names.ru || names.en;

/** A name in the language of the page, else in the first that has it. */
export const nameOf = (names: Names): string => nameIn(names, language.value);
