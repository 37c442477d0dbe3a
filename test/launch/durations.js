// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';

/** Minutes on two quiet cores, as README.md says: after the first run, in a clone where nothing is installed, and with `--all`. */
export const MINUTES = { quick: 9, fresh: 11, full: 20 };

const KEPT = join('node_modules', '.cache', 'volee', 'durations.json');

/**
 * @param {import('./steps.js').Command} command
 * @param {{ isFresh: boolean, cores?: number, last?: number }} machine `isFresh`: nothing is installed; `last`: seconds of the last run here, or 0
 * @returns {string | undefined} how long the command will take
 */
export function expectedTime(command, { isFresh, cores = availableParallelism(), last = lastOf(command) }) {
  if (last > 0 && !isFresh) return `this takes about ${inWords(last)} here, as the last time`;
  if (command.words.length > 0 || command.folder !== undefined) return undefined;
  const minutes = Math.ceil((MINUTES[command.isFull ? 'full' : isFresh ? 'fresh' : 'quick'] * 2) / cores);
  return `this takes about ${minutes} min on ${cores} ${cores === 1 ? 'core' : 'cores'} that nobody else uses`;
}

/** @param {number} seconds what a run without failures took */
export function keepDuration(command, seconds) {
  const all = kept().set(keyOf(command), Math.ceil(seconds));
  mkdirSync(dirname(KEPT), { recursive: true });
  writeFileSync(KEPT, JSON.stringify(Object.fromEntries(all)));
}

/** "5 min 48 s" */
function inWords(seconds) {
  const minutes = Math.floor(seconds / 60);
  return [...(minutes > 0 ? [`${minutes} min`] : []), `${Math.round(seconds % 60)} s`].join(' ');
}

function keyOf({ words, isFull, folder }) {
  return [folder ?? '.', ...words, ...(isFull ? ['--all'] : [])].join(' ');
}

function lastOf(command) {
  return kept().get(keyOf(command)) ?? 0;
}

/** Seconds by command. A file that cannot be read says nothing. */
function kept() {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(KEPT, 'utf8'))).filter(([, seconds]) => seconds > 0));
  } catch {
    return new Map();
  }
}
