import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Actions } from './actions';
import type { AppState, AppStore } from './store';

/** What features share: the store and what can be done to it. */
export interface App {
  readonly store: AppStore;
  readonly actions: Actions;
  /** The present instant; given, so that tests choose it. */
  readonly now: () => Date;
}

/** Given by the app's root. */
export const AppContext = createContext<App | null>(null);

/** The page's store and actions. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new TypeError('Expected an AppContext around this component, found none.');
  return app;
}

/** A narrow part of the state; the component is drawn again when that part changes. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select);
}
