/** The texts of a row of the table, from the first of them on. */
export const textCode = 0;
export const textDistrict = 1;
export const textKazakh = 2;
export const textRussian = 3;
export const textEnglish = 4;
export const textsOfRow = 5;

/** A population that nobody knows. */
export const unknownPopulation = -1;
