// Shape and glyph of each mark, drawn in a box from -12 to 12 both ways; its colour is --mark-… in
// client/styles/tokens.css. The same paths are the map's symbols and the icons of list and legend.
import type { Mark } from './stage.ts';

export interface SymbolShape {
  /** What is filled with the colour of the mark, unless hollow. */
  outline: string;
  /** Filled with the colour of glyphs, its outline drawn in that of the mark. */
  hollow: boolean;
  /** Drawn over it: in the colour of glyphs on a filled shape, else in that of the mark. Empty draws nothing. */
  glyph: string;
}

const disc = 'M0-9.5A9.5 9.5 0 1 1 0 9.5A9.5 9.5 0 1 1 0-9.5Z';
const check = 'M-4.4.3L-1.3 3.5L4.6-3.4';

export const symbols: Readonly<Record<Mark, SymbolShape>> = {
  other: { outline: 'M0-4A4 4 0 1 1 0 4A4 4 0 1 1 0-4Z', hollow: true, glyph: '' },
  flagged: { outline: disc, hollow: false, glyph: '' },
  proposed: {
    outline: 'M0-12L12 0L0 12L-12 0Z',
    hollow: false,
    glyph: 'M-3.1-3.2A3.2 3.2 0 1 1 1-.3Q0 .2 0 1.9M0 5.9V6',
  },
  accepted: { outline: 'M-9-9H9V9H-9Z', hollow: false, glyph: 'M0-5V5M-5 0H5' },
  construction: { outline: 'M0-11.5L11.5 9.5H-11.5Z', hollow: false, glyph: 'M-4.5 4H4.5' },
  operational: { outline: disc, hollow: true, glyph: check },
  verified: { outline: disc, hollow: false, glyph: check },
  overdue: {
    outline: 'M-4.7-11.3H4.7L11.3-4.7V4.7L4.7 11.3H-4.7L-11.3 4.7V-4.7Z',
    hollow: false,
    glyph: 'M0-6.2V1.2M0 5.2V5.4',
  },
};

export const glyphWidth = 2.4;
export const hollowWidth = 3;
