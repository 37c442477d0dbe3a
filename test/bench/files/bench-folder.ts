// SPDX-License-Identifier: EUPL-1.2
import { cpuSeconds } from '../measure/cpu-seconds.js';
import type { LimitReport } from '../measure/limit-report.js';
import { latencyOf, medianOf, middleOf, type Measure } from '../measure/percentiles.js';
import type { DrivePlace } from './drive-place.js';
import type { Statements } from './drive-server.js';
import { ms, type Extent } from './extent.js';
import { fillFolder } from './fill-folder.js';

const FILES = 5_000;
/** The number of requests of each kind in each round. */
const REQUESTS = 40;
/** The number of requests that are not counted: the others meet compiled code and warm caches. */
const WARM_UP = 10;

const MOST = { kilobytes: 60, p95: 60, more: 20, statements: 13 };
/** A page that reads nothing from the database but the visitor. */
const FLOOR = '/accessibility';

/** Opens a folder of 5,000 files, and puts files into it and into an empty one. */
export async function benchFolder(place: DrivePlace, { rounds }: Extent, report: LimitReport): Promise<void> {
  const full = await place.newFolder('Photos');
  const filled = await fillFolder(place, full, FILES);
  const empty = await place.newFolder('Vide');
  await place.ask({ kind: 'analyse' });
  report.say(`A folder of ${FILES} files, filled by forms of 100 (${ms(filled / FILES)} a file):`);
  await benchPage(place, `${place.at}/folders/${full}`, rounds, report);
  await benchUploads(place, { full, empty }, rounds, report);
}

async function benchPage(place: DrivePlace, path: string, rounds: number, report: LimitReport): Promise<void> {
  const taken = new Map<string, Measure[]>([FLOOR, path].map((each) => [each, []]));
  for (let turn = 0; turn < WARM_UP; turn += 1) await place.teacher.page(path);
  for (let round = 0; round < rounds; round += 1) {
    for (const [each, measures] of taken) {
      const times: number[] = [];
      const before = cpuSeconds(place.pid);
      for (let turn = 0; turn < REQUESTS; turn += 1) times.push((await place.teacher.page(each)).milliseconds);
      measures.push({ ...latencyOf(times), cpu: ((cpuSeconds(place.pid) - before) * 1000) / REQUESTS });
    }
  }
  const { p95, cpu } = medianOf(taken.get(path) ?? []);
  const floor = medianOf(taken.get(FLOOR) ?? []);
  await place.ask({ kind: 'statements' });
  const { text, packed } = await place.teacher.page(path);
  const { all } = await place.ask<Statements>({ kind: 'statements' });
  report.say(
    `  p95 ${ms(p95)}, ×${(p95 / floor.p95).toFixed(1)} to a page that asks for nothing; processor ${ms(cpu)}, ×${(cpu / floor.cpu).toFixed(1)}; packed ${(packed / 1000).toFixed(1)} kB`,
  );
  report.limit('first page, p95', p95, MOST.p95, 'ms');
  report.limit('first page, size', Buffer.byteLength(text) / 1000, MOST.kilobytes, 'kB');
  report.limit('statements of opening it', all, MOST.statements, '');
}

interface Folders {
  readonly full: string;
  readonly empty: string;
}

async function benchUploads(
  place: DrivePlace,
  { full, empty }: Folders,
  rounds: number,
  report: LimitReport,
): Promise<void> {
  let sent = 0;
  const upload = async (folderId: string): Promise<number> => {
    sent += 1;
    const files = [[`n${sent}.txt`, `n ${sent}`]] as const;
    return (await place.teacher.files(`${place.at}/folders/${folderId}/files`, files)).milliseconds;
  };
  const taken = new Map<string, number[]>([full, empty].map((id) => [id, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < REQUESTS; turn += 1)
      for (const [id, times] of taken) {
        const milliseconds = await upload(id);
        if (round > 0) times.push(milliseconds);
      }
  }
  const [intoFull = NaN, intoEmpty = NaN] = [full, empty].map((id) => middleOf(taken.get(id) ?? []));
  // The next page shows the notice of an upload, and takes one more statement for it.
  await place.teacher.page(FLOOR);
  await place.ask({ kind: 'statements' });
  await upload(full);
  const { all, brick } = await place.ask<Statements>({ kind: 'statements' });
  report.say(`One upload into it ${ms(intoFull)}, into an empty one ${ms(intoEmpty)}; ${all} statements in all:`);
  report.limit('more for the full folder', intoFull - intoEmpty, MOST.more, 'ms');
  report.limit('statements of the brick for an upload', brick, MOST.statements, '');
}
