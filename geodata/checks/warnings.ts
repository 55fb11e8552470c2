import type { ImportWarning, WarningCode } from '../../server/imports/schema.ts';
import { type Reason, reasons } from './reasons.ts';

/** What a person should know of a file that is no fault of a row: its code, and its wording on terminals. */
const warnings: Readonly<Record<WarningCode, string>> = {
  'is-workbook': 'The file is named {extension} but is an .xlsx workbook: it was read as one.',
  'is-csv': 'The file is named {extension} but is a CSV: it was read as one.',
  'first-sheet': 'Only the first sheet, {sheet}, was read of {sheets}.',
  'no-projection': 'The Shapefile has no .prj: its coordinates are taken for longitude and latitude.',
  repaired: 'line {line}: "{position}": {reason}; it was repaired.',
  'not-places': '{count} rows are no populated places and were left out.',
  'outside-settlements': '{count} points lie in no settlement that is given as a polygon, and were left out.',
  'no-boundaries': 'No boundaries are known: load the boundaries of the regions first to check where places lie.',
  'regions-added': 'Regions were added without boundaries: {regions}.',
  'settlements-stay': '{count} settlements stay in the region where they have assignments.',
  'classifier-alone': 'The classifier has no coordinates: load boundaries and settlements beside it.',
  'operators-added': 'Operators were added: {operators}.',
  'other-dataset': '{count} rows stand already in another dataset, and stay there.',
  'evidence-by-extent': 'No boundaries are known: evidence was placed by the extent of the settlements.',
  'no-programme': 'No programme is set: nothing was assessed.',
};

export function warning(code: WarningCode, values: ImportWarning['values'] = {}): ImportWarning {
  return { code, values };
}

/** `Operators were added: Кселл (ksell).` */
export function warningInWords({ code, values }: ImportWarning): string {
  return warnings[code].replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'reason' ? reasons[values.reason as Reason] : String(values[name]),
  );
}
