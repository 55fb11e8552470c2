import { language, speak, t } from '../i18n/index.ts';
import { isLanguage, type Language, languageNames, languages } from '../i18n/language.ts';
import { fetchCode } from '../store/code.ts';
import { notifyProblem } from './notify-problem.ts';

const choose = (chosen: Language): Promise<void> =>
  fetchCode(() => speak(chosen, true)).catch((problem: unknown) => notifyProblem(problem, 'language.failed'));

export function LanguageChoice() {
  return (
    <select
      class="language"
      aria-label={t('language.choose')}
      value={language.value}
      onChange={({ currentTarget: { value } }) => isLanguage(value) && void choose(value)}
    >
      {languages.map((code) => (
        <option key={code} value={code} lang={code}>
          {languageNames[code]}
        </option>
      ))}
    </select>
  );
}
