export { AboutDialog } from './AboutDialog';
export { CreditLine } from './CreditLine';
