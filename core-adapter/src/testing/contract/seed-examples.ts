// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope } from '../../api/access.js';
import { exchange, isServed } from './exchange.js';
import { mayKnow } from './expectation.js';
import { fault } from './fault.js';
import { findSender } from './find-sender.js';
import { belongingOf, prepareExample, type Prepared } from './prepare-example.js';
import type { SamplePerson, Target } from './sample-people.js';
import { nameOf, type ContractBench } from './contract-bench.js';

/** Data that an example left in a school, with its owner. Its marker makes it visible in pages. */
export interface SeededExample {
  readonly prepared: Prepared;
  readonly content: ResourceScope | undefined;
  /** The redirect after the form, and the person that submitted it. */
  readonly next: { readonly person: SamplePerson; readonly location: string } | undefined;
}

/** Fills a class with everything that the examples write and send; an authorised person submits each form. */
export async function seedExamples(bench: ContractBench, target: Target): Promise<SeededExample[]> {
  const seeded: SeededExample[] = [];
  for (const route of bench.brick.routes) {
    const prepared = await prepareExample(bench, route, target);
    const sender = route.method === 'post' ? await findSender(bench, prepared) : undefined;
    if (!sender) {
      seeded.push(seededWithoutRequest(bench, prepared));
      continue;
    }
    const groupId = bench.ids.groupOf(target.group);
    const { role, school } = sender.person;
    const answer = await exchange(bench, sender.prepared, { role, school });
    if (!isServed(answer))
      fault(
        `${nameOf(route)} answered ${answer.status} to ${role}, although ${role} has the permission; check its example.`,
      );
    const content = sender.prepared.belonging ?? belongingOf([...sender.prepared.rows, ...answer.changed], groupId);
    const location = answer.headers.get('location');
    seeded.push({
      prepared: sender.prepared,
      content,
      next: location === null ? undefined : { person: sender.person, location },
    });
  }
  return seeded;
}

/** The data that an example wrote, without any request. */
export function seededWithoutRequest(bench: ContractBench, prepared: Prepared): SeededExample {
  const content = prepared.belonging ?? belongingOf(prepared.rows, bench.ids.groupOf(prepared.target.group));
  return { prepared, content, next: undefined };
}

/** Returns the first item that appears in the person's text although it must not. */
export function findLeak(
  bench: ContractBench,
  person: SamplePerson,
  text: string,
  seeded: readonly SeededExample[],
): SeededExample | undefined {
  return seeded.find(({ prepared: { marker, target }, content }) => {
    const known = target.school === person.school && mayKnow(person, content, bench.ids);
    return !known && text.includes(marker);
  });
}
