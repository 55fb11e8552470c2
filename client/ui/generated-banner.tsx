import { t } from '../i18n/index.ts';
import { installation } from '../session/session.ts';

/** On every screen of the demonstration: nobody shall take it for the real country. */
export function GeneratedBanner() {
  if (!installation.value?.generated) return null;
  return <aside class="banner">{t('banner.generated')}</aside>;
}
