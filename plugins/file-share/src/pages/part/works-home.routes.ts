// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { FileShareBrick } from '../../brick-types.js';
import { WORKS_PATH } from '../../paths.js';
import { firstWorksPath } from '../shared/works/first-works-path.js';
import { familyWorksPage } from './family-works-page.js';
import { pupilWorksPage } from './pupil-works-page.js';

/** The child that the page of a guardian is about; the first one by default. */
const query = z.object({ child: z.uuid().optional() });

/** The works, by profile: one's own, those of a class, or those of the children. */
export function registerWorksHome({ http, settings }: FileShareBrick): void {
  http.get(WORKS_PATH, { access: 'readPart', query }, async (request) => {
    const { user, query: wanted, redirect } = request;
    if (user.profiles.includes('pupil')) return pupilWorksPage(request, settings);
    const classPath = wanted.child === undefined ? await firstWorksPath(request) : undefined;
    if (classPath !== undefined) return redirect(classPath);
    return familyWorksPage(request, wanted.child, settings);
  });
}
