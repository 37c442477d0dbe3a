// SPDX-License-Identifier: EUPL-1.2
// One sync in a process of its own, for what it takes of time and memory: node test/dist/bench/sync/sync-once.js SETTINGS
import { argv, resourceUsage, stdout } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { bootHost, brickEntries, createLog, loadSettings } from '@volee/core-adapter/host';

/** What a sync took. */
export interface SyncTaken {
  readonly state: string;
  /** Of the sync alone: the host is up already. */
  readonly seconds: number;
  /** The most that the process held, in megabytes of 10⁶ bytes; the host is in it. */
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
// Node counts in kibibytes.
const taken: SyncTaken = { state, seconds, megabytes: (resourceUsage().maxRSS * 1024) / 1e6 };
stdout.write(JSON.stringify(taken));
