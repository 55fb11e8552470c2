/** Pixels of the longer side at most, as the service keeps photographs. */
const longest = 2048;
const quality = 0.8;

/** The size that fits, with the same proportions; what fits already stays. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A photograph drawn anew on the device, upright and small enough for a slow line. @throws where it cannot be read */
export async function shrink(photograph: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photograph, { imageOrientation: 'from-image' });
  const { width, height } = fitted(picture.width, picture.height);
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const drawing = canvas.getContext('2d')!;
  // What is clear in a PNG would come out black.
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, width, height);
  drawing.drawImage(picture, 0, 0, width, height);
  picture.close();
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob === null ? fail(new Error('no picture')) : done(blob)), 'image/jpeg', quality),
  );
}
