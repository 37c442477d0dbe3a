// SPDX-License-Identifier: EUPL-1.2
import type { BrickRoute } from '../../../host/domain/bricks/brick-route.js';
import { send } from '../exchange.js';
import { fault } from '../fault.js';
import { prepareExample } from '../prepare-example.js';
import { SAMPLE_PEOPLE } from '../sample-people.js';
import { nameOf, type Stand } from '../stand.js';
import { targetOf } from '../target-of.js';

/**
 * Where no page shows what an example made, no page can show it to the wrong person: the tests of leaks would prove nothing. So each
 * route that reads rows by itself shows something. Rows that "load" gave are judged by the host.
 * @param shown names of routes that showed something already
 */
export async function checkShown(stand: Stand, shown: ReadonlySet<string>): Promise<void> {
  const { showsNothing = {} } = stand.options;
  const names = stand.brick.routes.map(nameOf);
  const stray = Object.keys(showsNothing).find((name) => !names.includes(name));
  if (stray !== undefined) fault(`"showsNothing" names ${stray}, which is no route of the brick; remove it.`);
  for (const route of stand.brick.routes.filter(({ method }) => method === 'get')) {
    const name = nameOf(route);
    if (shown.has(name) || Object.hasOwn(showsNothing, name)) continue;
    if (!stand.watch.readBy.has(name) || (await showsItsExample(stand, route))) continue;
    fault(
      `${name} reads rows and never showed what an example made, so nothing is proved of it; add an example "${name}" that ` +
        'writes what it shows, or say under "showsNothing" of the contract\'s options why it shows nothing.',
    );
  }
}

/** A page of what is a person's own shows nothing of the example that is about somebody else. */
async function showsItsExample(stand: Stand, route: BrickRoute): Promise<boolean> {
  for (const person of SAMPLE_PEOPLE) {
    const { request, marker } = await prepareExample(stand, route, targetOf(person), person.role);
    const { status, text } = await send(stand, route, person, request);
    // What leads on to another page shows nothing itself.
    if (text.includes(marker) || (status >= 300 && status < 400)) return true;
  }
  return false;
}
