// SPDX-License-Identifier: EUPL-1.2
import type { CommandAnswer, Log, SchoolWork } from '@volee/core-adapter';
import { covers, runningPauses } from '../../domain/policy/running-pauses.js';
import { endPause } from '../../domain/policy/start-pause.js';
import type { BreakerRow } from '../../store/breaker.entity.js';
import { chosenSchools, profileOption, type PauseCall } from './command-options.js';
import { PROFILE_WORDS } from './pause-lines.js';

/** `volee messaging start`: with `--all` the pauses for all schools end, with `--school` each one of that school. */
export async function startMessages(call: PauseCall, log: Log): Promise<CommandAnswer> {
  const { options, by } = call;
  const profiles = profileOption(options);
  const onlyForAll = options['all'] === true;
  const value = [];
  const lines = [];
  for (const work of await chosenSchools(call)) {
    const { uai, name } = work.school;
    const ended = await work.db.transaction(() => endPauses(profiles, { onlyForAll }, work));
    if (ended.length > 0) log.warn({ by, school: uai, profiles: ended }, 'messages were started again');
    value.push({ school: uai, started: ended });
    const words = ended.map((profile) => PROFILE_WORDS[profile]).join(', ');
    lines.push(`${uai} ${name}: ${words === '' ? 'nothing to end' : `${words} may write again`}`);
  }
  return { value, lines };
}

/** @returns the profiles of which a pause ended */
async function endPauses(
  profiles: BreakerRow['profile'],
  { onlyForAll }: { readonly onlyForAll: boolean },
  work: SchoolWork,
): Promise<BreakerRow['profile'][]> {
  const ended = new Set<BreakerRow['profile']>();
  for (const pause of await runningPauses(work)) {
    const isMeant = covers(profiles, pause.profile) || pause.profile === 'all';
    if (!isMeant || (onlyForAll && !pause.isForAll)) continue;
    if (await endPause(pause, { profiles, by: null }, work)) ended.add(profiles === 'all' ? pause.profile : profiles);
  }
  return [...ended];
}
