// SPDX-License-Identifier: EUPL-1.2
import { gridPath, nextPosition, pathOf, readRows } from './grid-of-class.js';
import { LINE_CODES } from './livret-catalogue.js';
import type { BenchClient } from '../measure/bench-client.js';
import type { LivretPlace } from './livret-place.js';
import { CM2_CLASSES } from './livret-schools.js';
import type { TimedRequest } from '../measure/measure-requests.js';

/** The limits of a request. A figure without a limit is only printed. */
export interface RequestLimits {
  /** The limit as a multiple of the processor time of the floor page. */
  readonly times?: number;
  /** The limit in milliseconds, on an idle machine. */
  readonly p95?: number;
  readonly kilobytes?: number;
  readonly packedKilobytes?: number;
}

export interface LimitedRequest extends TimedRequest {
  readonly limits: RequestLimits;
}

/** The requests of the bench, by the names that `--only` takes. */
export async function livretRequests(
  place: Pick<LivretPlace, 'ecole' | 'college' | 'client'>,
): Promise<readonly LimitedRequest[]> {
  const { ecole, college } = place;
  const written = ecole.classes[CM2_CLASSES];
  if (!written) throw new Error('The école has no class that writes.');
  const teacher = await place.client(written.teacherIds[0]);
  const ofSixth = await place.client(college.sixth.teacherIds[0]);
  const grid = gridPath(ecole.uai, written.id);
  const rows = await readRows(teacher, grid);
  const [first] = rows;
  if (!first || rows.length !== written.pupilIds.length) throw new Error(`${grid} shows ${rows.length} pupils.`);
  const sixth = pathOf(college.uai, `/sixth/${college.sixth.id}`);
  const page =
    (by: BenchClient, path: string): TimedRequest['send'] =>
    () =>
      by.page(path);
  return [
    { name: 'grid', limits: { times: 11, p95: 40, kilobytes: 100, packedKilobytes: 13 }, send: page(teacher, grid) },
    { name: 'autosave', limits: { times: 5, p95: 25 }, send: autosave(teacher, await readRows(teacher, grid)) },
    { name: 'bilan', limits: {}, send: page(teacher, `${first.bilan}?subject=general`) },
    { name: 'sixth', limits: { times: 24, kilobytes: 150 }, send: page(ofSixth, sixth) },
  ];
}

/** Types one cell after the other, each time another position than before. */
function autosave(
  by: BenchClient,
  rows: readonly { readonly bilan: string; readonly positions: string }[],
): TimedRequest['send'] {
  const values = new Map(rows.map(({ bilan, positions }) => [bilan, [...positions]]));
  return async (turn) => {
    const { bilan = '' } = rows[turn % rows.length] ?? {};
    const line = Math.floor(turn / rows.length) % LINE_CODES.length;
    const was = values.get(bilan)?.[line]?.trim() ?? '';
    const now = nextPosition(was);
    const change = { cell: LINE_CODES[line] ?? '', was, now };
    const answer = await by.save(`${bilan}/changes`, Object.entries(change));
    if (answer.status !== 200) throw new Error(`A cell was answered ${answer.status}: ${answer.text}`);
    values.get(bilan)?.splice(line, 1, now);
    return answer;
  };
}
