// SPDX-License-Identifier: EUPL-1.2
import type { HostContext } from '../context/host-context.js';

/** Ends the streams of these people that belong to an ended session: a logout closes the open pages of its browser at once. */
export async function endLiveStreams(
  { live, sessions }: Pick<HostContext, 'live' | 'sessions'>,
  personIds: readonly string[],
): Promise<void> {
  const asked = live.sessionIds(personIds);
  if (asked.length === 0) return;
  // Without the database, the next comment ends the streams.
  const active = await sessions.findActive(asked).catch(() => undefined);
  if (active) live.endSessions(asked.filter((id) => !active.has(id)));
}

/** Sends a comment on each live stream, and ends those of sessions that are idle or over. */
export async function keepLiveStreams({ live, sessions }: Pick<HostContext, 'live' | 'sessions'>): Promise<void> {
  // Without the database, streams stay open: the requests that follow their events are checked anyway.
  live.keepOpen(await sessions.findInUse(live.sessionIds()).catch(() => undefined));
}
