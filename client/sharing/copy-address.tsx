import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';

/** An address to be sent to somebody, and a button that copies it. */
export function CopyAddress({ address, focus = false }: { address: string; focus?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (focus) input.current!.focus();
  }, []);

  async function copy(): Promise<void> {
    input.current!.select();
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      // Without TLS browsers give no clipboard: the address is selected, to be copied by hand.
      setCopied(false);
    }
  }

  return (
    <div class="sharing__copy">
      <Field label={t('sharing.address')}>
        {(id) => (
          <input id={id} ref={input} readOnly value={address} onFocus={({ currentTarget }) => currentTarget.select()} />
        )}
      </Field>
      <button type="button" class="button button--main" onClick={() => void copy()}>
        {t('sharing.copy')}
      </button>
      <p role="status">{copied !== null && t(copied ? 'sharing.copied' : 'sharing.copy-by-hand')}</p>
    </div>
  );
}
