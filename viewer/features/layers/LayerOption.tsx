import { type ReactNode, useId } from 'react';
import styles from './layers.module.css';

/** A layer that is on or off, or one of several: its mark, its name, and what it means. */
export function LayerOption(props: {
  /** Name of the choice it belongs to; absent for a layer of its own. */
  readonly choice?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly mark?: ReactNode;
  readonly label: string;
  readonly meaning?: string;
  readonly isDisabled?: boolean;
}) {
  const meaningId = useId();
  return (
    <div className={styles['option']}>
      <label>
        <input
          type={props.choice === undefined ? 'checkbox' : 'radio'}
          name={props.choice}
          checked={props.isOn}
          disabled={props.isDisabled}
          aria-describedby={props.meaning === undefined ? undefined : meaningId}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span className={styles['name']}>{props.label}</span>
        {props.mark}
      </label>
      {props.meaning !== undefined && (
        <p id={meaningId} className={styles['meaning']}>
          {props.meaning}
        </p>
      )}
    </div>
  );
}
