interface Properties<Value extends string> {
  id: string;
  value: Value | '';
  options: readonly { value: Value; label: string }[];
  /** What choosing nothing is called; without it something must be chosen. */
  empty?: string;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  change(value: Value | ''): void;
}

/** The browser's own select. */
export function Select<Value extends string>({ value, options, empty, change, ...given }: Properties<Value>) {
  return (
    <select {...given} value={value} onChange={(event) => change(event.currentTarget.value as Value | '')}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
