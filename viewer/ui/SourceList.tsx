import styles from './source-list.module.css';

/** Where facts come from: title, licence, date, and a link where there is one. */
export function SourceList(props: {
  readonly heading: string;
  readonly sources: readonly {
    readonly title: string;
    readonly licence: string | null;
    readonly url: string | null;
    readonly date: string | null;
  }[];
}) {
  if (props.sources.length === 0) return null;
  return (
    <section className={styles['sources']}>
      <h3>{props.heading}</h3>
      <ul>
        {props.sources.map((source) => (
          <li key={source.title}>
            {source.url ? (
              <a href={source.url} target="_blank" rel="noreferrer">
                {source.title}
              </a>
            ) : (
              source.title
            )}
            {[source.licence, source.date].filter(Boolean).map((part) => ` · ${part}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
