// SPDX-License-Identifier: EUPL-1.2
import type { HostContext } from '../context/host-context.js';

/** Ends the streams of these people of which the session is over: a logout closes the open pages of its browser at once. */
export async function endLiveStreams(
  { live, sessions }: Pick<HostContext, 'live' | 'sessions'>,
  personIds: readonly string[],
): Promise<void> {
  const asked = live.sessionIds(personIds);
  if (asked.length === 0) return;
  // While the database is away, the next comment ends them.
  const active = await sessions.findActive(asked).catch(() => undefined);
  if (active) live.endSessions(asked.filter((id) => !active.has(id)));
}

/** Sends a comment on each live stream, and ends those of sessions that are idle or over. */
export async function keepLiveStreams({ live, sessions }: Pick<HostContext, 'live' | 'sessions'>): Promise<void> {
  // While the database is away, streams stay: what they say is judged by the requests that follow.
  live.keepOpen(await sessions.findInUse(live.sessionIds()).catch(() => undefined));
}
