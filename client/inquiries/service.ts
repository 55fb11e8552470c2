// What the service offers of inquiries, one function a call. The shapes are the server's own.
import type { SettlementDetail } from '../../server/country/schema.ts';
import type { Answer, Ask, Conclude, InquiryKey, ShownInquiry } from '../../server/inquiries/schema.ts';
import { request } from '../store/request.ts';
import { service } from '../store/service.ts';
import { type InquiryFilters, writeFilters } from './address.ts';

const of = ({ regionCode, number }: InquiryKey) => `/inquiries/${encodeURIComponent(regionCode)}/${number}`;

export const inquiriesService = {
  list: (filters: InquiryFilters, limit: number) => {
    const query = new URLSearchParams(writeFilters(filters));
    query.set('limit', String(limit));
    return request<{ rows: ShownInquiry[]; next: string | null }>('GET', `/api/inquiries?${query}`);
  },
  find: (key: InquiryKey) => request<ShownInquiry>('GET', `/api${of(key)}`),
  ask: (body: Ask) => request<ShownInquiry>('POST', '/api/inquiries', body),
  answer: (key: InquiryKey, body: Answer) => request<ShownInquiry>('POST', `/api${of(key)}/answers`, body),
  conclude: (key: InquiryKey, body: Conclude) => request<ShownInquiry>('POST', `/api${of(key)}/outcome`, body),
  documentAddress: (key: InquiryKey, language: string) => `/api${of(key)}/document.pdf?language=${language}`,
  /** The assignments of a settlement, to ask about one of them. */
  assignments: async (regionCode: string, code: string): Promise<SettlementDetail['assignments']> =>
    (await service.settlement({ regionCode, code })).assignments,
};

/** Where the page of an inquiry is. */
export const addressOf = of;
