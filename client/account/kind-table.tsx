import type { NoticeKind, OwnAccount } from '../../server/notices/schema.ts';
import { t } from '../i18n/index.ts';

interface Properties {
  account: OwnAccount;
  change(changes: Partial<OwnAccount>): void;
}

type Muted = 'mutedProduct' | 'mutedMail';
const ways: readonly Muted[] = ['mutedProduct', 'mutedMail'];

/** What one is told of, here and by mail: a checkbox for each. */
export function KindTable({ account, change }: Properties) {
  function set(way: Muted, kind: NoticeKind, wanted: boolean): void {
    const others = account[way].filter((one) => one !== kind);
    change({ [way]: wanted ? others : [...others, kind] });
  }
  const headings = { mutedProduct: t('account.in-product'), mutedMail: t('account.by-mail') };
  return (
    <table class="table account__kinds">
      <thead>
        <tr>
          <th scope="col">{t('account.kind')}</th>
          {ways.map((way) => (
            <th key={way} scope="col">
              {headings[way]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {account.kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(`notice-kind.${kind}`)}</th>
            {ways.map((way) => (
              <td key={way}>
                <label class="account__tick">
                  <input
                    type="checkbox"
                    checked={!account[way].includes(kind)}
                    disabled={way === 'mutedMail' && account.mail === null}
                    onChange={({ currentTarget }) => set(way, kind, currentTarget.checked)}
                  />
                  <span class="visually-hidden">
                    {t(`notice-kind.${kind}`)}: {headings[way]}
                  </span>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
