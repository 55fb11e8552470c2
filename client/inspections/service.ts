// What the service offers of inspection routes. The shapes are the server's own.
import type { SettlementSummary } from '../../server/country/schema.ts';
import type { Language } from '../i18n/language.ts';
import { request } from '../store/request.ts';
import { type RoutesView, writeView } from './address.ts';

export const routesAddress = (view: RoutesView): string => `/api/inspections/routes${writeView(view)}`;
export const fileAddress = (view: RoutesView, format: string, language: Language): string =>
  `/api/exports/inspection-routes.${format}${writeView(view, { language })}`;

/** The places of a region from which a team may set out: its largest. */
export const largestIn = async (region: string): Promise<SettlementSummary[]> =>
  (
    await request<{ rows: SettlementSummary[] }>(
      'GET',
      `/api/settlements?region=${encodeURIComponent(region)}&sort=population&limit=60`,
    )
  ).rows;
