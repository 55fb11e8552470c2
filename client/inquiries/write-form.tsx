import type { ComponentChildren } from 'preact';
import type { ShownInquiry } from '../../server/inquiries/schema.ts';
import { WriteForm as AnyWriteForm, type Writing } from '../ui/write-form.tsx';
import { newsSince } from './words.ts';

/** What a form that adds to an inquiry needs of the page. */
export interface WriteProperties extends Writing<ShownInquiry> {
  /** The inquiry as the person sees it. */
  inquiry: ShownInquiry;
}

interface Properties extends WriteProperties {
  title: string;
  effect: string;
  send(version: number): Promise<ShownInquiry>;
  children: ComponentChildren;
}

/** Adds to an inquiry that is open. */
export function WriteForm({ inquiry, ...properties }: Properties) {
  const closed = inquiry.outcome !== null;
  return (
    <AnyWriteForm
      {...properties}
      {...{ seen: inquiry, closed, news: newsSince }}
      words={{
        changed: 'inquiries.changed',
        still: closed ? 'inquiries.changed-closed' : 'inquiries.changed-open',
        notSaved: 'inquiries.not-saved',
      }}
    />
  );
}
