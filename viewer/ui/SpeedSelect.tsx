import styles from './speed-select.module.css';

/** A small choice of speeds, each as a multiple of the usual one. */
export function SpeedSelect(props: {
  readonly label: string;
  readonly speeds: readonly number[];
  readonly speedRatio: number;
  readonly textOf: (speedRatio: number) => string;
  readonly onChange: (speedRatio: number) => void;
}) {
  return (
    <select
      className={styles['speed']}
      aria-label={props.label}
      value={props.speedRatio}
      onChange={(event) => props.onChange(Number(event.currentTarget.value))}
    >
      {props.speeds.map((speed) => (
        <option key={speed} value={speed}>
          ×{props.textOf(speed)}
        </option>
      ))}
    </select>
  );
}
