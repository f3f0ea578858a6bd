export { CalendarDoor } from './CalendarDoor';
export { CalendarPanel } from './LazyCalendar';
