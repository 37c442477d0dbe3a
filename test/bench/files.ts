// SPDX-License-Identifier: EUPL-1.2
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { serviceAvailability } from '../services/index.js';
import { benchCopy } from './files/bench-copy.js';
import { benchFolder } from './files/bench-folder.js';
import { benchHandingOut } from './files/bench-handing-out.js';
import { benchTransfer, sendLarge } from './files/bench-transfer.js';
import { openDrivePlace, type DrivePlace } from './files/drive-place.js';
import type { Part, Extent } from './files/extent.js';
import { LimitReport } from './measure/limit-report.js';
import { benchOptions, profileIn, refuseUnknownPart } from './shared/bench-options.js';
import { howBusy } from './shared/how-busy.js';
import { onDatabases } from './shared/on-databases.js';
import type { ServerProcess } from '../services/server-process.js';
import { runApache } from './measure/run-apache.js';
import { middleOf } from './measure/percentiles.js';
import type { Found } from './files/drive-server.js';
import { timeDownload } from './files/transfer.js';

const MEGABYTE = 1_000_000;

/** The size of the file as a multiple of that of the transfer, in megabytes: 1 GB for 256 MB. */
const TIMES = 4;

/**
 * The size, in megabytes, of a file that fills the buffers: Node.js collects them once 32 MB wait, and the memory must not grow from there.
 */
const FULL_BUFFERS = 64;

const MOST_MORE = 20;

/** The parts of the bench. Parts in which the database hardly matters are measured on SQLite alone. */
const OF_FILES: ReadonlyMap<string, Part> = new Map([
  ['transfer', benchTransfer],
  ['memory', benchMemory],
]);
const OF_ROWS: ReadonlyMap<string, Part> = new Map([
  ['folder', benchFolder],
  ['copy', benchCopy],
  ['handing-out', benchHandingOut],
]);

/** Measures uploads and downloads, opening and copying folders, and handing out works. The exit code is 1 when a limit does not hold. */
export async function benchFiles(words: readonly string[]): Promise<void> {
  const defaults = { only: '', database: '', rounds: '5', mb: '256', 'cpu-prof': '' };
  const { only, database, rounds, mb, 'cpu-prof': profile } = benchOptions(words, defaults);
  refuseUnknownPart(only, [...OF_FILES.keys(), ...OF_ROWS.keys()]);
  const extent = { rounds: Number(rounds), mb: Number(mb) };
  const report = new LimitReport();
  const meant = (parts: ReadonlyMap<string, Part>): Part[] =>
    [...parts].flatMap(([name, part]) => (only === '' || only === name ? [part] : []));
  const ofRows = meant(OF_ROWS);
  report.say(howBusy());
  const webdav = serviceAvailability().modDavFs ? await startWebdav() : undefined;
  if (!webdav) report.say('Apache left out: sudo test/services/install.sh');
  const run = async (name: string, databaseUrl?: string): Promise<void> => {
    report.say(`\n${name}; medians of ${extent.rounds} rounds.`);
    const place = await openDrivePlace(databaseUrl, profileIn(profile));
    try {
      const parts = databaseUrl === undefined ? [...meant(OF_FILES), ...ofRows] : ofRows;
      for (const part of parts) await part(place, extent, report, webdav);
    } finally {
      await place.stop();
    }
  };
  try {
    await onDatabases(run, { only: ofRows.length === 0 ? 'sqlite' : database });
    report.say(howBusy());
  } finally {
    await webdav?.stop();
  }
  report.conclude();
}

/** Apache with mod_dav_fs and an empty folder that all may write to. */
function startWebdav(): Promise<ServerProcess> {
  return runApache(async (folder) => {
    const [files, locks] = [join(folder, 'files'), join(folder, 'locks')];
    for (const one of [files, locks]) await mkdir(one, { mode: 0o700 });
    return {
      modules: ['dav', 'dav_fs'],
      writes: [files, locks],
      lines: [
        ...['StartServers 1', 'ServerLimit 1', 'ThreadsPerChild 8', 'MaxRequestWorkers 8'],
        `DocumentRoot ${files}`,
        `DavLockDB ${locks}/lock`,
        ...[`<Directory ${files}>`, 'Dav On', 'Require all granted', '</Directory>'],
      ],
    };
  });
}

/** The largest amount of memory that the host has while it takes and sends a small file, one that fills the buffers, and a large one. */
async function benchMemory(place: DrivePlace, { rounds, mb }: Extent, report: LimitReport): Promise<void> {
  const cookie = await place.cookieOf(place.teacherId);
  const sizes = [1, FULL_BUFFERS, mb * TIMES];
  const peaks = new Map<number, number[]>(sizes.map((size) => [size, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const size of sizes) {
      const peak = await peakOf(place, cookie, size, round);
      if (round > 0) peaks.get(size)?.push(peak / MEGABYTE);
    }
  }
  const [small = NaN, full = NaN, large = NaN] = sizes.map((size) => middleOf(peaks.get(size) ?? []));
  const told = [...peaks].map(([size, those]) => `${middleOf(those).toFixed(0)} MB with ${size} MB`).join(', ');
  report.say(
    `Most memory while a file goes up and down: ${told}; ${(large - small).toFixed(0)} MB more than with 1 MB.`,
  );
  report.limit(`more than with ${FULL_BUFFERS} MB`, Math.round(large - full), MOST_MORE, 'MB');
}

async function peakOf(place: DrivePlace, cookie: string, size: number, round: number): Promise<number> {
  const { pid, url, at, rootId } = place;
  const name = `${size} MB ${round}.bin`;
  await place.ask({ kind: 'collect' });
  forgetPeak(pid);
  await sendLarge(place, cookie, { folderId: rootId, name, bytes: size * MEGABYTE });
  const { id } = await place.ask<Found>({ kind: 'node', name });
  await timeDownload(new URL(`${at}/files/${id}`, url), cookie, size * MEGABYTE);
  return peakMemory(pid);
}

/** Sets the peak of a process to what it uses now (proc(5), `/proc/PID/clear_refs`). */
function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** The largest amount of memory that a process had since then, in bytes (`VmHWM` of `/proc/PID/status`). */
function peakMemory(pid: number): number {
  const [, kilobytes = 'NaN'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
