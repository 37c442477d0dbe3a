// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UnavailableError } from '../../api/errors.js';
import type { Settings } from '../infra/settings/settings.schema.js';
import { errorMessage } from '../infra/util/error-message.js';
import { createServer } from './create-server.js';

/** The time that requests in flight have to end when the host stops, in milliseconds. */
const GRACE = 10_000;

/** The port of a host. It can open before the host is up; another application answers until then. */
export class HostServer {
  readonly #server: Server;
  #app: RequestListener;

  constructor(app: RequestListener) {
    this.#app = app;
    this.#server = createServer((request, response) => {
      // Many libraries listen for "close" on a response: one more listener would cause a warning of Node.js.
      response.once('finish', () => this.#closeIdleWhenClosing());
      this.#app(request, response);
    });
  }

  /** Passes each new request to this application. Requests in flight stay with the earlier one. */
  show(app: RequestListener): void {
    this.#app = app;
  }

  /**
   * Opens the port, unless it is open.
   * @throws UnavailableError
   */
  async listen({ server: { listen: at } }: Settings): Promise<AddressInfo> {
    if (!this.#server.listening) await this.#open(at);
    return this.#server.address() as AddressInfo;
  }

  /** Lets requests in flight end, and closes the port. */
  async close(): Promise<void> {
    const server = this.#server;
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    this.#closeIdleWhenClosing();
    const late = setTimeout(() => server.closeAllConnections(), GRACE);
    await closed;
    clearTimeout(late);
  }

  /** Node.js closes connections that are idle when the port closes. Those that become idle later would stay for `keepAliveTimeout`. */
  #closeIdleWhenClosing(): void {
    if (!this.#server.listening) this.#server.closeIdleConnections();
  }

  async #open(at: Settings['server']['listen']): Promise<void> {
    this.#server.listen(at.port, at.host);
    try {
      await once(this.#server, 'listening');
    } catch (error) {
      throw new UnavailableError(`The port ${at.host}:${at.port} cannot be opened (${errorMessage(error)}).`, {
        remedy: 'Stop the program that uses it, or change server.listen.',
        cause: error,
      });
    }
  }
}
