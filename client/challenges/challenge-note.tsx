import type { ShownEvidence } from '../../server/country/schema.ts';
import type { SettlementKey } from '../../server/places/schema.ts';
import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';

/** Of a claim: that it is challenged or withdrawn, with the way to the challenge; else, for those who may, the way to challenge it. */
export function ChallengeNote({ piece, at: { regionCode, code } }: { piece: ShownEvidence; at: SettlementKey }) {
  const { id, kind, operatorCode, challenge } = piece;
  const region = encodeURIComponent(regionCode);
  if (challenge !== null) {
    return (
      <p>
        <a href={`/challenges/${region}/${challenge.number}`}>
          {t(challenge.upheld ? 'challenge.withdrawn' : 'challenge.challenged')}
        </a>
      </p>
    );
  }
  const isClaim = operatorCode !== null && (kind === 'claim' || kind === 'register');
  if (!isClaim || viewer.value!.role === 'operator') return null;
  return (
    <a
      class="button button--small"
      href={`/challenges/new?region=${region}&settlement=${encodeURIComponent(code)}&evidence=${id}`}
    >
      {t('challenge.raise')}
    </a>
  );
}
