import { language, speak, t } from '../i18n/index.ts';
import { isLanguage, languageNames, languages } from '../i18n/language.ts';

export function LanguageChoice() {
  return (
    <select
      class="language"
      aria-label={t('language.choose')}
      value={language.value}
      onChange={({ currentTarget: { value } }) => isLanguage(value) && void speak(value, true)}
    >
      {languages.map((code) => (
        <option key={code} value={code} lang={code}>
          {languageNames[code]}
        </option>
      ))}
    </select>
  );
}
