import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LocalizedText, Told } from '#scene';
import { useWords } from '../use-translate';
import styles from './place-card.module.css';

/** A part of the card that folds. */
export function Section(props: {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className={styles['section']} open={props.isOpen}>
      <summary>
        <h3>{props.title}</h3>
        <ChevronRight aria-hidden size={16} className={styles['turn']} />
      </summary>
      <div className={styles['inside']}>{props.children}</div>
    </details>
  );
}

/** A labelled line of a section. */
export function Line(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** A text, or why it is not known. */
export function ToldText({ fact }: { readonly fact: Told<LocalizedText> }) {
  const { text } = useWords();
  return 'told' in fact ? text(fact.told) : <UnknownText reason={fact.unknown} />;
}

/** Says that something is not known and why. */
export function UnknownText({ reason }: { readonly reason: LocalizedText }) {
  const { t, text } = useWords();
  return <span className={styles['unknown']}>{t('place.unknown', { reason: text(reason) })}</span>;
}
