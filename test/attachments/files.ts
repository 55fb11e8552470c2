import sharp from 'sharp';

/** A photograph as a telephone held on its side takes it: 40 × 20, red at the left, blue at the right, and where it was. */
export async function photograph(): Promise<Buffer> {
  const half = (background: string) => ({ create: { width: 20, height: 20, channels: 3 as const, background } });
  const left = await sharp(half('red')).png().toBuffer();
  const right = await sharp(half('blue')).png().toBuffer();
  return sharp({ create: { width: 40, height: 20, channels: 3, background: 'white' } })
    .composite([
      { input: left, left: 0, top: 0 },
      { input: right, left: 20, top: 0 },
    ])
    .jpeg({ quality: 95 })
    .withExif({
      IFD0: { Make: 'TelephoneOfAigul', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 10/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '71/1 26/1 0/1' },
    })
    .toBuffer()
    .then(turned);
}

/** Sets the orientation that sharp, which has turned the picture already, writes as 1: to be turned a quarter clockwise. */
function turned(jpeg: Buffer): Buffer {
  const tag = jpeg.indexOf(Buffer.from([0x12, 0x01, 0x03, 0x00, 0x01, 0x00, 0x00, 0x00]));
  if (tag < 0) throw new Error('The photograph has no orientation.');
  jpeg[tag + 8] = 6;
  return jpeg;
}

/** A plain picture of this size. */
export const picture = (width: number, height: number, format: 'jpeg' | 'png' | 'webp' | 'gif' = 'jpeg') =>
  sharp({ create: { width, height, channels: 3, background: 'green' } })
    .toFormat(format)
    .toBuffer();

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
