// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { School } from '../../../api/people.js';
import { servedProfiles } from '../../domain/activation/served-profiles.js';
import { inForce } from '../../domain/activation/activation-rule.js';
import type { HostContext } from '../../context/host-context.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import { SchoolBrickPeopleView } from './school-brick-people.view.js';
import { schoolContext, type SchoolServices } from '../../http/school-context.js';
import { brickText, hostTexts, sendPage, type PageContext } from '../../http/send-page.js';
import { visitorOf } from '../../http/visitor.js';
import { fieldsOf, readField } from './form-words.js';
import { openForm, type Asked, type OpenForm } from './open-form.js';
import { peopleByClass } from './people-by-class.js';
import { presentPeople } from './present-people.js';
import { proposedRules, reachedBy } from './proposed-rules.js';
import { findSchoolFacts } from './school-facts.js';

/** The maximum number of characters of a name to search for. */
const LONGEST_NAME = 100;

interface Place {
  readonly school: School;
  readonly brick: LoadedBrick;
  readonly asked: Asked;
}

/**
 * Sends the people who would have the brick with the choice of the address.
 * @returns false when there is no valid choice; no page is sent then
 */
export async function sendPeople(
  context: PageContext & SchoolServices & Pick<HostContext, 'clock'>,
  request: Request,
  response: Response,
  { school, brick, asked }: Place,
): Promise<boolean> {
  const { person, language } = visitorOf(request);
  const visit = person && schoolContext(context, person, school.uai);
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
  const families = await context.directory.families(school.uai);
  const ids = [...people.map(({ id }) => id), ...families.map(({ childId }) => childId)];
  const classesOf = await context.directory.classesOf([...new Set(ids)], school.uai);
  const byClass = peopleByClass(people, { groups: facts.groups, families, classesOf });
  const question = {
    title: t(form && !isNow(form, now) ? 'schoolBricks.peopleTitle' : 'schoolBricks.peopleNow', {
      brick: brickText(brick, 'title', language, false),
    }),
    text: readField(request.query, 'q').slice(0, LONGEST_NAME),
    page: Number(readField(request.query, 'page')),
    url: `${listUrl}/${brick.id}/people`,
    backUrl: `${listUrl}?${new URLSearchParams([['brick', brick.id], ...choice]).toString()}`,
    choice,
  };
  const model = presentPeople(people, byClass, question, facts);
  const content = <SchoolBrickPeopleView model={model} t={t} />;
  await sendPage(context, request, response, {
    title: model.title,
    content,
    styles: [context.assets.url('core', 'console.css')],
    visit,
    current: 'school',
  });
  return true;
}

/** The form is an unchanged rule, and the rule is in force. */
function isNow({ target, changed }: OpenForm, now: Date): boolean {
  return target !== undefined && !changed && inForce(target, now);
}
