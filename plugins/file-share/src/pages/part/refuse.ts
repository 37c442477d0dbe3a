// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { FileShareKey, FileShareRequest } from '../../brick-types.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { pupilPartPage } from './part-page.js';
import type { PartStatus } from '../../domain/works/part-status.js';
import type { RefusedForm } from './pupil-part.presenter.js';
import { refreshPart } from '../../domain/parts/refresh-part.js';

type Status = 400 | 409 | 413;

/** The page as it is by now, with the reason, and what was typed. */
export async function refuse(
  refused: string,
  part: LoadedPart,
  request: FileShareRequest,
  { status = 409, ...typed }: Omit<RefusedForm, 'refused'> & { readonly status?: Status } = {},
): Promise<PageReply> {
  return pupilPartPage(await refreshPart(part, request), request, { ...typed, refused, status });
}

/** The page of a part that takes nothing by now, such as one that was handed in on another device. */
export async function refuseFrozen(
  part: LoadedPart,
  request: FileShareRequest,
  typed: Pick<RefusedForm, 'word' | 'version'> = {},
): Promise<PageReply> {
  const now = await refreshPart(part, request);
  const refused = request.t(frozenWords(now.status));
  return pupilPartPage(now, request, { ...typed, refused, status: 409 });
}

function frozenWords({ state, isTheirTurn }: PartStatus): FileShareKey {
  // Another tab has made it the pupil's again in between.
  if (isTheirTurn) return 'part.refusedChanged';
  return state === 'handedIn' || state === 'handedInLate' ? 'part.refusedFrozen' : 'part.refusedClosed';
}
