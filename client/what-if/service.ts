// What the service offers of what-ifs, one function a call. The shapes are the server's own.
import type { SavedWhatIf, SaveWhatIf } from '../../server/what-if/schema.ts';
import type { Language } from '../i18n/language.ts';
import { request } from '../store/request.ts';
import { type WhatIfView, writeView } from './address.ts';

export const choicesAddress = '/api/what-if/choices';
export const savedAddress = '/api/what-ifs';
export const answerAddress = (view: WhatIfView, language: Language): string =>
  `/api/what-if${writeView(view, { language })}`;
export const fileAddress = (view: WhatIfView, format: string): string =>
  `/api/exports/what-if.${format}${writeView(view)}`;

export const whatIfService = {
  find: (id: string) => request<SavedWhatIf>('GET', `${savedAddress}/${id}`),
  save: (body: SaveWhatIf) => request<SavedWhatIf>('POST', savedAddress, body),
  discard: (id: string) => request<undefined>('DELETE', `${savedAddress}/${id}`),
};
