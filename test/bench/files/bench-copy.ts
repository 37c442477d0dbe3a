// SPDX-License-Identifier: EUPL-1.2
import type { LimitReport } from '../measure/limit-report.js';
import { middleOf } from '../measure/percentiles.js';
import type { ServerProcess } from '../../services/server-process.js';
import type { DrivePlace } from './drive-place.js';
import type { Statements, Stored } from './drive-server.js';
import { ms, type Extent } from './extent.js';
import { fillFolder } from './fill-folder.js';

const FILES = 1_000;
const MOST_MS = 2_000;

/** Copies a folder of 1,000 files, beside COPY of mod_dav_fs. */
export async function benchCopy(
  place: DrivePlace,
  { rounds }: Extent,
  report: LimitReport,
  webdav: ServerProcess | undefined,
): Promise<void> {
  const { at, teacher } = place;
  const folderId = await place.newFolder('Leçons');
  await fillFolder(place, folderId, FILES);
  const intoId = await place.newFolder('Copies');
  await place.ask({ kind: 'analyse' });
  if (webdav) await fillWebdav(webdav);
  const before = await place.ask<Stored>({ kind: 'stored' });
  const [ours, theirs]: [number[], number[]] = [[], []];
  let statements = NaN;
  for (let round = 0; round <= rounds; round += 1) {
    await place.ask({ kind: 'statements' });
    const fields = [
      ['action', 'copy'],
      ['ids', folderId],
      ['to', intoId],
    ] as const;
    const { milliseconds } = await teacher.form(`${at}/picked`, fields);
    statements = (await place.ask<Statements>({ kind: 'statements' })).all;
    const peer = webdav ? await copyInWebdav(webdav, round) : NaN;
    if (round === 0) continue;
    ours.push(milliseconds);
    theirs.push(peer);
  }
  const after = await place.ask<Stored>({ kind: 'stored' });
  const beside = webdav ? `; COPY of Apache ${ms(middleOf(theirs))}, ours ×${ratio(ours, theirs)}` : '';
  report.say(`A folder of ${FILES} files is copied in ${statements} statements${beside}:`);
  report.limit('copy', middleOf(ours), MOST_MS, 'ms');
  report.limit('bytes stored twice', after.bytes - before.bytes, 0, '');
}

function ratio(ours: readonly number[], theirs: readonly number[]): string {
  return (middleOf(ours) / middleOf(theirs)).toFixed(2);
}

async function fillWebdav({ port }: ServerProcess): Promise<void> {
  const url = `http://127.0.0.1:${port}/lessons`;
  // The folder exists already when the other database was measured before.
  await (await fetch(url, { method: 'MKCOL' })).arrayBuffer();
  for (let index = 1; index <= FILES; index += 1) {
    const response = await fetch(`${url}/photo-${index}.jpg`, { method: 'PUT', body: `lessons ${index}` });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`PUT answered ${response.status}.`);
  }
}

async function copyInWebdav({ port }: ServerProcess, round: number): Promise<number> {
  const url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const response = await fetch(`${url}/lessons`, {
    method: 'COPY',
    headers: { Destination: `${url}/copy-${round}`, Depth: 'infinity', Overwrite: 'T' },
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`COPY answered ${response.status}.`);
  return performance.now() - begun;
}
