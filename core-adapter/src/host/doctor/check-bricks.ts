// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../api/check.js';
import type { FailedBrick, LoadedBrick, ReadyBrick } from '../loader/loaded-brick.js';
import { apart, bad, good } from './findings.js';

/** For each school, the ids of the bricks that are on there; undefined when the database cannot tell. */
export type BricksOn = ReadonlyMap<string, readonly string[]> | undefined;

/** Each brick, with its state, and in how many schools it is on. */
export function checkBricks(bricks: readonly LoadedBrick[], on: BricksOn): Finding[] {
  if (bricks.length === 0)
    return [bad('The settings name no brick: nobody can come in.', 'Name bricks in volee.yaml.')];
  return bricks.map((brick) => (brick.state === 'failed' ? failed(brick) : ready(brick, on)));
}

function failed({ id, cause, problems }: FailedBrick): Finding {
  if (problems) return bad(`${id} failed: its settings are wrong.`, 'Correct them (see settings), then restart Volée.');
  const [sentence, remedy = 'Mend what it says'] = apart(cause);
  return bad(sentence, `${remedy.replace(/\.$/, '')}, then restart Volée.`);
}

function ready({ id, manifest }: ReadyBrick, on: BricksOn): Finding {
  const what = `${id} ${manifest.version} is ready`;
  if (manifest.kind !== 'feature' || on === undefined) return good(`${what}.`);
  const schools = [...on.values()].filter((ids) => ids.includes(id)).length;
  return good(`${what}, and on in ${schools} of ${on.size} schools.`);
}
