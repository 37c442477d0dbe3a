// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { ExampleRequest } from '../contract-options.js';
import type { Prepared } from '../prepare-example.js';

/** A good request with one thing in it put out of place. */
export interface Bent {
  /** Such as « the id of another class ». */
  readonly what: string;
  /** Where it stands: at an address with a bad id in its path there is nothing. */
  readonly part: Part;
  readonly request: ExampleRequest;
  readonly more?: readonly (readonly [string, string])[];
  /** Where the value was taken from. */
  readonly theirs?: Prepared;
  /**
   * What may come of it. `own`: what names somebody of one's school, since no brick can know of which class he is, as long as
   * nothing of his changes. `all`: the thing is for the whole school, or the person is of both classes.
   */
  readonly may: 'nothing' | 'own' | 'all';
}

/** The same request about another class, and whether that is for him who bends. */
export interface Foreign {
  readonly prepared: Prepared;
  readonly isForHim: boolean;
}

const PARTS = ['params', 'query', 'form'] as const;
type Part = (typeof PARTS)[number];

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const NO_IDS = ['1', "' OR 1=1 --", 'undefined', 'null'];

/** Each value in turn: no id, the id of nothing, none, another class's instead of one's own, and another's besides. */
export function bentRequests(own: Prepared, others: readonly Foreign[]): Bent[] {
  const bent = PARTS.flatMap((part) =>
    Object.entries(own.request[part] ?? {}).flatMap(([name, value]) => {
      const isId = UUID.test(value) || own.named.includes(value);
      return [
        ...(isId ? withoutId(own, part, name) : []),
        ...others.flatMap((other) => withTheirs(own, part, name, other, isId)),
      ];
    }),
  );
  // What may do something comes last: it may use up what the others are tried on, and they must change nothing.
  return [...bent.filter(({ may }) => may === 'nothing'), ...bent.filter(({ may }) => may !== 'nothing')];
}

function withoutId({ request }: Prepared, part: Part, name: string): Bent[] {
  const bent: Bent[] = [randomUUID(), ...NO_IDS].map((instead) => ({
    what: `${name}=${instead}`,
    part,
    request: replaced(request, part, name, instead),
    may: 'nothing',
  }));
  if (part !== 'query') return bent;
  const { [name]: _, ...query } = request.query ?? {};
  return [...bent, { what: `no ${name}`, part, request: { ...request, query }, may: 'nothing' }];
}

function withTheirs(own: Prepared, part: Part, name: string, other: Foreign, isId: boolean): Bent[] {
  const { request, target } = own;
  const { prepared: theirs, isForHim } = other;
  const value = theirs.request[part]?.[name];
  // Words to look for are no id, and lead to what is another's as well.
  if (value === undefined || value === request[part]?.[name] || (!isId && part !== 'query')) return [];
  const isHere = theirs.target.school === target.school;
  const whose = isHere ? 'another class' : 'another school';
  const may = isForHim ? 'all' : isHere && value === theirs.personId ? 'own' : 'nothing';
  const common = { part, theirs, may } as const;
  const instead = { ...common, what: `the ${name} of ${whose}`, request: replaced(request, part, name, value) };
  if (!isId || part === 'params') return [instead];
  return [instead, { ...common, what: `a second ${name}, of ${whose}`, request, more: [[name, value]] }];
}

function replaced(request: ExampleRequest, part: Part, name: string, value: string): ExampleRequest {
  return { ...request, [part]: { ...request[part], [name]: value } };
}
