import { useEffect } from 'react';
import type { MonthAgenda } from '#core/calendar/month-agenda';
import { useApp } from '../../state/app-context';
import type { DatedEvent } from './dated-events';

/** Leaves on the map only where something of the month is held, as long as the calendar is open. */
export function usePlacesOnMap(agenda: MonthAgenda<DatedEvent>): void {
  const { actions } = useApp();
  useEffect(
    function showPlaces() {
      const events = [
        ...agenda.feasts.map(({ event }) => event),
        ...agenda.regular.map(({ event }) => event),
        ...agenda.undated,
      ];
      actions.foundPlaces([...new Set(events.flatMap(({ detail }) => detail.placeIds))]);
      return () => actions.foundPlaces(null);
    },
    [agenda, actions],
  );
}
