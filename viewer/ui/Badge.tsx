import type { ReactNode } from 'react';
import styles from './badge.module.css';

/** A small word that marks something: "render", "360°". */
export function Badge(props: { readonly children: ReactNode; readonly tone?: 'gold' | 'mist' }) {
  return (
    <span className={styles['badge']} data-tone={props.tone ?? 'mist'}>
      {props.children}
    </span>
  );
}
