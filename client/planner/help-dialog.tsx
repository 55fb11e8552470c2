import { showFirstSteps } from '../first-run/dismissed.ts';
import { t } from '../i18n/index.ts';
import { mayPlan } from '../session/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { openRow } from '../store/state.ts';
import { closeDialog } from './dialogs.ts';
import { letterKeys, setLetterKeys } from './keys.ts';

const keys = [
  ['/', 'help.search'],
  ['↑ ↓', 'help.arrows'],
  ['Space', 'help.space'],
  ['Enter', 'help.enter'],
  ['Shift + ↑ ↓', 'help.range'],
  ['Ctrl + A', 'help.all'],
  ['B', 'help.box'],
  ['L', 'help.lasso'],
  ['V', 'help.view'],
  ['A', 'help.assign'],
  ['Ctrl + Z', 'help.undo'],
  ['Ctrl + Shift + Z', 'help.redo'],
  ['Esc', 'help.escape'],
  ['?', 'help.help'],
] as const;

/** The keys of the page, the map by keyboard, and the first steps once more. */
export function HelpDialog() {
  return (
    <Dialog title={t('help.title')} close={closeDialog} side>
      <table class="table">
        <tbody>
          {keys.map(([key, text]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{t(text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="choice">
        <input
          type="checkbox"
          checked={letterKeys.value}
          onChange={({ currentTarget }) => setLetterKeys(currentTarget.checked)}
        />
        {t('help.letters')}
      </label>
      <h3>{t('help.map-title')}</h3>
      <p>{t('help.map')}</p>
      <p>{t('help.pointer')}</p>
      {mayPlan() ? (
        <button
          type="button"
          class="button"
          onClick={() => {
            showFirstSteps();
            openRow(null);
            closeDialog();
          }}
        >
          {t('help.first-steps')}
        </button>
      ) : (
        <a class="button" href="/" onClick={showFirstSteps}>
          {t('help.first-steps')}
        </a>
      )}
    </Dialog>
  );
}
