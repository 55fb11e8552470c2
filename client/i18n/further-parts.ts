import type { Language } from './language.ts';
import type { Message, MessageKey } from './messages.ts';

/** Texts of pages and panels where nobody begins: how they are loaded is fetched with the first of them. */
export const furtherLoaders = {
  imports: {
    kk: async () => (await import('./imports-kk.ts')).kk,
    ru: async () => (await import('./imports-ru.ts')).ru,
    en: async () => (await import('./imports-en.ts')).en,
  },
  challenges: {
    kk: async () => (await import('./challenges-kk.ts')).kk,
    ru: async () => (await import('./challenges-ru.ts')).ru,
    en: async () => (await import('./challenges-en.ts')).en,
  },
  inquiries: {
    kk: async () => (await import('./inquiries-kk.ts')).kk,
    ru: async () => (await import('./inquiries-ru.ts')).ru,
    en: async () => (await import('./inquiries-en.ts')).en,
  },
  contradictions: {
    kk: async () => (await import('./contradictions-kk.ts')).kk,
    ru: async () => (await import('./contradictions-ru.ts')).ru,
    en: async () => (await import('./contradictions-en.ts')).en,
  },
  measured: {
    kk: async () => (await import('./measured-kk.ts')).kk,
    ru: async () => (await import('./measured-ru.ts')).ru,
    en: async () => (await import('./measured-en.ts')).en,
  },
  sharing: {
    kk: async () => (await import('./sharing-kk.ts')).kk,
    ru: async () => (await import('./sharing-ru.ts')).ru,
    en: async () => (await import('./sharing-en.ts')).en,
  },
  large: {
    kk: async () => (await import('./large-kk.ts')).kk,
    ru: async () => (await import('./large-ru.ts')).ru,
    en: async () => (await import('./large-en.ts')).en,
  },
  routes: {
    kk: async () => (await import('./routes-kk.ts')).kk,
    ru: async () => (await import('./routes-ru.ts')).ru,
    en: async () => (await import('./routes-en.ts')).en,
  },
  whatif: {
    kk: async () => (await import('./whatif-kk.ts')).kk,
    ru: async () => (await import('./whatif-ru.ts')).ru,
    en: async () => (await import('./whatif-en.ts')).en,
  },
} satisfies Record<string, Record<Language, () => Promise<Partial<Record<MessageKey, Message>>>>>;
