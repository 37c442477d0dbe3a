// SPDX-License-Identifier: EUPL-1.2
import type { HostContext } from '../context/host-context.js';

/** Sends a comment on each live stream, and ends those of sessions that are idle or over. */
export async function keepLiveStreams({ live, sessions }: Pick<HostContext, 'live' | 'sessions'>): Promise<void> {
  // While the database is away, streams stay: what they say is judged by the requests that follow.
  live.keepOpen(await sessions.findInUse(live.sessionIds()).catch(() => undefined));
}
