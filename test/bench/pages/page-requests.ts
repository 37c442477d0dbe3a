// SPDX-License-Identifier: EUPL-1.2
import { livretRequests } from '../livret/livret-requests.js';
import type { BenchClient } from '../measure/bench-client.js';
import type { TimedRequest } from '../measure/measure-requests.js';
import type { FilledSchool } from './fill-bricks.js';
import { EMPTY, type PageHouse } from './page-house.js';

/** The schools, people and paths of a house, from its own process or from another one. */
export interface PagePlace extends Omit<PageHouse, 'host' | 'url'> {
  /** A person with a session of their own. */
  client(personId: string | undefined): Promise<BenchClient>;
}

/** The pages that people of a school open, each by a person who has it. */
export async function schoolRequests(place: Pick<PagePlace, 'client'>, school: FilledSchool): Promise<TimedRequest[]> {
  const at = `/s/${school.uai}`;
  const [teacher, pupil] = [await place.client(school.teacherId), await place.client(school.pupilId)];
  const [parent, head] = [await place.client(school.parentId), await place.client(school.headId)];
  const owner = await place.client(school.ownerId);
  return [
    page('empty page of a brick', teacher, `${at}/${EMPTY}/`),
    page('portal of a teacher', teacher, `${at}/`),
    page('portal of a pupil', pupil, `${at}/`),
    page('portal of a parent', parent, `${at}/`),
    page('portal of the head', head, `${at}/`),
    page('folder of 30', teacher, school.folderPath),
    page('works of a class', teacher, `${at}/file-share/groups/${school.classId}/works`),
    page('class of a pupil', pupil, `${at}/file-share/groups/${school.classId}`),
    page('works of a pupil', pupil, `${at}/file-share/works`),
    page('inbox', owner, `${at}/messaging/`),
    page('thread', owner, school.threadPath),
    page('write page', teacher, `${at}/messaging/write`),
    page('rules of messaging', head, `${at}/messaging/rules`),
    page('school console', head, `/admin${at}/bricks`),
    page('livret home of a teacher', teacher, `${at}/livret-bridge/`),
    page('livret home of a parent', parent, `${at}/livret-bridge/`),
  ];
}

/** The pages that only the école and its collège have: those of livrets, and those of more than one school. */
export async function otherRequests(place: PagePlace): Promise<TimedRequest[]> {
  const { ecole, college } = place;
  const parent = await place.client(place.parentOfBothId);
  const parentOfThree = await place.client(place.parentOfThreeId);
  const teacherOfThree = await place.client(place.teacherOfThreeId);
  const accepting = await place.client(place.acceptingTeacherId);
  const administrator = await place.client(place.administratorId);
  return [
    page('portal of a parent of two schools', parent, `/s/${ecole.uai}/`),
    page('portal of a parent of three schools', parentOfThree, `/s/${ecole.uai}/`),
    page('works of children in two schools', parent, '/enfants/file-share'),
    page('works of children in three schools', parentOfThree, '/enfants/file-share'),
    page('messages of children in two schools', parent, '/enfants/messaging'),
    page('messages of children in three schools', parentOfThree, '/enfants/messaging'),
    page('portal of a teacher of three schools', teacherOfThree, `/s/${ecole.uai}/`),
    page('portal of a teacher with a message to accept', accepting, `/s/${place.thirdUai}/`),
    ...(await livretRequests({ ecole, college, client: (id) => place.client(id) })),
    page('platform console', administrator, '/admin/'),
  ];
}

function page(name: string, by: BenchClient, path: string): TimedRequest {
  return { name, send: () => by.page(path) };
}
