import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Properties {
  label: string;
  hint?: string;
  children: (id: string, hintId: string | undefined) => ComponentChildren;
}

/** A control under its label, with a hint where one helps. */
export function Field({ label, hint, children }: Properties) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(id, hintId)}
      {hint && (
        <small id={hintId} class="muted">
          {hint}
        </small>
      )}
    </div>
  );
}
