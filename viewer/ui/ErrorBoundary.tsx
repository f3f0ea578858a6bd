import { Component, type ReactNode } from 'react';
import { Button } from './Button';
import styles from './error-boundary.module.css';

interface Props {
  readonly children: ReactNode;
  readonly message: string;
  readonly retryLabel: string;
}

/** Keeps a failure in one part of the page there: says so and offers to try again. */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className={styles['failure']} role="alert">
        <p>{this.props.message}</p>
        <Button variant="primary" onClick={() => this.setState({ hasFailed: false })}>
          {this.props.retryLabel}
        </Button>
      </div>
    );
  }
}
