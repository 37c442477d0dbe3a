// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import type { HostContext } from '../../../context/host-context.js';
import { findPersons } from '../../../domain/directory/find-persons.js';
import { judgeByHand, type PairByHand } from '../../../domain/homonyms/ask-by-hand.js';
import { comparePersons, type ComparedPersons } from '../../../domain/homonyms/homonym-list.js';
import { homonymProblemOf, type HomonymProblem } from '../../../domain/homonyms/homonym-problem.js';
import { hiddenNotFound } from '../../../http/hidden-not-found.js';
import { ASK_PAIR_URL } from '../../../http/platform-urls.js';
import { textOf, withQuery } from '../../../http/read-query.js';
import { redirectWithNotice } from '../../../http/redirect-with-notice.js';
import type { PageContext } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';
import { pageFormatter } from '../shared/page-formatter.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import { chosenPair, presentAsk, presentAskPair, type AskSearch, type Searched } from './ask.presenter.js';
import { homonymUrl } from './homonyms.presenter.js';
import { PlatformAskPairView } from './platform-ask-pair.view.js';
import { PlatformAskView } from './platform-ask.view.js';

/** Fewer letters would list the children of all schools with their days of birth. */
const FEWEST_LETTERS = 3;

type AskContext = PageContext & Pick<HostContext, 'clock'>;

/**
 * `/admin/homonyms/ask?one=&other=`: looks for two people who may be one; `/admin/homonyms/ask/pair?person=&with=`: compares them, and
 * asks the question that no sync asked.
 */
export function askRoutes(context: HostContext): Router {
  const router = express.Router();
  const { auditTrail, homonyms } = context;

  router.get('/homonyms/ask', async (request, response) => {
    const formatter = pageFormatter(context, request);
    const search = await searchOf(context, request);
    const pair = chosenPair(search);
    if (pair) return response.redirect(303, withQuery(ASK_PAIR_URL, { person: pair[0], with: pair[1] }));
    const content = <PlatformAskView model={presentAsk(search, formatter)} t={formatter.t} />;
    await sendPlatformPage(context, request, response, { title: formatter.t('platform.ask'), content });
  });

  router.get('/homonyms/ask/pair', async (request, response) => {
    const ids = idsOf(request.query);
    const judged = await judge(context, ids, actorOf(request));
    if (judged.known?.state === 'open') return response.redirect(303, homonymUrl(judged.known.id));
    const compared = await compare(context, judged);
    const [person, other] = ids;
    const line = { actor: actorOf(request), uai: null, action: 'core.homonym.compare', subject: { person, other } };
    await auditTrail.note(line);
    await sendPair(context, request, response, { ids, judged, compared, status: 200 });
  });

  router.post('/homonyms/ask/pair', express.urlencoded({ extended: false }), async (request, response) => {
    const { t } = pageFormatter(context, request);
    const ids = idsOf(request.body);
    const judged = await judge(context, ids, actorOf(request));
    try {
      const id = await homonyms.ask(ids, { actor: actorOf(request) });
      await redirectWithNotice(request, response, homonymUrl(id), t('platform.askDone'));
    } catch (error) {
      const problem = homonymProblemOf(error)?.problem;
      if (!problem) throw error;
      const compared = await compare(context, judged);
      await sendPair(context, request, response, { ids, judged: { ...judged, problem }, compared, status: 409 });
    }
  });

  return router;
}

async function searchOf({ database, clock }: AskContext, { query }: Request): Promise<AskSearch> {
  const [text, otherText] = [textOf(query, 'one'), textOf(query, 'other')];
  const find = async (looked: string): Promise<Pick<Searched, 'persons' | 'total' | 'isShort'>> =>
    normaliseForSearch(looked).replaceAll(' ', '').length < FEWEST_LETTERS
      ? { persons: [], total: 0, isShort: true }
      : { ...(await findPersons(database.unitOfWork, { text: looked }, clock.now())), isShort: false };
  const found = await find(text);
  return {
    one: { ...found, text, chosen: textOf(query, 'person') },
    other: { ...(otherText === '' ? found : await find(otherText)), text: otherText, chosen: textOf(query, 'with') },
    isAsked: 'one' in query,
    isCompared: 'compare' in query,
  };
}

function actorOf(request: Request): string {
  return visitorOf(request).person?.id ?? '';
}

function idsOf(values: unknown): [string, string] {
  return [textOf(values, 'person'), textOf(values, 'with')];
}

interface Judged {
  readonly pair: Pick<PairByHand, 'personId' | 'otherId'>;
  readonly known: PairByHand['known'];
  readonly problem?: HomonymProblem | undefined;
}

/** @throws NotFoundError, InputError */
async function judge({ database }: AskContext, ids: readonly [string, string], actor: string): Promise<Judged> {
  try {
    const { known, ...pair } = await database.unitOfWork.run((manager) => judgeByHand(manager, ids, actor));
    return { pair, known };
  } catch (error) {
    const problem = homonymProblemOf(error)?.problem;
    if (!problem) throw error;
    return { pair: { personId: ids[0], otherId: ids[1] }, known: null, problem };
  }
}

/** @throws NotFoundError */
async function compare({ clock, database }: AskContext, { pair }: Judged): Promise<ComparedPersons> {
  const compared = await comparePersons(database.unitOfWork, pair, clock.now());
  if (!compared) throw hiddenNotFound('one of these two persons is not known');
  return compared;
}

interface PairPage {
  readonly ids: readonly [string, string];
  readonly judged: Judged;
  readonly compared: ComparedPersons;
  readonly status: number;
}

async function sendPair(
  context: AskContext,
  request: Request,
  response: Response,
  { ids, judged: { known, problem }, compared, status }: PairPage,
): Promise<void> {
  const formatter = pageFormatter(context, request);
  const { t } = formatter;
  const model = presentAskPair(
    compared,
    {
      ...{ ids, isAgain: known !== null, canRetry: problem === 'busy' },
      problem:
        problem &&
        t(
          problem === 'left' || problem === 'decided'
            ? `platform.askProblem.${problem}`
            : `platform.homonymProblem.${problem}`,
        ),
    },
    formatter,
  );
  const content = <PlatformAskPairView model={model} t={t} />;
  await sendPlatformPage(context, request, response, { title: t('platform.homonymTitle'), content, status });
}
