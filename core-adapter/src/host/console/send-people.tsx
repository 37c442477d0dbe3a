// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { Translate } from '../../api/i18n.js';
import { PROFILES, type School } from '../../api/people.js';
import { servedProfiles } from '../activation/served-profiles.js';
import { inForce } from '../activation/activation-rule.js';
import { fold } from '../database/fold.js';
import type { Recipient } from '../directory/audience.js';
import type { HostContext } from '../host-context.js';
import type { LoadedBrick } from '../loader/loaded-brick.js';
import type { HostKey } from '../locales/index.js';
import type { SchoolBrickPeopleModel } from '../views/school-brick-people.model.js';
import { SchoolBrickPeopleView } from '../views/school-brick-people.view.js';
import { visitSchool } from '../web/school-visit.js';
import { brickText, hostTexts, sendPage } from '../web/send-page.js';
import { visitorOf } from '../web/visitor.js';
import { fieldsOf, readField } from './form-words.js';
import { openForm, type Asked, type OpenForm } from './open-form.js';
import { personsOf, proposedRules, reachedBy } from './reach.js';
import { findSchoolFacts } from './school-facts.js';

/** Names on a page. */
const PAGE = 100;

interface Place {
  readonly school: School;
  readonly brick: LoadedBrick;
  readonly asked: Asked;
}

/** Who would have the brick with the choice of the address. @returns false when that is no choice, and nothing was sent */
export async function sendPeople(
  context: HostContext,
  request: Request,
  response: Response,
  { school, brick, asked }: Place,
): Promise<boolean> {
  const { person, language } = visitorOf(request);
  const visit = person && visitSchool(context, person, school.uai);
  const who = { viewerId: person?.id, language, t: hostTexts(request, visit) };
  const facts = await findSchoolFacts(context, school, brick, who);
  const form = openForm(brick, asked, facts);
  if (form && 'faults' in form.reading) return false;

  const { t, now, listUrl } = facts;
  const rules = facts.rules.get(brick.id) ?? [];
  const proposed =
    form && 'choice' in form.reading
      ? proposedRules({ rules, instead: form.target, choice: form.reading.choice, now })
      : rules.filter((rule) => inForce(rule, now));
  const served = servedProfiles(brick);
  const people = await reachedBy(context.directory, school, served, proposed);
  const choice = form ? fieldsOf(form.words) : [];
  const model = present(people, {
    t,
    title: t(form && !isNow(form, now) ? 'schoolBricks.peopleTitle' : 'schoolBricks.peopleNow', {
      brick: brickText(brick, 'title', language, false),
    }),
    text: readField(request.query, 'q').slice(0, PAGE),
    page: Number(readField(request.query, 'page')),
    url: `${listUrl}/${brick.id}/people`,
    backUrl: `${listUrl}?${new URLSearchParams([['brick', brick.id], ...choice]).toString()}`,
    choice,
  });
  const content = <SchoolBrickPeopleView model={model} t={t} />;
  await sendPage(context, request, response, { title: model.title, content, visit, current: 'school' });
  return true;
}

/** The form is a rule as it stands, and it has begun. */
function isNow({ target, changed }: OpenForm, now: Date): boolean {
  return target !== undefined && !changed && inForce(target, now);
}

interface Question {
  readonly t: Translate<HostKey>;
  readonly title: string;
  readonly text: string;
  readonly page: number;
  readonly url: string;
  readonly backUrl: string;
  readonly choice: readonly (readonly [string, string])[];
}

function present(people: readonly Recipient[], question: Question): SchoolBrickPeopleModel {
  const { t, title, text, url, backUrl, choice } = question;
  const wanted = fold(text);
  const found = people.filter(({ displayName }) => fold(displayName).includes(wanted));
  const ordered = PROFILES.flatMap((profile) => found.filter((one) => one.profile === profile));
  const last = Math.max(1, Math.ceil(ordered.length / PAGE));
  const page = Math.min(Math.max(1, Math.trunc(question.page) || 1), last);
  const shown = ordered.slice((page - 1) * PAGE, page * PAGE);
  const pageUrl = (to: number): string => {
    const query = [...choice, ['q', text], ['page', String(to)]].map(([name = '', value = '']) => [name, value]);
    return `${url}?${new URLSearchParams(query).toString()}`;
  };
  const count = personsOf(found);
  const total = personsOf(people);
  return {
    title,
    lead: t(wanted === '' ? 'schoolBricks.peopleLead' : 'schoolBricks.peopleFound', { count, total }),
    backUrl,
    search: { action: url, text, fields: choice.map(([name, value]) => ({ name, value })) },
    sections: PROFILES.map((profile) => ({
      label: t(`schoolBricks.${profile}`),
      names: shown.filter((one) => one.profile === profile).map(({ displayName }) => displayName),
    })).filter(({ names }) => names.length > 0),
    ...(last > 1 && {
      range: t('schoolBricks.peopleRange', {
        first: (page - 1) * PAGE + 1,
        last: (page - 1) * PAGE + shown.length,
        total: ordered.length,
      }),
    }),
    ...(page > 1 && { previousUrl: pageUrl(page - 1) }),
    ...(page < last && { nextUrl: pageUrl(page + 1) }),
  };
}
