import type { ComponentChildren } from 'preact';
import type { ShownChallenge } from '../../server/challenges/schema.ts';
import { t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Field } from '../ui/field.tsx';
import { WriteForm, type Writing } from '../ui/write-form.tsx';
import { newsSince } from './words.ts';

/** What a form that adds to a challenge needs of the page. */
export interface ChallengeWriting extends Writing<ShownChallenge> {
  /** The challenge as the person sees it. */
  challenge: ShownChallenge;
}

interface Properties extends ChallengeWriting {
  title: string;
  effect: string;
  closed: boolean;
  send(version: number): Promise<ShownChallenge>;
  children: ComponentChildren;
}

/** Adds to a challenge. */
export function ChallengeForm({ challenge, ...properties }: Properties) {
  return (
    <WriteForm
      {...properties}
      {...{ seen: challenge, news: newsSince }}
      words={{ changed: 'challenges.changed', still: 'challenges.changed-still', notSaved: 'challenges.not-saved' }}
    />
  );
}

interface TextProperties {
  label: MessageKey;
  hint?: MessageKey;
  text: string;
  change(text: string): void;
}

/** What a side says, in words. */
export function TextField({ label, hint, text, change }: TextProperties) {
  return (
    <Field label={t(label)} hint={hint && t(hint)}>
      {(id, hintId) => (
        <textarea
          id={id}
          aria-describedby={hintId}
          required
          maxLength={10_000}
          rows={6}
          value={text}
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      )}
    </Field>
  );
}
