// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import type { FailedBrick, LoadedBrick, ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import { bad, good, warn } from './findings.js';

/** The ids of the bricks that are on, by school; undefined when the database cannot be read. */
export type BricksOn = ReadonlyMap<string, readonly string[]> | undefined;

/** Facts about bricks from the database. */
export interface Known {
  readonly on: BricksOn;
  /** Ids of bricks with tables that are not up to date: the check of the database reports them. */
  readonly pending: ReadonlySet<string>;
}

/** One finding for each brick: its state, and the number of schools where it is on. */
export function checkBricks(bricks: readonly LoadedBrick[], known: Known): Finding[] {
  if (bricks.length === 0) return [bad('The settings name no brick: nobody can log in.', 'Add bricks to volee.yaml.')];
  return bricks.map((brick) => (brick.state === 'failed' ? failed(brick) : ready(brick, known)));
}

function failed({ id, cause, remedy = 'Mend what it says.', problems, isSlow }: FailedBrick): Finding {
  if (problems) return bad(`${id} failed: its settings are wrong.`, 'Correct them (see settings), then restart Volée.');
  if (isSlow) return bad(cause, remedy);
  return bad(cause, `${remedy} Restart Volée once it is mended.`);
}

function ready({ id, manifest }: ReadyBrick, { on, pending }: Known): Finding {
  const name = `${id} ${manifest.version}`;
  if (pending.has(id)) return warn(`${name} would fail: its tables are not up to date.`, 'Run "volee db migrate".');
  const what = `${name} is ready`;
  if (manifest.kind !== 'feature' || on === undefined) return good(`${what}.`);
  const schools = [...on.values()].filter((ids) => ids.includes(id)).length;
  return good(`${what}, and on in ${schools} of ${on.size} schools.`);
}
