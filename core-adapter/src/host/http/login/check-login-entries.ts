// SPDX-License-Identifier: EUPL-1.2
import type { Identity } from '../../../api/login/auth-provider.js';
import type { DirectorySource, LoginEntry } from '../../../api/directory/directory-source.js';
import type { Profile } from '../../../api/people.js';
import type { HostContext } from '../../context/host-context.js';
import type { EntryCheck } from '../../domain/sessions/login-counts.js';
import { errorText } from '../../infra/util/error-text.js';
import { withTimeout } from '../../infra/util/with-timeout.js';

export type EntryCheckContext = Pick<
  HostContext,
  'directory' | 'limits' | 'log' | 'loginCounts' | 'requestedSyncs' | 'sources' | 'sync'
>;

/** The person of a login, as the last sync left them. */
export interface KnownByLogin {
  readonly personId: string;
  readonly profiles: readonly Profile[];
}

/**
 * Whether the directory has given the login to another person since the last sync: its entries show other stable ids than those of the
 * known person, or a pupil where an adult is known. The login goes on when the directory does not answer, and while the guard holds a sync
 * in which many ids were replaced.
 */
export async function isGivenAway(
  context: EntryCheckContext,
  { source: name, login }: Pick<Identity, 'source' | 'login'>,
  known: KnownByLogin,
): Promise<boolean> {
  const { log, loginCounts, requestedSyncs, sources } = context;
  const source = sources.find((one) => one.name === name);
  if (!source?.entriesOf) return false;
  const { personId } = known;
  const found = await compare(context, source, login, known);
  loginCounts.entryChecks[found] += 1;
  if (found === 'same') return false;
  if (found !== 'other') {
    log.warn({ source: name, person: personId, found }, 'a login was not compared with the directory, and went on');
    return false;
  }
  log.warn({ source: name, person: personId }, 'a login was refused: the directory gives it to another person');
  requestedSyncs.ask(source, `${personId} ${login}`);
  return true;
}

async function compare(
  { directory, limits, log, sync }: EntryCheckContext,
  source: DirectorySource,
  login: string,
  { profiles }: KnownByLogin,
): Promise<EntryCheck> {
  let entries: readonly LoginEntry[] | undefined;
  try {
    entries = await withTimeout(limits.entries, async () => source.entriesOf?.(login));
  } catch (error) {
    log.warn({ source: source.name, reason: errorText(error) }, 'the directory did not answer a login');
  }
  if (!entries) return 'noAnswer';
  if (entries.length === 0) return 'noEntry';
  const shown = entries.flatMap(({ profile }) => profile ?? []);
  if (shown.length > 0 && !shown.some((one) => profiles.some((other) => isPupil(one) === isPupil(other))))
    return 'other';
  const stored = await directory.stableIdsOf(source.name, login);
  const ids = entries.flatMap(({ stableId }) => stableId ?? []);
  if (ids.length === 0 || stored.length === 0) return 'noStableId';
  if (ids.some((id) => stored.includes(id))) return 'same';
  // A restored directory has other ids for everybody: refusing all would shut out the administrator, too, before they can decide.
  const last = await sync.last(source.name);
  const isRestored = last?.state === 'refused' && last.verdict?.reasons.some(({ code }) => code === 'ids-replaced');
  return isRestored ? 'idsReplaced' : 'other';
}

function isPupil(profile: Profile): boolean {
  return profile === 'pupil';
}
