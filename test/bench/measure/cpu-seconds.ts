// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';

/** The unit of processor time in Linux, independent of the clock: sysconf(_SC_CLK_TCK). */
const TICKS = 100;

/** The processor time, in seconds, that a process and all that it started have had until now (proc(5), `/proc/PID/stat`). */
export function cpuSeconds(pid: number): number {
  const processes = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (read(name) ?? []) : []));
  const family = new Set([pid]);
  // A parent may have a higher number than its child once numbers begin anew: search until no process is added.
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { id, parent } of processes) if (family.has(parent)) family.add(id);
  }
  const ticks = processes.filter(({ id }) => family.has(id)).reduce((sum, { ticks: own }) => sum + own, 0);
  return ticks / TICKS;
}

interface Process {
  readonly id: number;
  readonly parent: number;
  /** The ticks of the process itself, and of its children that have ended. */
  readonly ticks: number;
}

function read(pid: string): Process | undefined {
  try {
    // The name, in brackets, may contain any character.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
    return { id: Number(pid), parent, ticks };
  } catch {
    return undefined; // The process has ended meanwhile.
  }
}
