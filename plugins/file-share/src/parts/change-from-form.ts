// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareRequest } from '../brick-types.js';
import { partPath } from '../paths.js';
import type { Settings } from '../settings.js';
import { changePart, writePart, type PartTools } from './change-part.js';
import { changeFile, FILE_ACTION } from './change-file.js';
import { bothWords, isOutdated } from './form-version.js';
import { handIn, takeBack, type HandInForm } from './hand-in.js';
import type { LoadedPart } from './load-part.js';
import { pupilPartPage } from './part-page.js';
import { refreshPart } from './refresh-part.js';
import { refuse } from './refuse.js';
import { startPart } from './start-part.js';

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
  const word = (form.word ?? '').replaceAll('\r\n', '\n').trim();
  if (Array.from(word).length > LONGEST_WORD) {
    const wordProblem = t('part.wordTooLong', { count: LONGEST_WORD });
    const shown = isOutdated(form.version, part.row) ? bothWords(part.row?.word ?? '', word) : word;
    return pupilPartPage(part, request, settings, { word: shown, wordProblem, status: 400 });
  }
  const isOther = form.action !== 'handIn' && form.action !== 'takeBack';
  if (isOther && form.word !== undefined) await keepWord(part, { word, version: form.version }, tools);
  switch (form.action) {
    case 'start':
      if (await startPart(part, tools)) return redirect(path);
      return refuse(t('part.refusedClosed'), part, request, settings, { word });
    case 'handIn':
      return handInFromForm(part, { word, version: form.version }, request, settings);
    case 'takeBack':
      if (await takeBack(part, word, tools)) return redirect(path, t('part.takenBack'));
      return refuse(t('part.refusedTakeBack'), part, request, settings, { word });
    default:
      return changeFile(form.action, part, request, settings, word);
  }
}

/** Keeps the note that stands in the field when another button of the page is pressed: without a script, the next page would not show it. */
function keepWord(part: LoadedPart, { word, version }: HandInForm, tools: PartTools): Promise<void> {
  return changePart(
    part,
    async ({ row, status }) => {
      if (!row || !status.canHandIn) return;
      const kept = isOutdated(version, row) ? bothWords(row.word, word) : word;
      if (kept !== row.word) await writePart(row, { word: kept }, tools);
    },
    tools,
  );
}

async function handInFromForm(
  part: LoadedPart,
  { word, version }: HandInForm,
  request: FileShareRequest,
  settings: Settings,
): Promise<Answer> {
  const { t, redirect } = request;
  switch (await handIn(part, { word, version }, request)) {
    case 'done':
      return redirect(partPath(part.work.id, part.pupilId), t('part.handedInNow'));
    case 'empty':
      return pupilPartPage(part, request, settings, { word, wordProblem: t('part.empty'), status: 400 });
    case 'other':
      return refuse(t('part.refusedOther'), part, request, settings, { word });
    case 'closed':
      return refuse(t('part.refusedClosed'), part, request, settings, { word });
    case 'changed': {
      const now = await refreshPart(part, request);
      const both = bothWords(now.row?.word ?? '', word);
      return pupilPartPage(now, request, settings, { refused: t('part.refusedChanged'), word: both, status: 409 });
    }
  }
}
