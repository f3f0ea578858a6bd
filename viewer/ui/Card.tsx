import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button';
import styles from './card.module.css';

/** What the panel shows of one thing: the way back to the list, its name, and the rest. */
export function Card(props: {
  readonly title: string;
  readonly backLabel: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles['card']}>
      <div className={styles['back']} data-print="no">
        <Button variant="quiet" icon={<ArrowLeft aria-hidden size={18} />} onClick={props.onBack}>
          {props.backLabel}
        </Button>
      </div>
      <h2 className={styles['title']}>{props.title}</h2>
      {props.children}
    </div>
  );
}
