import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './find.module.css';

/** A wish that is there or not. */
export function Toggle(props: {
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const { children, icon, isOn, onChange } = props;
  return (
    <button
      type="button"
      className={styles['chip']}
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
    >
      {isOn ? <Check aria-hidden size={16} /> : icon}
      <span>{children}</span>
    </button>
  );
}

/** A wish of which there are several. */
export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  const { label, value, onChange, children } = props;
  return (
    <label className={styles['choice']} data-is-on={value !== ''}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}
