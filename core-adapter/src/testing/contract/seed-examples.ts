// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope } from '../../api/access.js';
import { exchange, isServed } from './exchange.js';
import { mayKnow } from './expectation.js';
import { fault } from './fault.js';
import { findSender } from './find-sender.js';
import { isOpenIn } from './is-open-in.js';
import { prepareExample, type Prepared } from './prepare-example.js';
import { receiveExample } from './receive-example.js';
import { narrowest, scopesOfRows } from './row-scopes.js';
import type { Row } from './rows.js';
import type { SamplePerson, Target } from './sample-people.js';
import { nameOf, type ContractBench } from './contract-bench.js';

/** Data that an example left in a school, with its owner. Its marker makes it visible in pages. */
export interface SeededExample {
  readonly prepared: Prepared;
  /** Users who are related to one of these may see the content; empty: everybody of the school. */
  readonly content: readonly ResourceScope[];
  /** The redirect after the form, and the person who submitted it. */
  readonly next: { readonly person: SamplePerson; readonly location: string } | undefined;
}

/** Fills a class with everything that the examples write and send. A person with the permission submits each form. */
export async function seedExamples(bench: ContractBench, target: Target): Promise<SeededExample[]> {
  const seeded: SeededExample[] = [];
  for (const route of bench.brick.routes) {
    const prepared = await prepareExample(bench, route, target);
    const isSent = route.method === 'post' && isOpenIn(bench, route, target.school);
    const sender = isSent ? await findSender(bench, prepared) : undefined;
    if (!sender) {
      seeded.push(seededWithoutRequest(bench, prepared));
      continue;
    }
    const { role, school } = sender.person;
    const answer = await exchange(bench, sender.prepared, { role, school });
    if (!isServed(answer))
      fault(
        `${nameOf(route)} answered ${answer.status} to ${role}, although ${role} has the permission; check its example.`,
      );
    const content = contentScopes(bench, sender.prepared, answer.changed);
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
  return { prepared, content: contentScopes(bench, prepared, []), next: undefined };
}

/**
 * The scopes of the text with the marker: those of what `load` returned, and of each row that holds the marker. When there are none, the
 * scopes of the request or of any row; an owner or a pupil then counts before a class, since a message to a class belongs to its
 * recipients.
 */
function contentScopes(bench: ContractBench, prepared: Prepared, changed: readonly Row[]): readonly ResourceScope[] {
  const { route, scopes, rows, marker, named, target } = prepared;
  const groupId = bench.ids.groupOf(target.group);
  const loaded = route.load ? scopes.slice(0, 1) : [];
  const isLoaded = ({ values }: Row): boolean => route.load !== undefined && named.includes(String(values['id']));
  const all = [...rows, ...changed].filter((row) => !isLoaded(row));
  const ofMarker = scopesOfRows(
    all.filter(({ text }) => text.includes(marker)),
    groupId,
  );
  const certain = [...loaded, ...ofMarker];
  if (certain.length > 0) return certain;
  return narrowest(scopes.length > 0 ? scopes : scopesOfRows(all, groupId));
}

/**
 * The copies that other schools handed over about the pupils of each class. Pages must show them only to people who are related to the
 * pupil.
 */
export async function seedReceived(bench: ContractBench, target: Target): Promise<SeededExample[]> {
  const { receive } = bench.brick;
  const [route] = bench.brick.routes;
  if (!receive || !route) return [];
  const nothing = { params: undefined, query: undefined, body: undefined, group: undefined, load: undefined };
  const prepared = await prepareExample(bench, { ...route, ...nothing, path: '/handOver.receive' }, target);
  const { marker, rows } = await receiveExample(bench, receive, { target, pupil: target.person });
  const content = scopesOfRows(rows, bench.ids.groupOf(target.group));
  return [{ prepared: { ...prepared, marker, rows }, content, next: undefined }];
}

/** Returns the first item that appears in the person's text although it must not. */
export function findLeak(
  bench: ContractBench,
  person: SamplePerson,
  text: string,
  seeded: readonly SeededExample[],
): SeededExample | undefined {
  const isKnown = ({ prepared: { target }, content }: SeededExample): boolean =>
    target.school === person.school && mayKnow(person, content, bench.brick.manifest.permissions ?? {}, bench.ids);
  return seeded.find((one) => text.includes(one.prepared.marker) && !isKnown(one));
}
