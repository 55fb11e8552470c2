import { t } from '../i18n/index.ts';
import { languageNames } from '../i18n/language.ts';
import { schedulesService } from './service.ts';

const languages = ['kk', 'ru'] as const;

interface Properties {
  operatorCode: string;
  /** The baseline that is printed; null is the schedule as it stands. */
  baseline: number | null;
}

/** The schedule as the document that officials sign, and as a workbook, in the languages of the state. */
export function Documents({ operatorCode, baseline }: Properties) {
  return (['pdf', 'xlsx'] as const).map((format) =>
    languages.map((language) => (
      <a
        key={`${format} ${language}`}
        class="button"
        href={schedulesService.documentAddress(operatorCode, format, language, baseline)}
        download
      >
        {t('documents.as', { format: format.toUpperCase(), language: languageNames[language] })}
      </a>
    )),
  );
}
