// SPDX-License-Identifier: EUPL-1.2
// One sync in a process of its own, to measure its time and memory: node test/dist/bench/sync/sync-once.js SETTINGS
import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { bootHost, brickEntries, createLog, loadSettings } from '@volee/core-adapter/host';

/** The duration and the memory of a sync. */
export interface SyncTaken {
  readonly state: string;
  /** The duration of the sync alone: the host runs already. */
  readonly seconds: number;
  /** The peak memory of the process, in megabytes of 10⁶ bytes, the host included. */
  readonly megabytes: number;
}

// As bin/volee.js does.
setFlagsFromString('--heap-growing-percent=75');

const [file = ''] = argv.slice(2);
const settings = loadSettings(file, {});
const host = await bootHost({ settings, bricks: brickEntries(settings, file), log: createLog('silent') });
const [source] = host.sources;
if (!source) throw new Error('The settings name no directory.');
const begun = performance.now();
const { state } = await host.sync.run(source, new AbortController().signal);
const seconds = (performance.now() - begun) / 1000;
await host.stop();
const taken: SyncTaken = { state, seconds, megabytes: mostHeld() };
stdout.write(JSON.stringify(taken));

/** Linux knows the peak of the program alone (proc(5)); `resourceUsage` includes the process that this one was forked from. */
function mostHeld(): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return (Number(kibibytes) * 1024) / 1e6;
}
