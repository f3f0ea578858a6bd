import '../styles/index';
import { startApp } from './start-app';

const element = document.getElementById('app');
if (!element) throw new TypeError('Expected an element with the id "app", found none.');
startApp(element);
