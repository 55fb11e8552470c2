import type { en } from './en.ts';
import type { en as challengesEn } from './challenges-en.ts';
import type { en as commitmentEn } from './commitment-en.ts';
import type { en as contradictionsEn } from './contradictions-en.ts';
import type { en as deputyEn } from './deputy-en.ts';
import type { en as importsEn } from './imports-en.ts';
import type { en as inquiriesEn } from './inquiries-en.ts';
import type { en as largeEn } from './large-en.ts';
import type { en as measuredEn } from './measured-en.ts';
import type { en as noticesEn } from './notices-en.ts';
import type { en as outboxEn } from './outbox-en.ts';
import type { en as planningEn } from './planning-en.ts';
import type { en as proposingEn } from './proposing-en.ts';
import type { en as schedulesEn } from './schedules-en.ts';
import type { en as sharingEn } from './sharing-en.ts';
import type { en as routesEn } from './routes-en.ts';
import type { en as stepsEn } from './steps-en.ts';
import type { en as whatIfEn } from './whatif-en.ts';

/** A text with one form for each plural category that its language has; `other` is always there. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
export type Message = string | Plural;

/** What each language file must give: every key, worded. */
export type Messages = Readonly<Record<keyof typeof en, Message>>;
/** The same of the texts that come with the page of data files. */
export type ImportsMessages = Readonly<Record<keyof typeof importsEn, Message>>;
/** The same of the texts that come with the pages of challenges. */
export type ChallengesMessages = Readonly<Record<keyof typeof challengesEn, Message>>;
/** The same of the texts that come with the pages of inquiries. */
export type InquiriesMessages = Readonly<Record<keyof typeof inquiriesEn, Message>>;
/** The same of the texts that come with the pages of schedules. */
export type SchedulesMessages = Readonly<Record<keyof typeof schedulesEn, Message>>;
/** The same of the texts that come with what is shared. */
export type SharingMessages = Readonly<Record<keyof typeof sharingEn, Message>>;
/** The same of the texts that come with the list of notices and the page of one's account. */
export type NoticesMessages = Readonly<Record<keyof typeof noticesEn, Message>>;
/** The same of the texts that come with the page of coverage. */
export type DeputyMessages = Readonly<Record<keyof typeof deputyEn, Message>>;
/** The same of the texts that come with the page of a commitment. */
export type CommitmentMessages = Readonly<Record<keyof typeof commitmentEn, Message>>;
/** The same of the texts that come with a large country. */
export type LargeMessages = Readonly<Record<keyof typeof largeEn, Message>>;
/** The same of the texts that come with the outbox. */
export type OutboxMessages = Readonly<Record<keyof typeof outboxEn, Message>>;
/** The same of the texts of the first steps. */
export type StepsMessages = Readonly<Record<keyof typeof stepsEn, Message>>;
/** The same of the texts that come with the register of contradictions. */
export type ContradictionsMessages = Readonly<Record<keyof typeof contradictionsEn, Message>>;
/** The same of the texts of what tests amount to. */
export type MeasuredMessages = Readonly<Record<keyof typeof measuredEn, Message>>;
/** The same of the texts that come with the page of what-ifs. */
export type WhatIfMessages = Readonly<Record<keyof typeof whatIfEn, Message>>;
/** The same of the texts that come with the page of inspection routes. */
export type RoutesMessages = Readonly<Record<keyof typeof routesEn, Message>>;
/** The same of the texts that come with the page of plan scenarios. */
export type PlanningMessages = Readonly<Record<keyof typeof planningEn, Message>>;
/** The same of the texts with which plans are asked for. */
export type ProposingMessages = Readonly<Record<keyof typeof proposingEn, Message>>;
export type MessageKey =
  | keyof typeof en
  | keyof typeof importsEn
  | keyof typeof schedulesEn
  | keyof typeof commitmentEn
  | keyof typeof outboxEn
  | keyof typeof deputyEn
  | keyof typeof challengesEn
  | keyof typeof contradictionsEn
  | keyof typeof measuredEn
  | keyof typeof inquiriesEn
  | keyof typeof sharingEn
  | keyof typeof noticesEn
  | keyof typeof largeEn
  | keyof typeof routesEn
  | keyof typeof whatIfEn
  | keyof typeof planningEn
  | keyof typeof proposingEn
  | keyof typeof stepsEn;

export type Values = Readonly<Record<string, string | number>>;

/**
 * The text of a message with its `{names}` filled in.
 * @param count chooses the plural form
 * @param format writes the numbers
 */
export function fill(
  message: Message,
  values: Values,
  rules: Intl.PluralRules,
  format: (value: number) => string,
): string {
  const form = typeof message === 'string' ? message : (message[rules.select(Number(values.count))] ?? message.other);
  return form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? format(value) : (value ?? `{${name}}`);
  });
}
