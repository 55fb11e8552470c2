const plainLetters: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
};

/**
 * Text as it is searched: lower case, each of the nine Kazakh letters as the Russian
 * one that people type for it, ё as е, runs of spaces as one.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[әғқңөұүһіё]/g, (letter) => plainLetters[letter])
    .replace(/\s+/g, ' ')
    .trim();
}
