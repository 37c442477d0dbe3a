// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { testSettings } from '../../testing/test-settings.js';
import { HostServer } from './host-server.js';

test('a connection whose response ends after the port closes is closed with it', async () => {
  let answering: ServerResponse | undefined;
  const server = new HostServer((_request, response) => {
    answering = response;
    response.setHeader('Content-Length', 2).write('ok');
  });
  const { port } = await server.listen(testSettings('sqlite::memory:', '/nowhere'));
  const agent = new Agent({ keepAlive: true });
  try {
    const [received] = (await once(get({ port, agent }), 'response')) as [IncomingMessage];
    await once(received.resume(), 'end');

    const closed = server.close();
    answering?.end();
    await closed;
  } finally {
    agent.destroy();
  }
}, 8_000);
