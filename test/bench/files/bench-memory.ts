// SPDX-License-Identifier: EUPL-1.2
import type { LimitReport } from '../measure/limit-report.js';
import { forgetPeak, peakMemory } from '../measure/peak-memory.js';
import { middleOf } from '../measure/percentiles.js';
import { sendLarge } from './bench-transfer.js';
import type { DrivePlace } from './drive-place.js';
import type { Found } from './drive-server.js';
import type { Extent } from './extent.js';
import { timeDownload } from './transfer.js';

const MEGABYTE = 1_000_000;
/** How many times the file of the transfer is sent, in megabytes: 1 GB for 256 MB. */
const TIMES = 4;
const MOST_MORE = 20;

/** The most memory that the host has while it takes and sends a small file, and a large one. */
export async function benchMemory(place: DrivePlace, { rounds, mb }: Extent, report: LimitReport): Promise<void> {
  const cookie = await place.cookieOf(place.teacherId);
  const peaks = new Map<number, number[]>();
  const sizes = [1, mb * TIMES];
  for (let round = 0; round <= rounds; round += 1) {
    for (const size of sizes) {
      const peak = await peakOf(place, cookie, size, round);
      if (round > 0) peaks.set(size, [...(peaks.get(size) ?? []), peak / MEGABYTE]);
    }
  }
  const [small, large] = sizes.map((size) => middleOf(peaks.get(size) ?? []));
  report.say(`Most memory with 1 MB: ${small?.toFixed(0)} MB; with ${mb * TIMES} MB: ${large?.toFixed(0)} MB.`);
  report.limit('more memory for the large file', Math.round((large ?? NaN) - (small ?? NaN)), MOST_MORE, 'MB');
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
