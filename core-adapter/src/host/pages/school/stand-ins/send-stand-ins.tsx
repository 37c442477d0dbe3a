// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { School } from '../../../../api/people.js';
import type { HostContext } from '../../../context/host-context.js';
import { schoolContext, type SchoolServices } from '../../../http/school-context.js';
import { hostTexts, sendPage, type PageContext } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';
import { formatFor } from '../../../infra/i18n/format.js';
import type { StandInForm } from './stand-ins.view.js';
import { presentStandIn } from './stand-ins.presenter.js';
import { StandInsView } from './stand-ins.view.js';

/** The typed form, and the sentences about it. */
export type FormState = Pick<StandInForm, 'words' | 'errors' | 'candidate'>;

type StandInServices = PageContext & SchoolServices & Pick<HostContext, 'assets' | 'clock' | 'directory' | 'standIns'>;

const EMPTY: FormState = {
  words: { group: '', person: '', login: '', start: 'now', from: '', until: '' },
  errors: {},
};

export async function sendStandIns(
  context: StandInServices,
  request: Request,
  response: Response,
  school: School,
  state = EMPTY,
  status = 200,
): Promise<void> {
  const { clock, directory, standIns } = context;
  const { uai, timeZone } = school;
  const { person, language } = visitorOf(request);
  const visit = person && schoolContext(context, person, uai);
  const t = hostTexts(request, visit);
  const groups = (await directory.currentGroups(uai)).filter(({ kind }) => kind === 'class');
  const teachers = await directory.audience(uai, { profiles: ['teacher'], groupIds: [] });
  const url = standInsUrl(school);
  const form: StandInForm = {
    ...state,
    action: url,
    classes: groups.map(({ id, name }) => ({ value: id, label: name })),
    teachers: teachers.map(({ id, displayName }) => ({ value: id, label: displayName })),
  };
  const headOf = visit?.user.profiles.includes('head') ? uai : undefined;
  const reader = { t, format: formatFor(language, timeZone, clock), now: clock.now(), url, headOf };
  const lines = (await standIns.list(uai)).map((one) => presentStandIn(one, reader));
  await sendPage(context, request, response, {
    title: t('standIns.title'),
    content: <StandInsView model={{ uai, lines, form }} t={t} />,
    status,
    styles: [context.assets.url('core', 'console.css')],
    visit,
    current: 'school',
  });
}

export function standInsUrl({ uai }: School): string {
  return `/admin/s/${uai}/replacements`;
}
