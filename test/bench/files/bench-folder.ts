// SPDX-License-Identifier: EUPL-1.2
import { latencyOf, middleOf } from '../measure/percentiles.js';
import type { LimitReport } from '../measure/limit-report.js';
import type { DrivePlace } from './drive-place.js';
import type { Statements } from './drive-server.js';
import { ms, type Extent } from './extent.js';
import { fillFolder } from './fill-folder.js';

const FILES = 5_000;
/** Of each kind in each round. */
const REQUESTS = 40;
/** Requests that are not counted: compiled code and warm caches are what the others meet. */
const WARM_UP = 10;

const MOST = { kilobytes: 60, p95: 60, more: 20, statements: 12 };

/** A folder of 5,000 files is opened, and files are put into it and into an empty one. */
export async function benchFolder(place: DrivePlace, { rounds }: Extent, report: LimitReport): Promise<void> {
  const { at, teacher } = place;
  const full = await place.newFolder('Photos');
  const filled = await fillFolder(place, full, FILES);
  const empty = await place.newFolder('Vide');
  await place.ask({ kind: 'analyse' });
  const page = `${at}/folders/${full}`;
  const floor = '/accessibility';
  const pages: number[] = [];
  const floors: number[] = [];
  const uploads = { full: [] as number[], empty: [] as number[] };
  let sent = 0;
  const upload = async (folderId: string): Promise<number> => {
    sent += 1;
    const { milliseconds } = await teacher.files(`${at}/folders/${folderId}/files`, [[`n${sent}.txt`, `n ${sent}`]]);
    return milliseconds;
  };
  for (let turn = 0; turn < WARM_UP; turn += 1) {
    await teacher.page(page);
    await upload(full);
    await upload(empty);
  }
  for (let round = 0; round < rounds; round += 1) {
    const [read, base, into, intoEmpty]: number[][] = [[], [], [], []];
    for (let turn = 0; turn < REQUESTS; turn += 1) {
      base?.push((await teacher.page(floor)).milliseconds);
      read?.push((await teacher.page(page)).milliseconds);
    }
    for (let turn = 0; turn < REQUESTS; turn += 1) {
      into?.push(await upload(full));
      intoEmpty?.push(await upload(empty));
    }
    pages.push(latencyOf(read ?? []).p95);
    floors.push(latencyOf(base ?? []).p95);
    uploads.full.push(latencyOf(into ?? []).p50);
    uploads.empty.push(latencyOf(intoEmpty ?? []).p50);
  }
  // The page after an upload has its notice, once.
  await teacher.page(page);
  await place.ask({ kind: 'statements' });
  const { text, packed } = await teacher.page(page);
  const opening = await place.ask<Statements>({ kind: 'statements' });
  await upload(full);
  const adding = await place.ask<Statements>({ kind: 'statements' });
  const [intoFull, intoEmpty] = [middleOf(uploads.full), middleOf(uploads.empty)];
  report.say(`A folder of ${FILES} files, filled by forms of 100 (${ms(filled / FILES)} a file):`);
  report.say(
    `  p95 ${ms(middleOf(pages))}, ×${(middleOf(pages) / middleOf(floors)).toFixed(1)} to a page that asks for nothing; packed ${(packed / 1000).toFixed(1)} kB`,
  );
  report.limit('first page, p95', middleOf(pages), MOST.p95, 'ms');
  report.limit('first page, size', Buffer.byteLength(text) / 1000, MOST.kilobytes, 'kB');
  report.limit('statements of opening it', opening.all, MOST.statements, '');
  report.say(
    `One upload into it ${ms(intoFull)}, into an empty one ${ms(intoEmpty)}; ${adding.all} statements in all:`,
  );
  report.limit('more for the full folder', intoFull - intoEmpty, MOST.more, 'ms');
  report.limit('statements of the brick for an upload', adding.brick, MOST.statements, '');
}
