// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope } from '../../api/access.js';
import { exchange, isServed } from './exchange.js';
import { mayKnow } from './expectation.js';
import { fault } from './fault.js';
import { findSender } from './find-sender.js';
import { belongingOf, prepareExample, type Prepared } from './prepare-example.js';
import type { SamplePerson, Target } from './sample-people.js';
import { nameOf, type Stand } from './stand.js';

/** Data that an example left in a school, with its owner. Its marker makes it visible in pages. */
export interface Planted {
  readonly prepared: Prepared;
  readonly content: ResourceScope | undefined;
  /** The redirect after the form, and the person that submitted it. */
  readonly next: { readonly person: SamplePerson; readonly location: string } | undefined;
}

/** Fills a class with everything that the examples write and send; an authorised person submits each form. */
export async function plant(stand: Stand, target: Target): Promise<Planted[]> {
  const planted: Planted[] = [];
  for (const route of stand.brick.routes) {
    const prepared = await prepareExample(stand, route, target);
    const sender = route.method === 'post' ? await findSender(stand, prepared) : undefined;
    if (!sender) {
      planted.push(lyingThere(stand, prepared));
      continue;
    }
    const groupId = stand.ids.groupOf(target.group);
    const { role, school } = sender.person;
    const answer = await exchange(stand, sender.prepared, { role, school });
    if (!isServed(answer)) fault(`${nameOf(route)} answered ${answer.status} to ${role}, who may; see its example.`);
    const content = sender.prepared.belonging ?? belongingOf([...sender.prepared.rows, ...answer.changed], groupId);
    const location = answer.headers.get('location');
    planted.push({
      prepared: sender.prepared,
      content,
      next: location === null ? undefined : { person: sender.person, location },
    });
  }
  return planted;
}

/** The data that an example wrote, without any request. */
export function lyingThere(stand: Stand, prepared: Prepared): Planted {
  const content = prepared.belonging ?? belongingOf(prepared.rows, stand.ids.groupOf(prepared.target.group));
  return { prepared, content, next: undefined };
}

/** Returns the first item that appears in the person's text although it must not. */
export function leakInto(
  stand: Stand,
  person: SamplePerson,
  text: string,
  planted: readonly Planted[],
): Planted | undefined {
  return planted.find(({ prepared: { marker, target }, content }) => {
    const known = target.school === person.school && mayKnow(person, content, stand.ids);
    return !known && text.includes(marker);
  });
}
