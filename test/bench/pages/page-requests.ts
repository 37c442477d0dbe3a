// SPDX-License-Identifier: EUPL-1.2
import { livretRequests } from '../livret/livret-requests.js';
import { CM2_CLASSES } from '../livret/livret-schools.js';
import type { TimedRequest } from '../measure/measure-requests.js';
import type { BenchClient } from '../measure/bench-client.js';
import { EMPTY, type PageHouse } from './page-house.js';

/** The schools, people and paths of a house, from its own process or from another one. */
export interface PagePlace extends Omit<PageHouse, 'host' | 'url'> {
  /** A person with a session of their own. */
  client(personId: string | undefined): Promise<BenchClient>;
}

/** The pages that people of a school open, each by somebody who has it. */
export async function pageRequests(place: PagePlace): Promise<readonly TimedRequest[]> {
  const { ecole, college, folderPath, threadPath } = place;
  const written = ecole.classes[CM2_CLASSES];
  if (!written) throw new Error('The école has no class that writes.');
  const teacher = await place.client(written.teacherIds[0]);
  const pupil = await place.client(written.pupilIds[0]);
  const [parent, parentOfBoth] = [await place.client(place.parentId), await place.client(place.parentOfBothId)];
  const [owner, head] = [await place.client(place.ownerId), await place.client(ecole.headId)];
  const administrator = await place.client(place.administratorId);
  const at = `/s/${ecole.uai}`;
  const page = (name: string, by: BenchClient, path: string): TimedRequest => ({ name, send: () => by.page(path) });
  const ofLivret = await livretRequests({ ecole, college, client: (id) => place.client(id) });
  return [
    page('empty page of a brick', teacher, `${at}/${EMPTY}/`),
    page('portal of a teacher', teacher, `${at}/`),
    page('portal of a pupil', pupil, `${at}/`),
    page('portal of a parent', parent, `${at}/`),
    page('portal of a parent of two schools', parentOfBoth, `${at}/`),
    page('portal of the head', head, `${at}/`),
    page('folder of 30', teacher, folderPath),
    page('works of a class', teacher, `${at}/file-share/groups/${written.id}/works`),
    page('works of a pupil', pupil, `${at}/file-share/works`),
    page('inbox', owner, `${at}/messaging/`),
    page('thread', owner, threadPath),
    page('write page', teacher, `${at}/messaging/write`),
    page('rules of messaging', head, `${at}/messaging/rules`),
    page('school console', head, `/admin${at}/bricks`),
    page('livret home of a teacher', teacher, `${at}/livret-bridge/`),
    page('livret home of a parent', parent, `${at}/livret-bridge/`),
    ...ofLivret,
    page('platform console', administrator, '/admin/'),
  ];
}
