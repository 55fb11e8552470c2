import { useEffect, useState } from 'preact/hooks';
import type { OwnShareLink } from '../../server/sharing/schema.ts';
import { date, t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { onlyFor } from '../store/problem.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Notices, notify } from '../ui/notices.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { CopyAddress } from './copy-address.tsx';
import { dayFromNow } from './dates.ts';
import { linkAddress, sharingService } from './service.ts';

/** The page at `/share-links`: what this person has shared, and the way to close it. */
export function ShareLinksPage() {
  return (
    <div class="schedules">
      <PageHead title={t('sharing.links')} />
      <main class="schedules__body schedules__body--narrow">
        {viewer.value!.role === 'operator' ? (
          <ProblemNotice problem={onlyFor('planner', 'deputy', 'administrator')} what="sharing.forbidden" />
        ) : (
          <Links />
        )}
      </main>
      <Notices />
    </div>
  );
}

function Links() {
  const [links, setLinks] = useState<readonly OwnShareLink[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [closing, setClosing] = useState<OwnShareLink | null>(null);
  const load = () => sharingService.links().then(setLinks);
  function begin(): void {
    setProblem(null);
    load().catch(setProblem);
  }
  useEffect(begin, []);

  if (problem !== null) return <ProblemNotice problem={problem} what="sharing.load-failed" retry={begin} />;
  if (links === null) return <div class="skeleton" />;
  return (
    <>
      <p class="muted">{t('sharing.links-explained')}</p>
      {links.length === 0 && <p class="empty">{t('sharing.none')}</p>}
      <ul class="commitments">
        {links.map((link) => (
          <Item key={link.id} link={link} revoke={() => setClosing(link)} />
        ))}
      </ul>
      {closing && <RevokeDialog link={closing} close={() => setClosing(null)} revoked={load} />}
    </>
  );
}

type LinkState = 'open' | 'expired' | 'revoked';
const stateOf = ({ revokedOn, expiresOn }: OwnShareLink): LinkState =>
  revokedOn !== null ? 'revoked' : expiresOn < dayFromNow(0) ? 'expired' : 'open';

function Item({ link, revoke }: { link: OwnShareLink; revoke(): void }) {
  const { address, sharedOn, frozenOn, expiresOn, revokedOn } = link;
  const state = stateOf(link);
  return (
    <li class="commitment">
      <div class="commitment__head">
        <p>
          <strong>{t('sharing.shared-on', { date: date(sharedOn) })}</strong>
        </p>
        <span class={`state state--link-${state}`}>{t(`link-state.${state}`)}</span>
      </div>
      <p>{frozenOn === null ? t('sharing.is-live') : t('sharing.is-frozen', { date: date(frozenOn) })}</p>
      <p>
        {revokedOn === null
          ? t('sharing.until', { date: date(expiresOn) })
          : t('sharing.revoked-on', { date: date(revokedOn) })}
      </p>
      <p class="muted">
        {t('sharing.view')}: <a href={address}>{decodeURIComponent(address)}</a>
      </p>
      {state === 'open' && (
        <>
          <CopyAddress address={linkAddress(link)} />
          <p>
            <button type="button" class="button" onClick={revoke}>
              {t('sharing.revoke')}
            </button>
          </p>
        </>
      )}
    </li>
  );
}

interface RevokeProperties {
  link: OwnShareLink;
  close(): void;
  revoked(): Promise<void>;
}

function RevokeDialog({ link, close, revoked }: RevokeProperties) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    try {
      await sharingService.revoke(link.id);
      await revoked();
      close();
      notify({ text: t('sharing.revoked') });
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }
  return (
    <Dialog title={t('sharing.revoke-title')} close={close}>
      <form onSubmit={submit}>
        <p>{t('sharing.revoke-explained')}</p>
        {problem !== null && <ProblemNotice problem={problem} what="sharing.not-revoked" />}
        <footer class="dialog__foot">
          <button type="button" class="button" onClick={close}>
            {t('common.close')}
          </button>
          <button type="submit" class="button button--main" disabled={busy}>
            {busy ? t('common.saving') : t('sharing.revoke')}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
