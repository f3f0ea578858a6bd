import { parentPort, workerData } from 'node:worker_threads';
import { developRows } from '../tone/develop';
import type { Grade } from '../tone/grade';
import type { Job, WorkerBirth, WorkerMessage } from './messages';
import { StripPainter } from './strip-painter';
import { createWorld, fillLevelRows } from './world';

const birth = workerData as WorkerBirth;
const world = createWorld(birth.plan);
let painter: StripPainter | undefined;
let grade: Grade | undefined;

parentPort?.on('message', (message: WorkerMessage) => {
  switch (message.kind) {
    case 'scene':
      painter = new StripPainter(world, message.scene, birth.size, birth.dome);
      break;
    case 'grade':
      grade = message.grade;
      break;
    case 'job':
      work(message.job);
      parentPort?.postMessage({ kind: 'done' });
      break;
    default:
      message satisfies never;
  }
});

function work(job: Job): void {
  switch (job.kind) {
    case 'fill':
      fillLevelRows(world, job.level, job.fromRow, job.toRow);
      return;
    case 'sky':
      if (!painter) throw new TypeError('Expected the scene before the sky.');
      painter.paintSky(job.fromRow, job.toRow);
      return;
    case 'paint':
      if (!painter) throw new TypeError('Expected the scene before the first strip.');
      painter.paint(job.firstPx, birth.frame);
      return;
    case 'develop':
      if (!grade) throw new TypeError('Expected the grade before the first rows.');
      developRows(birth.frame, birth.size.widthPx, grade, job.fromRow, job.toRow, birth.picture);
      return;
    default:
      job satisfies never;
  }
}
