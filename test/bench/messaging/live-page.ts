// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';

/** The stream of an open page. */
export interface LivePage {
  /** The instant, on the clock of the machine, of the next change that the page is told of. */
  nextChange(): Promise<number>;
  close(): void;
}

/** Opens the stream, and resolves once the server has begun it. */
export async function openLivePage(url: string, cookie: string): Promise<LivePage> {
  const sent = request(new URL('/live', url), {
    headers: { Accept: 'text/event-stream', Cookie: cookie },
    agent: false,
  });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`The stream answered ${response.statusCode}.`);
  response.setEncoding('utf8');
  response.on('error', () => undefined);
  await once(response, 'data');
  const ended = once(response, 'close').then(() => Promise.reject(new Error('The stream of an open page has ended.')));
  ended.catch(() => undefined);
  return {
    nextChange: () => Promise.race([nextChange(response), ended]),
    close: () => sent.destroy(),
  };
}

function nextChange(response: IncomingMessage): Promise<number> {
  return new Promise((resolve) => {
    let text = '';
    const read = (part: string): void => {
      text += part;
      if (!text.includes('event: change')) return;
      response.off('data', read);
      resolve(performance.timeOrigin + performance.now());
    };
    response.on('data', read);
  });
}
