// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import type { HandedScope } from '../../domain/hand-over/handed-scope.js';
import { handedPath } from '../../paths.js';
import { CHILD_SHEET, READ_SHEET } from '../../domain/read/read-sheet.js';
import { readersOf } from '../../domain/results/readers-of.js';
import { readResults } from '../../domain/results/read-results.js';
import type { HandedRow } from '../../store/handed.entity.js';
import { presentHanded, presentHandedPupil, type HandedFacts } from './handed.presenter.js';
import { HandedPupilView, HandedView } from './handed.view.js';
import { loadHanded } from '../../domain/hand-over/load-handed.js';
import { placeInClass } from '../../domain/hand-over/next-pupil.js';
import { readableHanded, readContent } from '../../domain/hand-over/readable-handed.js';

const params = z.strictObject({ id: z.uuid() });

/** Registers a bilan that was handed over, for the pupil, the family, the teachers of 6e and the head. */
export function registerHanded({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(handedPath(':id'), { access: 'read', params, load: loadHanded }, async (request) => {
    const { resource: row, access, t, page, asset } = request;
    const facts = await readFacts(row, catalogues, request);
    const heldAs = await access.heldAs('read', row);
    if (heldAs.every((profile) => profile === 'pupil')) {
      const own = presentHandedPupil(facts, request);
      const styles = [READ_SHEET, CHILD_SHEET, 'livret-bridge-sixth.css'].map(asset);
      return page(own.page.title, <HandedPupilView model={own} t={t} />, { styles });
    }
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
  const { db, directory, user } = request;
  const { id, pupilId } = row;
  const level = (await directory.persons([pupilId])).get(pupilId)?.level ?? null;
  const options = { permission: 'read', columns: ['id', 'content'] } as const;
  const { copies: all, isNoted } = await readResults([{ id: pupilId, level }], options, request);
  const readings = await readersOf(pupilId, db);
  const persons = await directory.persons([pupilId, ...readings.map(({ personId }) => personId)]);
  const before = all[all.findIndex((one) => one.id === id) - 1];
  const pupil = persons.get(pupilId);
  const used = [row, ...(before ? [before] : [])].map(({ content }) => readContent(content));
  const known = await knownCatalogues(used, catalogues, db);
  return {
    ...{ row, pupil, all, readings, persons, bilan: readableHanded(row, pupil, before, known) },
    place: isNoted ? await placeInClass(pupilId, request) : undefined,
    readerId: isNoted ? undefined : user.id,
  };
}
