const megabyte = 1024 * 1024;

/** What a file may ask of this machine. Everything that bounds memory or time while reading stands here. */
export const limits = {
  /** Bytes that a compressed file may inflate to, all its entries together. */
  inflatedBytes: 4096 * megabyte,
  /** Inflated bytes for each compressed byte, once `ratioFrom` bytes have come out. Deflate cannot exceed 1,032. */
  ratio: 200,
  ratioFrom: 16 * megabyte,
  /** Entries of an archive. */
  entries: 1000,
  /** Bytes of a part that has to be held whole: a Shapefile's files, a workbook's sheets. */
  heldBytes: 512 * megabyte,
  /** Characters of one record: one feature, one row with its quoted line breaks. */
  featureCharacters: 128 * megabyte,
  rowCharacters: 4 * megabyte,
  /** Records looked at before reading, to recognise the file. */
  sampleRecords: 50,
} as const;
