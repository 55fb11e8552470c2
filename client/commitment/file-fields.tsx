import { useEffect, useId, useState } from 'preact/hooks';
import type { AttachmentKind } from '../../server/attachments/schema.ts';
import { t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { HeldFile } from '../outbox/entry.ts';
import { fileById } from '../outbox/store.ts';
import { Icon } from '../ui/icon.tsx';
import { shrink } from './shrink.ts';

/** Bytes of the largest document that the service takes. */
const largest = 16 * 1024 * 1024;

interface Properties {
  files: readonly HeldFile[];
  attach(kind: AttachmentKind, fileName: string, bytes: Blob): Promise<void>;
  detach(id: string): void;
  /** The bytes of a file that lies on the device; where it is not said, those that the outbox keeps. */
  bytesOf?(id: string): Promise<Blob | undefined>;
  /** Photographs that are being made smaller: until then they are not of the entry. */
  preparing: number;
  setPreparing(change: (count: number) => number): void;
}

/** Photographs, taken now or before, and documents; each can be taken out again. */
export function FileFields({ files, attach, detach, bytesOf = fileById, preparing, setPreparing }: Properties) {
  const [wrong, setWrong] = useState<readonly { name: string; why: MessageKey }[]>([]);

  async function take(list: FileList | null, kind: AttachmentKind): Promise<void> {
    const chosen = [...(list ?? [])];
    setWrong([]);
    setPreparing((count) => count + chosen.length);
    // One after the other: a telephone has no memory for many.
    for (const file of chosen) {
      const why = kind === 'photograph' ? await photograph(file) : await document(file);
      if (why !== null) setWrong((before) => [...before, { name: file.name, why }]);
      setPreparing((count) => count - 1);
    }
  }
  async function photograph(file: File): Promise<MessageKey | null> {
    const small = await shrink(file).catch(() => null);
    if (small === null) return 'files.not-a-photograph';
    await attach('photograph', file.name || 'photograph.jpg', small);
    return null;
  }
  async function document(file: File): Promise<MessageKey | null> {
    if (file.size > largest) return 'files.too-large';
    if ((await file.slice(0, 5).text()) !== '%PDF-') return 'files.not-a-pdf';
    await attach('document', file.name || 'document.pdf', file);
    return null;
  }

  return (
    <div class="files">
      <div class="files__choosers">
        <Chooser label={t('files.take')} accept="image/*" capture take={(list) => void take(list, 'photograph')} />
        <Chooser label={t('files.choose')} accept="image/*" take={(list) => void take(list, 'photograph')} />
        <Chooser label={t('files.document')} accept="application/pdf" take={(list) => void take(list, 'document')} />
      </div>
      <p role="status">{preparing > 0 && t('files.preparing', { count: preparing })}</p>
      {wrong.map(({ name, why }) => (
        <p key={name} class="notice notice--error" role="alert">
          {t(why, { name })}
        </p>
      ))}
      <ul class="files__list">
        {files.map((file) => (
          <li key={file.id}>
            {file.kind === 'photograph' ? <Preview {...{ file, bytesOf }} /> : <Icon name="list" />}
            <span>{file.fileName}</span>
            <button
              type="button"
              class="button button--icon"
              aria-label={t('files.remove', { name: file.fileName })}
              onClick={() => detach(file.id)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ChooserProperties {
  label: string;
  accept: string;
  /** Opens the camera where there is one. */
  capture?: boolean;
  take(files: FileList | null): void;
}

function Chooser({ label, accept, capture = false, take }: ChooserProperties) {
  const id = useId();
  return (
    <span class="files__chooser">
      <input
        id={id}
        type="file"
        class="visually-hidden"
        accept={accept}
        capture={capture ? 'environment' : undefined}
        multiple={!capture}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = '';
        }}
      />
      <label for={id} class="button">
        {label}
      </label>
    </span>
  );
}

/** A photograph that lies on the device. */
function Preview({ file, bytesOf }: { file: HeldFile } & Required<Pick<Properties, 'bytesOf'>>) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    let made = '';
    void bytesOf(file.id).then((bytes) => {
      if (bytes !== undefined) setAddress((made = URL.createObjectURL(bytes)));
    });
    return () => URL.revokeObjectURL(made);
  }, [file.id]);
  return address === '' ? <span class="thumbnail" /> : <img class="thumbnail" src={address} alt="" />;
}
