import type { MessageKey } from '../i18n/messages.ts';
import { t } from '../i18n/index.ts';
import { NoMatches } from '../ui/no-matches.tsx';
import { filtersOf, unasked, type Way } from './address.ts';

/** Nothing is listed: there is nothing, or nothing that matches the filters. */
export const None = ({ way, what }: { way: Way; what: MessageKey }) =>
  filtersOf(way.at).size > 0 ? <NoMatches clear={() => way.go(unasked)} /> : <p class="empty">{t(what)}</p>;
