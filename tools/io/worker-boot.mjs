// First module of every worker thread: teaches the thread TypeScript, then runs its script.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.script);
