// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as wait } from 'node:timers/promises';
import { latencyOf, type Latency } from '../measure/percentiles.js';
import { gridPath, nextPosition, readRows } from './grid-of-class.js';
import { LINE_CODES } from './livret-catalogue.js';
import type { BenchClient } from '../measure/bench-client.js';
import type { LivretPlace } from './livret-place.js';
import { CM2_CLASSES, type BenchClass } from './livret-schools.js';

export interface TypingTaken extends Latency {
  readonly teachers: number;
  /** Cells that were answered as saved. */
  readonly saved: number;
  /** Answers that asked to try again; the script of the page does so. */
  readonly busy: number;
  /** Cells that hold another value than the last one that was answered as saved. */
  readonly lost: number;
}

/** The time from one cell to the next, which is that of a fast typist. */
export const PACE_MS = 500;

/** One cell, and the value that its teacher was told last. */
interface TypedCell {
  readonly bilan: string;
  readonly line: number;
  value: string;
}

/**
 * All teachers of the classes of CM1 type at once. The teachers of one class write the same bilans at the same time, each
 * in lines of their own, so that the last saved value of each cell is known.
 */
export async function measureTyping(place: LivretPlace, seconds: number): Promise<TypingTaken> {
  const classes = place.ecole.classes.slice(CM2_CLASSES);
  const typists: Typist[] = [];
  for (const each of classes) typists.push(...(await typistsOf(place, each)));
  const end = performance.now() + seconds * 1000;
  await Promise.all(typists.map((typist, index) => typist.type(end, (PACE_MS * index) / typists.length)));
  const stored = new Map<string, string>();
  for (const { id, teacherIds } of classes) {
    const rows = await readRows(await place.client(teacherIds[0]), gridPath(place.ecole.uai, id));
    for (const { bilan, positions } of rows) stored.set(bilan, positions);
  }
  const cells = typists.flatMap((typist) => typist.cells);
  const lost = cells.filter(({ bilan, line, value }) => (stored.get(bilan)?.[line] ?? '').trim() !== value).length;
  const busy = typists.reduce((sum, typist) => sum + typist.busy, 0);
  const times = typists.flatMap((typist) => typist.times);
  return { ...latencyOf(times), teachers: typists.length, saved: times.length, busy, lost };
}

async function typistsOf(place: LivretPlace, { id, teacherIds }: BenchClass): Promise<Typist[]> {
  const clients: BenchClient[] = [];
  for (const teacherId of teacherIds) clients.push(await place.client(teacherId));
  const [first] = clients;
  const rows = first ? await readRows(first, gridPath(place.ecole.uai, id)) : [];
  return clients.map((client, share) => {
    const cells = rows.flatMap(({ bilan, positions }) =>
      LINE_CODES.flatMap((_, line) =>
        line % clients.length === share ? [{ bilan, line, value: (positions[line] ?? '').trim() }] : [],
      ),
    );
    return new Typist(client, cells);
  });
}

class Typist {
  readonly times: number[] = [];
  busy = 0;

  constructor(
    readonly client: BenchClient,
    readonly cells: readonly TypedCell[],
  ) {}

  /** @param delay until the first cell, so that teachers do not type in step */
  async type(end: number, delay: number): Promise<void> {
    await wait(delay);
    for (let turn = 0; performance.now() < end; turn += 1) {
      const next = performance.now() + PACE_MS;
      const cell = this.cells[turn % this.cells.length];
      if (cell) await this.#save(cell, nextPosition(cell.value));
      await wait(Math.max(0, next - performance.now()));
    }
  }

  /** Sends a cell until it is saved, as the script of the page does. The time counts from the first try. */
  async #save(cell: TypedCell, now: string): Promise<void> {
    const change = { cell: LINE_CODES[cell.line] ?? '', was: cell.value, now };
    const begun = performance.now();
    for (;;) {
      const { status, text } = await this.client.save(`${cell.bilan}/changes`, Object.entries(change));
      if (status === 200) break;
      if (status !== 503) throw new Error(`A cell was answered ${status}: ${text}`);
      this.busy += 1;
    }
    this.times.push(performance.now() - begun);
    cell.value = now;
  }
}
