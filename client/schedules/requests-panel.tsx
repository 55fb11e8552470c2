import { useState } from 'preact/hooks';
import type { ChangeRequest } from '../../server/change-requests/schema.ts';
import { nameOf, number, t } from '../i18n/index.ts';
import { mayPlan } from '../session/session.ts';
import { openDialog } from './acting.ts';
import { Requested } from './requested.tsx';
import { openRequests } from './requests.ts';
import { idOf, type Row, rows } from './rows.ts';

/** The changes that wait for the ministry's decision, each with what stands and what is asked for; one or many are decided. */
export function RequestsPanel() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const byId = new Map(rows.value.map((row) => [idOf(row), row]));
  const all = openRequests.value.flatMap((request) => {
    const row = byId.get(idOf(request));
    return row === undefined ? [] : [{ request, row }];
  });
  if (all.length === 0) return null;
  const selected = all.filter(({ request }) => chosen.has(request.id));

  function choose(requests: readonly ChangeRequest[], on: boolean): void {
    const next = new Set(chosen);
    for (const { id } of requests) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  }

  return (
    <section class="panel" id="change-requests">
      <h2>
        {t('change-requests.title')} <span class="schedule-section__count">{number(all.length)}</span>
      </h2>
      <p class="muted">{t('change-requests.explained')}</p>
      {mayPlan() && (
        <div class="panel__actions">
          <label class="commitment__choice">
            <input
              type="checkbox"
              checked={selected.length === all.length}
              indeterminate={selected.length > 0 && selected.length < all.length}
              onChange={({ currentTarget }) =>
                choose(
                  all.map(({ request }) => request),
                  currentTarget.checked,
                )
              }
            />
            <span>{t('schedules.select-all', { count: all.length })}</span>
          </label>
          {(['accept', 'refuse'] as const).map((decision) => (
            <button
              key={decision}
              type="button"
              class="button"
              disabled={selected.length === 0}
              onClick={() => (openDialog.value = { type: 'decide', decision, chosen: selected })}
            >
              {t(`decide.${decision}`, { count: selected.length })}
            </button>
          ))}
        </div>
      )}
      <ul class="commitments">
        {all.map(({ request, row }) => (
          <Item
            key={request.id}
            {...{ request, row, on: chosen.has(request.id) }}
            choose={(on) => choose([request], on)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProperties {
  request: ChangeRequest;
  row: Row;
  on: boolean;
  choose(on: boolean): void;
}

function Item({ request, row, on, choose }: ItemProperties) {
  const name = <strong>{nameOf(row.names)}</strong>;
  return (
    <li class={on ? 'commitment commitment--selected' : 'commitment'}>
      {mayPlan() ? (
        <label class="commitment__choice">
          <input type="checkbox" checked={on} onChange={({ currentTarget }) => choose(currentTarget.checked)} />
          {name}
        </label>
      ) : (
        <p>{name}</p>
      )}
      <Requested {...{ row, request }} />
    </li>
  );
}
