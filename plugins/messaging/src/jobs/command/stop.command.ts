// SPDX-License-Identifier: EUPL-1.2
import type { CommandAnswer, Log } from '@volee/core-adapter';
import { startPause } from '../../domain/policy/start-pause.js';
import { chosenSchools, profileOption, reasonOption, untilOption, type PauseCall } from './command-options.js';
import { pauseLine, pauseValue } from './pause-lines.js';

/** `volee messaging stop`: what is typed is checked for each school before anything is written in one. */
export async function stopMessages(call: PauseCall, log: Log): Promise<CommandAnswer> {
  const { options, by } = call;
  const profile = profileOption(options);
  const reason = reasonOption(options);
  const isForAll = options['all'] === true;
  const planned = (await chosenSchools(call)).map((work) => ({ work, until: untilOption(options, work) }));
  const value = [];
  const lines = [];
  for (const { work, until } of planned) {
    const pause = { profile, reason, until, isForAll, startedBy: null };
    const row = await work.db.transaction(() => startPause(pause, work));
    if (!row) continue;
    log.warn({ by, school: work.school.uai, profile, until, isForAll }, 'messages were stopped');
    value.push(pauseValue(row, work.school));
    lines.push(pauseLine(row, work.school));
  }
  return { value, lines };
}
