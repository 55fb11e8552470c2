import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import { discard, files, moveUp } from './queue.ts';
import { sizeText } from './size.ts';

/** The files that come after the one that is worked on. */
export function WaitingFiles() {
  const waiting = files.value.slice(1);
  if (waiting.length === 0) return null;
  return (
    <section class="waiting" aria-labelledby="waiting-files">
      <h2 id="waiting-files">{t('imports.waiting')}</h2>
      <ol class="waiting__files">
        {waiting.map((one, at) => (
          <li key={one.key}>
            <span class="waiting__name">{one.file.name}</span>
            <span class="muted">{sizeText(one.file.size)}</span>
            {at > 0 && (
              <button
                type="button"
                class="button button--icon"
                aria-label={t('imports.earlier', { name: one.file.name })}
                title={t('imports.earlier', { name: one.file.name })}
                onClick={() => moveUp(one)}
              >
                <span aria-hidden="true">↑</span>
              </button>
            )}
            <button
              type="button"
              class="button button--icon"
              aria-label={t('imports.remove', { name: one.file.name })}
              title={t('imports.remove', { name: one.file.name })}
              onClick={() => discard(one)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
