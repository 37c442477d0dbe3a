// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply, UndoNote } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareRequest } from '../../brick-types.js';
import { partPath, tickedPartPath } from '../../paths.js';
import type { Settings } from '../../settings.js';
import { addedWords, addFiles } from './add-files.js';
import { changeFile, FILE_ACTION } from './change-file.js';
import { changeWithWord } from '../../domain/parts/change-with-word.js';
import { handIn, takeBack, type HandInForm } from '../../domain/parts/hand-in.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { pupilPartPage } from './part-page.js';
import { refuse, refuseFrozen } from './refuse.js';
import { refreshPart } from '../../domain/parts/refresh-part.js';
import { startPart } from '../../domain/parts/start-part.js';
import { repeated } from '../../domain/works/work.input.js';

/** The longest word, in characters. */
const LONGEST_WORD = 2_000;

/** The button « Rendre », named by its address: a field of its own would come after the files. */
export const partButton = z.object({ do: z.literal('handIn').optional() });

/** The forms of a pupil's part, told apart by the button that sent them. Without one, the form adds its files and keeps its word. */
export const partForm = z.object({
  action: z.union([z.enum(['start', 'handIn', 'handInUnchanged', 'takeBack']), FILE_ACTION]).optional(),
  word: z.string().optional(),
  /** The part as the form showed it: see `versionOf`. */
  version: z.string().max(40).optional(),
  /** Copies that go along although the pupil has not changed them. */
  sheet: repeated(z.uuid()),
});

type Answer = PageReply | RedirectReply;
type PartForm = z.output<typeof partForm>;

/**
 * Does what a form of the part asks for. What is refused shows the page again, with the reason and what was typed. Files are added first,
 * whatever the button, and also where the word is refused: a browser forgets them with the page.
 */
export async function changeFromForm(
  part: LoadedPart,
  form: PartForm,
  request: FileShareRequest,
  settings: Settings,
): Promise<Answer> {
  const { t, redirect } = request;
  const path = tickedPartPath(part.work.id, part.pupilId, form.sheet);
  const tools = { ...request, quotas: settings.quota };
  const word = (form.word ?? '').trim();
  const typed = { word, version: form.version, sheets: form.sheet };
  const alongside = form.word === undefined ? undefined : typed;
  const isTooLong = Array.from(word).length > LONGEST_WORD;
  const kept = form.action === undefined && !isTooLong ? alongside : undefined;
  const added = await addFiles(part, { typed: alongside, kept }, request, settings);
  if ('refused' in added) return added.refused;
  if (isTooLong) return refuseWord(t('part.wordTooLong', { count: LONGEST_WORD }), part, request, typed);
  switch (form.action) {
    case undefined:
      // Without files, nothing has kept the word so far.
      if (added.received.count === 0 && kept && (await keepWord(part, kept, request)) === 'frozen') {
        return refuseFrozen(part, request, typed);
      }
      return redirect(path, addedWords(added.received, request));
    case 'start':
      if ((await startPart(part, alongside, tools)) === 'begun') return redirect(path);
      return refuseFrozen(part, request, alongside);
    case 'handIn':
    case 'handInUnchanged':
      return handInFromForm(part, { ...typed, isSure: form.action === 'handInUnchanged' }, request);
    case 'takeBack':
      if (await takeBack(part, word, tools)) return redirect(partPath(part.work.id, part.pupilId), t('part.takenBack'));
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
      return refuseWord(t('part.empty'), part, request, typed);
    case 'unchanged':
      return pupilPartPage(await refreshPart(part, request), request, { ...typed, asksUnchanged: true, status: 400 });
    case 'other':
      return refuse(t('part.refusedOther'), part, request, typed);
    case 'closed':
      return refuse(t('part.refusedClosed'), part, request, typed);
    case 'changed':
      return refuse(t('part.refusedChanged'), part, request, typed);
  }
}

function keepWord(part: LoadedPart, kept: HandInForm, request: FileShareRequest): Promise<'kept' | 'frozen'> {
  return changeWithWord(part, kept, () => Promise.resolve('kept' as const), request);
}

async function refuseWord(
  wordProblem: string,
  part: LoadedPart,
  request: FileShareRequest,
  typed: HandInForm,
): Promise<PageReply> {
  return pupilPartPage(await refreshPart(part, request), request, { ...typed, wordProblem, status: 400 });
}

/** The act « Tu veux le changer ? » as the undo of handing in; absent where a part that was handed in stays as it is. */
async function takingBack(part: LoadedPart, request: FileShareRequest): Promise<UndoNote | undefined> {
  const { status, work, pupilId } = await refreshPart(part, request);
  return status.canTakeBack ? { path: partPath(work.id, pupilId), fields: { action: 'takeBack' } } : undefined;
}
