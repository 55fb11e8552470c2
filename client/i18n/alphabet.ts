// Browsers do not all ship the Kazakh collation, so names are ordered here.
// The Kazakh alphabet holds every Russian letter, so one order serves both.
const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const firstLetter = 0x1000;
const places = new Map([...alphabet].map((letter, place) => [letter, String.fromCharCode(firstLetter + place)]));

/** A text whose order by code units is the alphabetical order of the name. */
export function sortKey(name: string): string {
  let key = '';
  for (const letter of name.toLowerCase()) key += places.get(letter) ?? letter;
  return key;
}
