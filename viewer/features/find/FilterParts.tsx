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

/** A wish of which there are several; while none is chosen it shows what it is about. */
export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  const { label, value, onChange, children } = props;
  return (
    <select
      className={styles['choice']}
      aria-label={label}
      data-is-on={value !== ''}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{label}</option>
      {children}
    </select>
  );
}
