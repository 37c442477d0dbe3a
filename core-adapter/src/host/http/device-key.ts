// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { HostContext } from '../context/host-context.js';
import { tokenOf } from './token-gate.js';
import { visitorOf, type VisitorPerson } from './visitor.js';

/** Whether a device may store what a person has typed: never for a pupil, since many others use the same device. */
export function isOnDevice(person: Pick<VisitorPerson, 'schools'>): boolean {
  return !person.schools.some(({ profiles }) => profiles.includes('pupil'));
}

/**
 * An id of the user that nobody else can read, with which `device.js` marks their texts, and after a space the key with which `device.js` encrypts texts of the user, in Base64. It is the same in each of their sessions, and on no page of anybody
 * else (ADR 136). Undefined on pages that store nothing on the device.
 */
export function deviceKeyOf({ seal }: Pick<HostContext, 'seal'>, request: Request): string | undefined {
  const { person } = visitorOf(request);
  if (!person || tokenOf(request) || !isOnDevice(person)) return undefined;
  return `${seal.deriveKey(`device of ${person.id}`).slice(0, 12)} ${seal.deriveKey(`device ${person.id}`)}`;
}
