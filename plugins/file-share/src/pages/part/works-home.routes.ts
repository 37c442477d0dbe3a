// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { WORKS_PATH, classWorksPath } from '../../paths.js';
import { chooseClassPage } from './choose-class-page.js';
import { familyWorksPage } from './family-works-page.js';
import { pupilWorksPage } from './pupil-works-page.js';
import { readToCorrect } from '../shared/works/works-waiting.js';
import { classesWithWorks } from '../../domain/works/classes-with-works.js';

/** `child`: the child that the page of a guardian is about; the first one by default. `choose`: a teacher chooses the class of a new work. */
const query = z.object({ child: z.uuid().optional(), choose: z.literal('true').optional() });

/** The works, by profile: one's own, those of a class, or those of the children. */
export function registerWorksHome({ http, settings }: FileShareBrick): void {
  http.get(WORKS_PATH, { access: 'readPart', query }, async (request) => {
    const { user, query: wanted, redirect } = request;
    if (user.profiles.includes('pupil')) return pupilWorksPage(request, settings);
    const choice = wanted.choose === undefined ? undefined : await chooseClassPage(request);
    if (choice) return choice;
    const classPath = wanted.child === undefined ? await firstWorksPath(request) : undefined;
    if (classPath !== undefined) return redirect(classPath);
    return familyWorksPage(request, wanted.child, settings);
  });
}

/** The works of the first class in which a teacher has something to correct, else of the first that they or a head follow; undefined for other users. */
async function firstWorksPath(request: FileShareRequest): Promise<string | undefined> {
  const taught = await classesWithWorks('handOut', request);
  const { parts } = taught.length > 1 ? await readToCorrect(request) : { parts: [] };
  const waiting = new Set(parts.map(({ groupId }) => groupId));
  const [first] =
    taught.length > 0
      ? taught.filter(({ id }) => waiting.size === 0 || waiting.has(id))
      : await classesWithWorks('follow', request);
  return first && classWorksPath(first.id);
}
