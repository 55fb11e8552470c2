import { useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import { nameOf, t } from '../i18n/index.ts';
import { pulsing } from '../store/changes.ts';
import { country } from '../store/state.ts';

const mostNamed = 3;

/** Tells who does not see the pulse what others have changed; it stands until they change something else. */
export function ChangedByOthers() {
  const [rows, keep] = useState<readonly number[]>([]);
  useSignalEffect(() => {
    if (pulsing.value.length > 0) keep(pulsing.value);
  });
  const { names } = country.value!;
  const named = rows.slice(0, mostNamed).map((row) => nameOf(names[row]));
  if (rows.length > mostNamed) named.push('…');
  return (
    <p class="visually-hidden" role="status">
      {rows.length > 0 && t('live.changed', { count: rows.length, names: named.join(', ') })}
    </p>
  );
}
