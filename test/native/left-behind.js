// SPDX-License-Identifier: EUPL-1.2
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The time that closing sockets and servers may take, and the interval between two counts, in milliseconds. */
export const GRACE = 5_000;
const INTERVAL = 2;

/** The number of counts after which garbage is collected. */
const COLLECT_EVERY = 100;

/** More memory than all modules of the repository take, in bytes. */
const MEMORY_LIMIT = 1.5 * 2 ** 30;

/** Globals that tslib, zod and TypeORM make when they are loaded. */
const OF_LIBRARIES = /^__|^typeormMetadataArgsStorage$/;

/** Jest-circus has its own listeners for these while a file runs. */
const LISTENED_BY_JEST = new Set(['uncaughtException', 'unhandledRejection', 'rejectionHandled']);

/** The state that test files of one process share. */
export function stateOfProcess() {
  return {
    resources: countOf(process.getActiveResourcesInfo()),
    env: { ...process.env },
    folder: process.cwd(),
    globals: Object.getOwnPropertyDescriptors(globalThis),
    listeners: listenersOfProcess(),
  };
}

/**
 * Waits until no more resources keep the process alive than before.
 * @param {number} grace the time after which it gives up, in milliseconds
 * @returns {Promise<string[]>} the resources that still do, by the names of Node.js: "2 Timeout", "1 TCPServerWrap"
 */
export async function resourcesSince({ resources }, grace) {
  const end = performance.now() + grace;
  for (let count = 1; ; count += 1) {
    // Before the first count, too: a server begins to listen in the next turn of the event loop.
    await delay(INTERVAL);
    // The connection of a response that nobody reads stays open until its garbage is collected.
    if (count % COLLECT_EVERY === 0) collectGarbage();
    const left = [...countOf(process.getActiveResourcesInfo())]
      .map(([type, count]) => ({ type, count: count - (resources.get(type) ?? 0) }))
      .filter(({ count }) => count > 0);
    if (left.length === 0 || performance.now() > end) return left.map(({ type, count }) => `${count} ${type}`);
  }
}

/** @returns {string[]} */
export function changesSince({ env, folder, globals, listeners }) {
  return [
    ...changedKeys(env, process.env).map((name) => `process.env.${name}`),
    ...(process.cwd() === folder ? [] : [`the working directory ${process.cwd()}`]),
    ...changedGlobals(globals).map((name) => `globalThis.${name}`),
    ...changedKeys(listeners, listenersOfProcess()).map((name) => `listeners of process for "${name}"`),
    ...memoryHeld(),
  ];
}

function changedKeys(before, now) {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((key) => before[key] !== now[key]);
}

/** Getters are left out: Node.js replaces some of its own by their value when they are first used. */
function changedGlobals(before) {
  const now = Object.getOwnPropertyDescriptors(globalThis);
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) =>
    name in before
      ? before[name].get === undefined && !Object.is(before[name].value, now[name]?.value)
      : !OF_LIBRARIES.test(name),
  );
}

function listenersOfProcess() {
  const names = process.eventNames().filter((name) => typeof name === 'string' && !LISTENED_BY_JEST.has(name));
  return Object.fromEntries(names.map((name) => [name, process.listenerCount(name)]));
}

function memoryHeld() {
  if (process.memoryUsage.rss() < MEMORY_LIMIT) return [];
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  const held = heapUsed + external;
  return held < MEMORY_LIMIT ? [] : [`${Math.round(held / 2 ** 20)} MB of memory`];
}

function collectGarbage() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

function countOf(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
