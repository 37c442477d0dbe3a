// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../../brick-types.js';
import type { Relations } from '../../../domain/rules/relations.js';

interface DetailReader extends Pick<MessagingRequest, 't' | 'format'> {
  readonly persons: ReadonlyMap<string, Member>;
}

/** The role of a person in the school: « élève, CM1 », « parent d’élève : Inès », « enseigne en CM1 et CM2 ». */
export function personDetail({ id }: Member, relations: Relations, { t, format, persons }: DetailReader): string {
  const groups = (ids: ReadonlySet<string> | undefined): string =>
    format.list(
      [...(ids ?? [])]
        .flatMap((groupId) => relations.groups.get(groupId) ?? [])
        .filter(({ kind }) => kind === 'class')
        .map(({ name }) => name)
        .sort(),
    );
  const children = [...(relations.childrenOf.get(id) ?? [])].flatMap((child) => persons.get(child)?.givenName ?? []);
  return (relations.profiles.get(id) ?? [])
    .map((profile) => {
      switch (profile) {
        case 'pupil':
          return t('is.pupil', { classes: groups(relations.memberOf.get(id)) });
        case 'guardian':
          return t('is.guardian', { children: format.list(children) });
        case 'teacher':
          return t('is.teacher', { classes: groups(relations.teaches.get(id)) });
        case 'head':
          return t('is.head');
        case 'staff':
          return t('is.staff');
      }
    })
    .map((part) => part.replace(/[\s:,(]+$/u, ''))
    .join(', ');
}
