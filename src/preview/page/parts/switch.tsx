/** A row of buttons of which one is pressed: radio buttons in the look of a toolbar. */
import { useId } from 'preact/hooks';
import type { Choice } from './select.tsx';

export interface SwitchChoice<T extends string> extends Choice<T> {
  /** Language of the label, where it is not the interface's. */
  readonly lang?: string;
}

interface SwitchProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly SwitchChoice<T>[];
  readonly onChange: (value: T) => void;
}

/** Native radio buttons: arrow keys go from one to the next, in both directions of writing. */
export function Switch<T extends string>({ label, value, choices, onChange }: SwitchProps<T>) {
  const name = useId();
  return (
    <fieldset class="switch">
      <legend class="for-readers">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="switch-choice" lang={choice.lang}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
