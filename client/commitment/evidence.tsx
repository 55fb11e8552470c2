import type { Attachment } from '../../server/attachments/schema.ts';
import { date, t } from '../i18n/index.ts';

interface Properties {
  attachments: readonly Pick<Attachment, 'id' | 'kind' | 'fileName' | 'sentOn' | 'width' | 'height'>[];
  /** Those that are shown. */
  ids: readonly string[];
}

/** Files that prove something: photographs small, each opening the whole; documents to be saved. */
export function Evidence({ attachments, ids }: Properties) {
  const shown = attachments.filter(({ id }) => ids.includes(id));
  if (shown.length === 0) return null;
  return (
    <ul class="evidence">
      {shown.map(({ id, kind, fileName, sentOn, width, height }) => (
        <li key={id}>
          {kind === 'photograph' ? (
            <a href={`/api/attachments/${id}`} target="_blank" rel="noopener">
              <img
                class="thumbnail"
                src={`/api/attachments/${id}/thumbnail`}
                alt={t('files.photograph', { name: fileName, date: date(sentOn) })}
                width={width ?? undefined}
                height={height ?? undefined}
                loading="lazy"
              />
            </a>
          ) : (
            <a class="button" href={`/api/attachments/${id}`} download>
              {fileName}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
