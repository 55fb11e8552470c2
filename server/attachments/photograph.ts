import sharp, { type Metadata } from 'sharp';
import { Problem } from '../http/problem.ts';
import { isHeif } from './rules.ts';

/** The longest side, in pixels, of a photograph that is kept, and of its thumbnail. */
const longestSide = 2048;
const longestSideOfThumbnail = 320;

/** Pixels of the largest photograph that is taken: those of the finest telephones. A small file may hold far more. */
const mostPixels = 64_000_000;

// The decoder knows many kinds of file; the fewer are tried on what strangers send, the better.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);

export interface Photograph {
  bytes: Buffer;
  width: number;
  height: number;
}

const refused = (refusal: string, detail: string) => new Problem(422, 'Photograph refused', detail, { refusal });

let turn: Promise<unknown> = Promise.resolve();

/** One photograph at a time is decoded, in a thread of its own: many at once would take memory and threads from all. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = turn.then(work);
  turn = result.catch(() => {});
  return result;
}

/** What a photograph says of itself, before any of it is decoded; null where it is none. */
async function header(sent: Buffer): Promise<Metadata | null> {
  if (sent.length === 0) return null;
  return sharp(sent, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
}

/**
 * Draws a photograph anew: upright, at most 2048 pixels long, as a JPEG that holds nothing but the picture.
 * Throws a Problem where the bytes are not a whole JPEG, PNG or WebP, whatever their name says.
 */
export function redraw(sent: Buffer): Promise<Photograph> {
  return inTurn(async () => {
    const about = await header(sent);
    if (about === null) {
      throw isHeif(sent)
        ? refused(
            'heic',
            'The photograph is HEIC, which cannot be read here. Send it as JPEG: on an iPhone, Settings → Camera → Formats → Most Compatible.',
          )
        : refused('not-a-photograph', 'The file is not a photograph that can be read. Send a JPEG, PNG or WebP.');
    }
    if (about.width * about.height > mostPixels) {
      throw refused(
        'too-many-pixels',
        `The photograph has ${about.width} × ${about.height} pixels; 64 million at most are taken. Send it smaller.`,
      );
    }
    try {
      const { data, info } = await sharp(sent, { limitInputPixels: mostPixels, failOn: 'error' })
        .autoOrient()
        .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: 'white' })
        .jpeg({ quality: 82 })
        .timeout({ seconds: 30 })
        .toBuffer({ resolveWithObject: true });
      return { bytes: data, width: info.width, height: info.height };
    } catch {
      throw refused('damaged', 'The photograph is damaged or cut short. Take or send it again.');
    }
  });
}

/** A small copy, as JPEG, of a photograph that was drawn anew before. */
export function thumbnailOf(kept: Buffer): Promise<Buffer> {
  const size = { width: longestSideOfThumbnail, height: longestSideOfThumbnail, fit: 'inside' } as const;
  return inTurn(() =>
    sharp(kept)
      .resize({ ...size, withoutEnlargement: true })
      .jpeg({ quality: 70 })
      .toBuffer(),
  );
}
