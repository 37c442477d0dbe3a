// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import { InputError, NotFoundError } from '../../../../api/errors.js';
import type { HostContext } from '../../../context/host-context.js';
import { findForWord, leaveWord, MOST_OF_WORD, type WordAuthor } from '../../../domain/stand-ins/left-word.js';
import { replacedIn, type StandInInGroup } from '../../../domain/stand-ins/stand-ins-in-groups.js';
import { hiddenNotFound } from '../../../http/hidden-not-found.js';
import { requirePerson } from '../../../http/login/require-person.js';
import { redirectWithNotice } from '../../../http/redirect-with-notice.js';
import { schoolContext, type SchoolContext, type SchoolServices } from '../../../http/school-context.js';
import { hostTexts, sendPage, type PageContext } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';
import { formatFor } from '../../../infra/i18n/format.js';
import { readField } from '../form-words.js';
import { standInsUrl } from './send-stand-ins.js';
import { wordUrl } from './stand-ins.presenter.js';
import { WordView } from './word.view.js';

const PATH = '/s/:uai/replacements/:id/word';

type WordServices = PageContext & SchoolServices & Pick<HostContext, 'assets' | 'clock' | 'database'>;

/** `/s/<UAI>/replacements/<id>/word`: the teacher who is replaced, or a head, leaves a word for the replacement teacher (ADR 138). */
export function wordRoutes(context: HostContext): Router {
  const router = express.Router();
  router.use(PATH, requirePerson(context));

  router.get(PATH, async (request, response) => {
    const { id, visit, author } = visitOf(context, request);
    const standIn = await orHidden(findForWord(context.database.unitOfWork, id, author, context.clock.now()));
    await sendWord(context, request, response, { visit, standIn, word: standIn.word?.text ?? '' });
  });

  router.post(PATH, express.urlencoded({ extended: false }), async (request, response) => {
    const { id, visit, author } = visitOf(context, request);
    const { unitOfWork } = context.database;
    const now = context.clock.now();
    const word = readField(request.body, 'word').replaceAll('\r\n', '\n').trim();
    const t = hostTexts(request, visit);
    try {
      const before = await orHidden(leaveWord(unitOfWork, { id, word, author, now }));
      const notice = t(word === '' ? 'word.taken' : 'word.left', { name: before.person.displayName });
      const { person } = visitorOf(request);
      // A word that somebody else wrote would come back under the name of the person who presses the button.
      const isOwn = before.word === undefined || before.word.by.id === person?.id;
      const undo = {
        label: t('standIns.undo'),
        url: wordUrl(visit.school.uai, id),
        fields: { word: before.word?.text ?? '' },
      };
      await redirectWithNotice(request, response, backOf(visit, before), notice, isOwn ? undo : undefined);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const standIn = await orHidden(findForWord(unitOfWork, id, author, now));
      const fault =
        word === '' ? t('word.wrong.empty') : t('word.wrong.long', { count: word.length, most: MOST_OF_WORD });
      await sendWord(context, request, response, { visit, standIn, word, error: fault });
    }
  });

  return router;
}

interface Visit {
  readonly id: string;
  readonly visit: SchoolContext;
  readonly author: WordAuthor;
}

function visitOf(context: SchoolServices, request: Request): Visit {
  const { person } = visitorOf(request);
  const visit = person && schoolContext(context, person, String(request.params['uai']));
  if (!visit) throw hiddenNotFound('the school is not the person’s');
  const isHead = visit.user.profiles.includes('head');
  const author = { uai: visit.school.uai, personId: visit.user.id, isHead };
  return { id: String(request.params['id']), visit, author };
}

function orHidden(found: Promise<StandInInGroup>): Promise<StandInInGroup> {
  return found.catch((error: unknown) => {
    throw error instanceof NotFoundError ? hiddenNotFound(error.message) : error;
  });
}

/** The page that shows the word to its author: the portal of the teacher who is replaced, or the list of a head. */
function backOf({ school, user }: SchoolContext, standIn: StandInInGroup): string {
  return replacedIn(standIn)?.id === user.id ? `/s/${school.uai}/` : standInsUrl(school);
}

interface SentWord {
  readonly visit: SchoolContext;
  readonly standIn: StandInInGroup;
  readonly word: string;
  readonly error?: string;
}

async function sendWord(
  context: WordServices,
  request: Request,
  response: Response,
  { visit, standIn, word, error }: SentWord,
): Promise<void> {
  const t = hostTexts(request, visit);
  const format = formatFor(visitorOf(request).language, visit.school.timeZone, context.clock);
  const by = standIn.word?.by;
  const model = {
    ...{ url: wordUrl(visit.school.uai, standIn.id), backUrl: backOf(visit, standIn), word, error },
    ...{ name: standIn.person.displayName, class: standIn.className },
    // The first instant that is excluded belongs to the day after the last one.
    until: format.day(new Date(standIn.until.getTime() - 1)),
    hasWord: by !== undefined,
    author: by && by.id !== visit.user.id ? by.displayName : undefined,
  };
  await sendPage(context, request, response, {
    title: t('word.title', { name: model.name }),
    content: <WordView model={model} t={t} />,
    status: error === undefined ? 200 : 400,
    scripts: [context.assets.url('core', 'letters.js')],
    visit,
  });
}
