// SPDX-License-Identifier: EUPL-1.2
import type { NeighbourLink } from '@volee/core-adapter/ui';
import type { FileShareRequest } from '../../brick-types.js';
import { partPath } from '../../paths.js';
import type { FollowedWork } from '../../domain/works/read-works.js';
import type { WorkPupils } from '../../domain/works/work-audience.js';
import { wasHandedIn } from '../../domain/works/work-progress.js';
import { partTag } from '../shared/works/parts.presenter.js';
import type { Neighbours } from './give-back.model.js';

type AskedPupil = WorkPupils['asked'][number];

/** The pupils with the work handed in, in the order of the class, and the pupil of the page among them. */
export function presentNeighbours(
  { work, progress }: FollowedWork,
  pupilId: string,
  request: FileShareRequest,
): Neighbours {
  const { t, url } = request;
  const all = progress.asked.filter((one) => one.pupilId === pupilId || (one.row && wasHandedIn(one.row)));
  const at = all.findIndex((one) => one.pupilId === pupilId);
  const link = (one: AskedPupil | undefined): NeighbourLink | undefined =>
    one && { url: url(partPath(work.id, one.pupilId)), name: one.pupil.givenName };
  const after = nextToCorrect(progress.asked, pupilId);
  const strip = all.map(({ pupil, row, ...one }) => ({
    ...{ id: pupil.id, displayName: pupil.displayName, url: url(partPath(work.id, pupil.id)) },
    isHere: one.pupilId === pupilId,
    tag: row && partTag(work, row, request),
    // A part to correct has no mark: it is the one that waits.
    isMarked: row !== undefined && (row.state !== 'handedIn' || row.ready !== null),
  }));
  return {
    previous: at > 0 ? link(all[at - 1]) : undefined,
    next: at >= 0 ? link(all[at + 1]) : undefined,
    place: at >= 0 && all.length > 1 ? t('giveBack.place', { at: at + 1, count: all.length }) : undefined,
    strip: all.length > 1 ? strip : [],
    after: link(after),
  };
}

/** The next pupil with a part that waits for the teacher, in the order of the class, and then from its beginning. */
export function nextToCorrect(asked: readonly AskedPupil[], pupilId: string): AskedPupil | undefined {
  const index = asked.findIndex((one) => one.pupilId === pupilId);
  const after = [...asked.slice(index + 1), ...asked.slice(0, Math.max(index, 0))];
  return after.find(({ row }) => row?.state === 'handedIn' && row.ready === null);
}
