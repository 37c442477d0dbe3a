// SPDX-License-Identifier: EUPL-1.2
import { MoreThan } from 'typeorm';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import type { HandedScope } from '../hand-over/handed-scope.js';
import { handedPath } from '../paths.js';
import { READ_SHEET } from '../read/read-sheet.js';
import { HandedRow } from '../store/handed.entity.js';
import { noteReading } from '../trace/note-reading.js';
import { readingsOf } from '../trace/readings.js';
import { presentHanded, type HandedFacts } from './handed.presenter.js';
import { HandedView } from './handed.view.js';
import { loadHanded } from './load-handed.js';
import { placeInClass } from './next-pupil.js';
import { readableHanded } from './readable-handed.js';

const params = z.strictObject({ id: z.uuid() });

/** A bilan that was handed over, for the pupil, the family, the teachers of 6e and the head. */
export function registerHanded({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(handedPath(':id'), { access: 'read', params, load: loadHanded }, async (request) => {
    const { resource: row, t, page, asset } = request;
    const facts = await readFacts(row, catalogues, request);
    const model = presentHanded(facts, request);
    return page(model.title, <HandedView model={model} t={t} />, {
      styles: [asset(READ_SHEET), asset('livret-bridge-sixth.css')],
    });
  });
}

async function readFacts(
  row: HandedRow & HandedScope,
  catalogues: Catalogues,
  request: LivretRequest,
): Promise<HandedFacts> {
  const { access, db, directory, clock, user } = request;
  const { id, pupilId, receivedAt } = row;
  const heldAs = await access.heldAs('read', row);
  const isStaff = heldAs.includes('teacher') || heldAs.includes('head');
  // The family reads the names of teachers and heads; what the family itself opens is noted nowhere.
  if (isStaff) await noteReading(request, { bilanId: id, pupilId, personId: user.id, since: receivedAt });
  const readings = await readingsOf(id, new Date(0), db);
  const persons = await directory.persons([pupilId, ...readings.map(({ personId }) => personId)]);
  const all = await db.repository(HandedRow).find({
    where: { pupilId, until: MoreThan(clock.now()) },
    order: { year: 'ASC', period: 'ASC', id: 'ASC' },
  });
  const before = all[all.findIndex((one) => one.id === id) - 1];
  const pupil = persons.get(pupilId);
  return {
    ...{ row, pupil, all, readings, persons, bilan: readableHanded(row, pupil, before, catalogues) },
    place: isStaff ? await placeInClass(pupilId, request) : undefined,
    readerId: isStaff ? undefined : user.id,
  };
}
