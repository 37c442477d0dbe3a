// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider } from '../../../api/login/auth-provider.js';
import type { HostContext } from '../../context/host-context.js';

/**
 * Ends the sessions that a logout message of the SSO names (CAS 3.0 §2.3.3). The sender learns nothing: a message that names no
 * session is answered alike (§2.3.3.2).
 */
export function singleLogout(
  context: Pick<HostContext, 'log' | 'loginCounts' | 'sessions'>,
  provider: AuthProvider,
): (message: string) => Promise<void> {
  const { sessions, loginCounts, log } = context;
  return async (message) => {
    const ticket = provider.readLogout(message);
    if (ticket === undefined) {
      loginCounts.singleLogouts.unreadable += 1;
      return;
    }
    const ended = await sessions.endSessions({ ticket }, 'singleLogout');
    loginCounts.singleLogouts[ended.length > 0 ? 'ended' : 'unknown'] += 1;
    // Invented tickets may arrive from anywhere: they are counted, and not logged.
    if (ended.length > 0) log.info({ ended: ended.length }, 'the SSO ended sessions');
  };
}
