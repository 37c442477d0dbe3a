// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply, UndoNote } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareRequest } from '../../brick-types.js';
import { partPath } from '../../paths.js';
import type { Settings } from '../../settings.js';
import { changeFile, FILE_ACTION } from './change-file.js';
import { handIn, takeBack, type HandInForm } from '../../domain/parts/hand-in.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { pupilPartPage } from './part-page.js';
import { refuse, refuseFrozen } from './refuse.js';
import { refreshPart } from '../../domain/parts/refresh-part.js';
import { startPart } from '../../domain/parts/start-part.js';

/** The longest word, in characters. */
const LONGEST_WORD = 2_000;

/** The forms of a pupil's part, told apart by the button that sent them. */
export const partForm = z.object({
  action: z.union([z.enum(['start', 'handIn', 'takeBack']), FILE_ACTION]),
  word: z.string().optional(),
  /** The part as the form showed it: see `versionOf`. */
  version: z.string().max(40).optional(),
});

type Answer = PageReply | RedirectReply;
type PartForm = z.output<typeof partForm>;

/** Does what a form of the part asks for. What is refused shows the page again, with the reason and what was typed. */
export async function changeFromForm(
  part: LoadedPart,
  form: PartForm,
  request: FileShareRequest,
  settings: Settings,
): Promise<Answer> {
  const { t, redirect } = request;
  const path = partPath(part.work.id, part.pupilId);
  const tools = { ...request, quotas: settings.quota };
  const word = (form.word ?? '').trim();
  const typed = { word, version: form.version };
  if (Array.from(word).length > LONGEST_WORD) {
    const wordProblem = t('part.wordTooLong', { count: LONGEST_WORD });
    return pupilPartPage(part, request, { ...typed, wordProblem, status: 400 });
  }
  const alongside = form.word === undefined ? undefined : typed;
  switch (form.action) {
    case 'start':
      if ((await startPart(part, alongside, tools)) === 'begun') return redirect(path);
      return refuseFrozen(part, request, alongside);
    case 'handIn':
      return handInFromForm(part, typed, request);
    case 'takeBack':
      if (await takeBack(part, word, tools)) return redirect(path, t('part.takenBack'));
      return refuse(t('part.refusedTakeBack'), part, request, { word });
    default:
      return changeFile(form.action, part, request, settings, alongside);
  }
}

async function handInFromForm(part: LoadedPart, typed: HandInForm, request: FileShareRequest): Promise<Answer> {
  const { t, redirect } = request;
  switch (await handIn(part, typed, request)) {
    case 'done':
      return redirect(partPath(part.work.id, part.pupilId), t('part.handedInNow'), await takingBack(part, request));
    case 'empty':
      return pupilPartPage(part, request, { ...typed, wordProblem: t('part.empty'), status: 400 });
    case 'other':
      return refuse(t('part.refusedOther'), part, request, typed);
    case 'closed':
      return refuse(t('part.refusedClosed'), part, request, typed);
    case 'changed':
      return refuse(t('part.refusedChanged'), part, request, typed);
  }
}

/** The act « Tu veux le changer ? » as the undo of handing in; absent where a part that was handed in stays as it is. */
async function takingBack(part: LoadedPart, request: FileShareRequest): Promise<UndoNote | undefined> {
  const { status, work, pupilId } = await refreshPart(part, request);
  return status.canTakeBack ? { path: partPath(work.id, pupilId), fields: { action: 'takeBack' } } : undefined;
}
