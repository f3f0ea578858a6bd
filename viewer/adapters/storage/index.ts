export { browserSettings, type SettingsStorage } from './settings';
