// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, writeFileSync } from 'node:fs';
import type { LimitReport } from '../measure/limit-report.js';
import { middleOf } from '../measure/percentiles.js';
import { sendLarge } from './bench-transfer.js';
import type { DrivePlace } from './drive-place.js';
import type { Found } from './drive-server.js';
import type { Extent } from './extent.js';
import { timeDownload } from './transfer.js';

const MEGABYTE = 1_000_000;
/** The size of the file as a multiple of that of the transfer, in megabytes: 1 GB for 256 MB. */
const TIMES = 4;
/**
 * The size, in megabytes, of a file that fills the buffers: Node.js collects them once 32 MB wait, and the memory must not grow from there.
 */
const FULL_BUFFERS = 64;
const MOST_MORE = 20;

/** The largest amount of memory that the host has while it takes and sends a small file, one that fills the buffers, and a large one. */
export async function benchMemory(place: DrivePlace, { rounds, mb }: Extent, report: LimitReport): Promise<void> {
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
