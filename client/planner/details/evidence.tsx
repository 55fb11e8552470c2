import type { ShownEvidence } from '../../../server/country/schema.ts';
import type { SettlementKey } from '../../../server/places/schema.ts';
import { ChallengeNote } from '../../challenges/challenge-note.tsx';
import { date, number, t } from '../../i18n/index.ts';
import type { Sampling } from '../../../server/coverage/schema.ts';
import { viewer } from '../../session/session.ts';
import { programme } from '../../store/state.ts';
import { operatorName } from '../words.ts';
import { speedText } from './assessment.tsx';

/** All evidence that speaks of the settlement, the deciding first, each with where it came from. */
export function EvidenceSection({ evidence, at }: { evidence: readonly ShownEvidence[]; at: SettlementKey }) {
  const ordered = evidence.toSorted((a, b) => Number(b.deciding) - Number(a.deciding));
  return (
    <section>
      <h3>
        {t('evidence.title')} <span class="muted">{evidence.length > 0 && number(evidence.length)}</span>
      </h3>
      {evidence.length === 0 && <p class="muted">{t('evidence.none')}</p>}
      <ul class="cards">
        {ordered.map((piece) => (
          <EvidenceCard key={piece.id} {...{ piece, at }} />
        ))}
      </ul>
    </section>
  );
}

function whereText({ where, distance, radius }: ShownEvidence): string {
  const kilometres = (metres: number) => number(metres / 1000);
  if (where === 'circle' && distance !== null && radius !== null) {
    return t('evidence.circle', { distance: kilometres(distance), radius: kilometres(radius) });
  }
  if (where === 'point' && distance !== null) return t('evidence.point', { distance: kilometres(distance) });
  return t(where === 'area' ? 'evidence.area' : 'evidence.settlement');
}

/** What the speeds are of the tests, and how well their place is known where that is too little. */
function Sampled({ sampling: { summary, accuracy } }: { sampling: Sampling }) {
  const most = programme.value!.profile.measuring.accuracy;
  const parts = [
    summary && t(`measured.${summary}`),
    accuracy !== null && accuracy > most && t('measured.coarse', { distance: number(accuracy / 1000) }),
  ];
  const text = parts.filter(Boolean).join(' · ');
  return text === '' ? null : <span class="muted"> {text}</span>;
}

function EvidenceCard({ piece, at }: { piece: ShownEvidence; at: SettlementKey }) {
  const { kind, operatorCode, technology, tests, devices, sampling, observedOn, deciding } = piece;
  const origin = [piece.source, piece.dataset, piece.fileName].filter(Boolean).join(' · ');
  return (
    <li class={deciding ? 'card card--deciding' : 'card'}>
      <p>
        <strong>{t(`kind.${kind}`)}</strong>
        {sampling && kind === 'measurement' && <Sampled sampling={sampling} />}
        {deciding && <span class="card__badge">{t('evidence.deciding')}</span>}
      </p>
      <p>
        {[operatorCode && operatorName(operatorCode), technology && t(`technology.${technology}`), speedText(piece)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="muted">
        {[
          observedOn === null ? t('evidence.undated') : date(observedOn),
          whereText(piece),
          tests !== null && t('evidence.tests', { count: tests }),
          devices !== null && t('evidence.devices', { count: devices }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="muted card__origin">
        {t('evidence.origin')} {origin}
        {piece.line !== null && `, ${t('evidence.line', { line: piece.line })}`}
      </p>
      <ChallengeNote {...{ piece, at }} />{' '}
      {viewer.value!.role !== 'operator' && (
        <a class="button button--small" href={`/what-if?evidence=${piece.id}`}>
          {t('evidence.what-if')}
        </a>
      )}
    </li>
  );
}
