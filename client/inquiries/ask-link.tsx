import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { askAddress, type AskAbout } from './draft.ts';

/** The way to ask about a place or a figure, for those who may: deputies. */
export function AskLink({ about }: { about: AskAbout }) {
  if (viewer.value?.role !== 'deputy') return null;
  return (
    <a class="button button--small" href={askAddress(about)}>
      {t('inquiry.ask')}
    </a>
  );
}
