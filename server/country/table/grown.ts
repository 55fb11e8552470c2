type Column = Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;

/** A column with all that is in it, and room for more: for twice as much, where it is not said. */
export function grown<Of extends Column>(column: Of, length = column.length * 2): Of {
  const larger = new (column.constructor as new (length: number) => Of)(length);
  larger.set(column);
  return larger;
}
