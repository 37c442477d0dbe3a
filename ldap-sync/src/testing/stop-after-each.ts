// SPDX-License-Identifier: EUPL-1.2

interface Stoppable {
  stop(): Promise<void>;
}

/** Stops after each test what was started in it. Returns its argument. */
export function stopAfterEach(): <Server extends Stoppable>(server: Server) => Server {
  const started: Stoppable[] = [];
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop();
  });
  return (server) => {
    started.push(server);
    return server;
  };
}
