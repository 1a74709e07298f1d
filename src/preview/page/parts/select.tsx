/** A labelled choice of one among a few. */
export interface Choice<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  /** Over the whole width, where several stand beside each other. */
  readonly wide?: boolean;
  readonly onChange: (value: T) => void;
}

export function Select<T extends string>({
  label,
  value,
  choices,
  wide,
  onChange,
}: SelectProps<T>) {
  return (
    <label class={wide ? 'field wide' : 'field'}>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value as T)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
