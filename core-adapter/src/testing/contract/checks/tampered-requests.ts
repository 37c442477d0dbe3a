// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { ExampleRequest } from '../contract-options.js';
import type { Prepared } from '../prepare-example.js';

/** A valid request with one value manipulated. */
export interface TamperedRequest {
  /** A description, such as « the id of another class ». */
  readonly what: string;
  /** The part that holds the value. A bad id in the path must be answered with 404. */
  readonly part: Part;
  readonly request: ExampleRequest;
  readonly more?: readonly (readonly [string, string])[];
  /** The request that the value was taken from. */
  readonly theirs?: Prepared;
  /**
   * The allowed effects. `nothing`: none. `own`: the value names a person of another class in the sender's school, which a brick cannot
   * detect; rows of that person must not change. `all`: the resource is for the whole school, the sender is in both classes, or the
   * permission holds in every class.
   */
  readonly may: 'nothing' | 'own' | 'all';
}

/** The same request about another class, and whether the sender has access to that class. */
export interface RequestElsewhere {
  readonly prepared: Prepared;
  readonly hasAccess: boolean;
  /** The ids of a class and a pupil of the request that the sender may name in any request. */
  readonly allowed: readonly string[];
}

const PARTS = ['params', 'query', 'form'] as const;
type Part = (typeof PARTS)[number];

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const NO_IDS = ['1', "' OR 1=1 --", 'undefined', 'null'];

/** The manipulations of each value: no id, an unknown id, a missing id, an id of another class instead of the own one, and both ids. */
export function tamperedRequests(own: Prepared, others: readonly RequestElsewhere[]): TamperedRequest[] {
  const tampered = PARTS.flatMap((part) =>
    Object.entries(own.request[part] ?? {}).flatMap(([name, values]) => {
      const isId = [values].flat().some((value) => UUID.test(value) || own.named.includes(value));
      return [
        ...(isId ? withoutId(own, part, name) : []),
        ...others.flatMap((other) => withTheirs(own, part, name, other, isId)),
      ];
    }),
  );
  // Requests with allowed effects come last: they may delete data that the others need for their checks.
  return [...tampered.filter(({ may }) => may === 'nothing'), ...tampered.filter(({ may }) => may !== 'nothing')];
}

function withoutId({ request }: Prepared, part: Part, name: string): TamperedRequest[] {
  const tampered: TamperedRequest[] = [randomUUID(), ...NO_IDS].map((instead) => ({
    what: `${name}=${instead}`,
    part,
    request: replaced(request, part, name, instead),
    may: 'nothing',
  }));
  if (part !== 'query') return tampered;
  const { [name]: _, ...query } = request.query ?? {};
  return [...tampered, { what: `no ${name}`, part, request: { ...request, query }, may: 'nothing' }];
}

function withTheirs(
  own: Prepared,
  part: Part,
  name: string,
  other: RequestElsewhere,
  isId: boolean,
): TamperedRequest[] {
  const { request, target } = own;
  const { prepared: theirs, hasAccess, allowed } = other;
  const ours = valuesOf(request, part, name);
  const value = valuesOf(theirs.request, part, name).find((one) => !ours.includes(one));
  // Search words are not ids and may find data of others as well.
  if (value === undefined || (!isId && part !== 'query')) return [];
  const isHere = theirs.target.school === target.school;
  const whose = isHere ? 'another class' : 'another school';
  // The host checks the rights on a pupil for the brick, but not on a person that a form names.
  const isPupil = own.pupilId !== undefined && ours.includes(own.pupilId);
  const isPerson = isHere && value === theirs.personId && !isPupil;
  const may = hasAccess || allowed.includes(value) ? 'all' : isPerson ? 'own' : 'nothing';
  const common = { part, theirs, may } as const;
  const instead = { ...common, what: `the ${name} of ${whose}`, request: replaced(request, part, name, value) };
  if (!isId || part === 'params') return [instead];
  if (ours.length > 1) {
    const among = replaced(request, part, name, [...ours, value]);
    return [instead, { ...common, what: `one more of ${name}, of ${whose}`, request: among }];
  }
  return [instead, { ...common, what: `a second ${name}, of ${whose}`, request, more: [[name, value]] }];
}

/** The values of a name; a form may send several. */
function valuesOf(request: ExampleRequest, part: Part, name: string): readonly string[] {
  return [request[part]?.[name] ?? []].flat();
}

function replaced(
  request: ExampleRequest,
  part: Part,
  name: string,
  value: string | readonly string[],
): ExampleRequest {
  return { ...request, [part]: { ...request[part], [name]: value } };
}
