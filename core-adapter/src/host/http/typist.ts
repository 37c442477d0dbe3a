// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { HostContext } from '../context/host-context.js';
import { visitorOf } from './visitor.js';

/** The parameter in the address of a kept form that names its author. */
export const MARK = 'typedBy';

const marks = new WeakMap<Request, string | undefined>();

/** Records the mark of a kept form, which is taken from the address. */
export function noteMark(request: Request, personId: string | undefined): void {
  marks.set(request, personId);
}

/** The id of the person who typed a form: by the mark of a kept form, by the session, or the person who logged in here last. */
export function typistOf({ lastPerson }: Pick<HostContext, 'lastPerson'>, request: Request): string | undefined {
  if (marks.has(request)) return marks.get(request);
  return visitorOf(request).person?.id ?? lastPerson.read(request);
}
