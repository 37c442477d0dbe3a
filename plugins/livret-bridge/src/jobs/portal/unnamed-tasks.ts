// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { boardOf } from '../../paths.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { unnamedBilans } from '../../domain/catalogue/unnamed-bilans.js';
import type { TaskReader } from './task-reader.js';

/** The task of the head of an école: bilans that are read without the names of their lines. Teachers can do nothing about these. */
export async function unnamedTasks(reader: TaskReader, catalogues: Catalogues): Promise<PortalTask[]> {
  const { user, school, t } = reader;
  if (!user.profiles.includes('head') || school.kind !== 'primary') return [];
  const unnamed = await unnamedBilans(reader, catalogues);
  if (!unnamed) return [];
  return [
    {
      title: t('board.unnamed', { count: unnamed.count }),
      detail: t('task.unnamedDetail'),
      action: t('college.see'),
      path: boardOf(unnamed.period),
    },
  ];
}
