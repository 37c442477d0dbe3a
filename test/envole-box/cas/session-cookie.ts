// SPDX-License-Identifier: EUPL-1.2

const NAME = 'CASTGC';

// Not `Secure`: the sample server speaks plain HTTP on this machine.
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Lax';

/** The ticket-granting cookie (CAS 3.0 §3.6), for the life of the browser. */
export function sessionCookie(id: string): string {
  return `${NAME}=${id}; ${ATTRIBUTES}`;
}

export function expiredSessionCookie(): string {
  return `${NAME}=; Max-Age=0; ${ATTRIBUTES}`;
}

export function readSessionCookie(header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === NAME)?.[1];
}
