// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { PhraseRow } from '../../store/phrase.entity.js';
import type { HomePart } from './home-part.js';
import { readTaught } from '../../domain/home/read-taught.js';
import { presentTeacherHome, teacherLead } from './teacher-home.presenter.js';
import { TeacherHomeView } from './teacher-home.view.js';

/** The part of the home for teachers of an école: what waits, and where each class is. */
export async function teacherHome(request: LivretRequest, catalogues: Catalogues): Promise<HomePart> {
  const { db, user, directory, t } = request;
  const taught = await readTaught(request, catalogues);
  const colleagues = new Map<string, readonly string[]>();
  for (const { group } of taught.classes) {
    const team = await directory.members(group.id, 'teacher');
    colleagues.set(
      group.id,
      team.filter(({ id }) => id !== user.id).map(({ displayName }) => displayName),
    );
  }
  const phrases = await db.repository(PhraseRow).count({ where: { ownerId: user.id } });
  const model = presentTeacherHome({ taught, colleagues, phrases }, request);
  return {
    lead: teacherLead(taught, request),
    content: <TeacherHomeView model={model} t={t} />,
    sheet: 'livret-bridge-home.css',
  };
}
