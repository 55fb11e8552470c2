import { signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import { choose } from './queue.ts';
import { sizeText } from './size.ts';
import { largestFile } from './upload.ts';

const over = signal(false);
const tooLarge = signal<readonly File[]>([]);

function take(list: FileList | null | undefined): void {
  const chosen = [...(list ?? [])];
  tooLarge.value = chosen.filter(({ size }) => size > largestFile);
  choose(chosen.filter(({ size }) => size <= largestFile));
}

/** Where files are chosen, or dropped. */
export function Chooser() {
  const id = useId();
  return (
    <section
      class={over.value ? 'chooser chooser--over' : 'chooser'}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        take(event.dataTransfer?.files);
      }}
    >
      <p class="chooser__line">
        <input
          id={id}
          type="file"
          class="visually-hidden"
          multiple
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => {
            take(currentTarget.files);
            currentTarget.value = '';
          }}
        />
        <label for={id} class="button button--main">
          <Icon name="upload" />
          {t('imports.choose')}
        </label>
        <span class="chooser__drop">{t('imports.drop')}</span>
      </p>
      <p id={`${id}-hint`} class="muted">
        {t('imports.forms')}
      </p>
      {tooLarge.value.map((file) => (
        <p key={file.name} class="notice notice--error" role="alert">
          {t('imports.too-large', { name: file.name, size: sizeText(file.size) })}
        </p>
      ))}
    </section>
  );
}
