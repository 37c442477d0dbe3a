// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { UnitOfWork } from '../infra/database/unit-of-work.js';
import { isBackground } from './background-request.js';
import { tokenOf } from './token-gate.js';
import { visitorOf } from './visitor.js';
import { LastSchoolRow } from '../domain/sessions/last-school.entity.js';

/** Remembers the school of a page: `/` redirects there, and so does the next login of a person with several schools. */
export async function noteSchool(unitOfWork: UnitOfWork, request: Request, uai: string): Promise<void> {
  if (request.session.uai === uai || tokenOf(request) || isBackground(request)) return;
  request.session.uai = uai;
  const { person } = visitorOf(request);
  if (!person || person.schools.length < 2) return;
  const row = { personId: person.id, uai };
  await unitOfWork.run((manager) => manager.upsert(LastSchoolRow, row, ['personId']));
}
