// SPDX-License-Identifier: EUPL-1.2
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent } from 'node:https';
import type { Socket } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';

/** Milliseconds for which a connection waits for its next request when the server announces nothing. */
const UNANNOUNCED = 2_000;

/** Milliseconds for which a connection is used again: a new one then verifies the certificate that the server has by that time. */
const LONGEST_LIFE = 60_000;

/**
 * Connections to the SSO by https that are used again, within half of the time that the server announces (`Keep-Alive: timeout=5`): the
 * server closes no connection then on which a ticket is about to travel. `destroy` closes all of them.
 */
export class KeptConnections extends Agent {
  readonly #endsAt = new WeakMap<Socket, number>();
  readonly #idle = new WeakMap<Socket, number>();

  /** @param ca PEM of the authorities to trust instead of the public ones */
  constructor(
    ca: string | undefined,
    private readonly longestLife = LONGEST_LIFE,
  ) {
    // Without cached sessions, each new connection verifies the certificate.
    super({ keepAlive: true, maxCachedSessions: 0, ...trustOf(ca) });
  }

  /** Notes what an answer announces; to be called before its body is read. */
  heed({ headers, socket }: IncomingMessage): void {
    const [, seconds] = /\btimeout=(\d+)/i.exec(String(headers['keep-alive'])) ?? [];
    this.#idle.set(socket, seconds === undefined ? UNANNOUNCED : Number(seconds) * 500);
    if (!this.#endsAt.has(socket)) this.#endsAt.set(socket, performance.now() + this.longestLife);
  }

  /** Node.js calls this after each answer. @returns whether the connection is kept */
  override keepSocketAlive(socket: Socket): boolean {
    const idle = this.#idle.get(socket) ?? 0;
    if (idle === 0 || performance.now() >= (this.#endsAt.get(socket) ?? 0)) return false;
    super.keepSocketAlive(socket);
    socket.setTimeout(idle).on('data', closeUnasked);
    return true;
  }

  override reuseSocket(socket: Socket, request: ClientRequest): void {
    socket.off('data', closeUnasked);
    super.reuseSocket(socket, request);
  }
}

/** An answer that nobody asked for would be read as the answer to the next ticket. */
function closeUnasked(this: Socket): void {
  this.destroy();
}

const contexts = new Map<string | undefined, SecureContext>();

/** The trusted certificates, parsed once: parsing costs as much as an exchange. */
export function trustOf(ca: string | undefined): { secureContext: SecureContext; rejectUnauthorized: true } {
  const secureContext = contexts.get(ca) ?? createSecureContext({ ca });
  contexts.set(ca, secureContext);
  // `rejectUnauthorized` is explicit because NODE_TLS_REJECT_UNAUTHORIZED would change its default.
  return { secureContext, rejectUnauthorized: true };
}
