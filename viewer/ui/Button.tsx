import type { ReactNode } from 'react';
import styles from './button.module.css';

/** A button with words; `primary` is the one thing to do here. */
export function Button(props: {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly variant?: 'primary' | 'plain' | 'quiet';
  readonly icon?: ReactNode;
}) {
  return (
    <button
      type="button"
      className={styles['button']}
      data-variant={props.variant ?? 'plain'}
      onClick={props.onClick}
    >
      {props.icon}
      <span>{props.children}</span>
    </button>
  );
}

/** A button that is only a picture; its label is read and shown as a tooltip. */
export function IconButton(props: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly isExpanded?: boolean;
}) {
  return (
    <button
      type="button"
      className={styles['icon']}
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
      {...(props.isExpanded === undefined ? {} : { 'aria-expanded': props.isExpanded })}
    >
      {props.icon}
    </button>
  );
}
