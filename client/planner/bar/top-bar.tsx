import { useEffect } from 'preact/hooks';
import type { MessageKey } from '../../i18n/messages.ts';
import { nameOf, t } from '../../i18n/index.ts';
import { Bell } from '../../notices/bell.tsx';
import { Account } from '../../session/account.tsx';
import { mayPlan } from '../../session/session.ts';
import { ShareButton } from '../../sharing/share-button.tsx';
import { undoStack } from '../../store/acting.ts';
import { connected } from '../../store/changes.ts';
import { programme } from '../../store/state.ts';
import { Icon } from '../../ui/icon.tsx';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { PageLinks } from '../../ui/page-links.tsx';
import { openDialog } from '../dialogs.ts';
import { redo, undo } from '../undoing.ts';

/** The head of the page: programme, undo and redo, history, pages, language, account. */
export function TopBar() {
  const title = programme.value ? nameOf(programme.value.names) : t('planner.title');
  useEffect(() => void (document.title = `${title} · Baylanys`), [title]);
  return (
    <header class="top-bar">
      <a class="brand" href="/">
        Baylanys
      </a>
      <h1 class="top-bar__title">{title}</h1>
      {!connected.value && (
        <p class="top-bar__lost" role="status">
          {t('feed.lost')}
        </p>
      )}
      <nav class="top-bar__actions" aria-label={t('bar.page')}>
        <PageLinks />
        {mayPlan() && <UndoButtons />}
        {mayPlan() && (
          <IconButton icon="history" label="history.title" press={() => (openDialog.value = { type: 'history' })} />
        )}
        <ShareButton icon />
        <IconButton icon="help" label="help.title" keys="?" press={() => (openDialog.value = { type: 'help' })} />
        <Bell />
        <LanguageChoice />
        <Account />
      </nav>
    </header>
  );
}

interface IconButtonProperties {
  icon: Parameters<typeof Icon>[0]['name'];
  label: MessageKey;
  keys?: string;
  /** There is nothing to do; the button keeps the focus that it has. */
  disabled?: boolean;
  press(): void;
}

function IconButton({ icon, label, keys, disabled, press }: IconButtonProperties) {
  return (
    <button
      type="button"
      class="button button--icon"
      aria-label={t(label)}
      aria-keyshortcuts={keys}
      title={t(label)}
      aria-disabled={disabled}
      onClick={() => disabled || press()}
    >
      <Icon name={icon} />
    </button>
  );
}

function UndoButtons() {
  const { undo: undoable, redo: redoable } = undoStack.value;
  return (
    <>
      <IconButton
        icon="undo"
        label="undo.undo"
        keys="Control+Z"
        disabled={undoable.length === 0}
        press={() => void undo()}
      />
      <IconButton
        icon="redo"
        label="undo.redo"
        keys="Control+Shift+Z"
        disabled={redoable.length === 0}
        press={() => void redo()}
      />
    </>
  );
}
