// SPDX-License-Identifier: EUPL-1.2
import { stat, statfs } from 'node:fs/promises';
import type { Finding } from '../../../api/check.js';
import { nearestFolder } from './check-storage.js';
import { bad, good, warn } from './findings.js';

const GB = 1_000_000_000;
const REMEDY = 'Free space or use a larger disk: below 5 % free, files are refused.';

/** Checks the free space of the disks with these paths; each disk is reported once. */
export async function checkDisk(paths: readonly string[]): Promise<Finding[]> {
  const found = new Map<number, Finding>();
  for (const path of paths.map(nearestFolder)) {
    const { dev } = await stat(path);
    if (found.has(dev)) continue;
    const { bsize, bavail, blocks } = await statfs(path);
    found.set(dev, judgeRoom(path, bavail * bsize, blocks * bsize));
  }
  return [...found.values()];
}

/** @param free and @param total in bytes; `free` is what an ordinary account may fill */
export function judgeRoom(path: string, free: number, total: number): Finding {
  if (total === 0) return warn(`The free space of the disk of ${path} is unknown.`, `Check it with: df -h ${path}.`);
  const share = Math.round((free / total) * 100);
  const sentence = `${(free / GB).toFixed(1)} GB are free (${share} %) on the disk of ${path}.`;
  if (free < GB || free < total / 20) return bad(sentence, REMEDY);
  return free < total / 10 ? warn(sentence, REMEDY) : good(sentence);
}
