// SPDX-License-Identifier: EUPL-1.2
import type { GroupRecord, MembershipRecord, MembershipRole } from '@volee/core-adapter/directory';
import { parts } from '../values.js';

/** A class or group as a person's entry names it. */
export interface NamedGroup {
  /** Key of the school in AAF. */
  readonly structure: string;
  readonly key: string;
  readonly name: string;
  readonly kind: 'class' | 'option';
}

/** `structure$division` in the second degree. */
export function classOf(value: string): NamedGroup {
  const [structure = '', name = ''] = parts(value);
  return { structure, key: name, name, kind: 'class' };
}

/** A group for teaching. Its key is marked: a class may have the same name. */
export function groupOf(value: string): NamedGroup {
  const [structure = '', name = ''] = parts(value);
  return { structure, key: `groupe$${name}`, name, kind: 'option' };
}

/** A class in the first degree: of the five parts, the first is the school, the fourth the id and the fifth the name. */
export function primaryClassOf(value: string): NamedGroup {
  const [structure = '', , , key = '', name = ''] = parts(value);
  return { structure, key, name: name || key, kind: 'class' };
}

export function primaryGroupOf(value: string): NamedGroup {
  const { key, ...group } = primaryClassOf(value);
  return { ...group, key: key === '' ? '' : `groupe$${key}`, kind: 'option' };
}

/** Whether the group has a name. */
export function isNamed({ name }: NamedGroup): boolean {
  return name !== '';
}

/** The group in its school, and somebody in it. */
export function inGroup(
  { key, name, kind }: NamedGroup,
  uai: string,
  person: string,
  role: MembershipRole,
): readonly [GroupRecord, MembershipRecord] {
  return [
    { type: 'group', uai, key, kind, name },
    { type: 'membership', uai, group: key, person, role },
  ];
}
