// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Router } from 'express';
import type { Profile } from '../../../api/people.js';
import type { HostContext } from '../../context/host-context.js';
import { translator } from '../../infra/i18n/translate.js';
import type { ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import { hostLocales } from '../../infra/locales/index.js';
import { recogniseSilently } from '../../http/login/recognise-silently.js';
import { CONTACT_URL, HELP_URL } from '../../http/foot-links.js';
import { HelpPupilView } from './help-pupil.view.js';
import { HelpView } from './help.view.js';
import { homeSchool } from '../../http/home-school.js';
import { schoolContext, type SchoolServices } from '../../http/school-context.js';
import { sendPage } from '../../http/send-page.js';
import { visitorOf, type VisitorPerson } from '../../http/visitor.js';
import { presentHelp, readersOf } from './help.presenter.js';
import type { HelpReader } from './host-help.js';

/** `/aide`: a page for each profile of the person; without a login, how to log in. Each brick that is on brings its part. */
export function helpRoutes(context: HostContext): Router {
  const router = express.Router();
  const { people, operator } = context.settings;

  router.get(HELP_URL, recogniseSilently(context), async (request, response) => {
    const { person, language } = visitorOf(request);
    const visit = await homeSchool(context, request);
    const everywhere = person?.schools.flatMap(({ profiles }) => profiles) ?? [];
    const profiles = readersOf(visit?.user.profiles ?? [], everywhere);
    const reader = chosen(request, profiles);
    const t = translator(hostLocales, language, reader === 'pupil');
    const model = presentHelp({
      reader,
      profiles,
      language,
      t,
      bricks: await bricksOf(context, person, reader),
      schools: schoolsOf(person, reader).map(({ school }) => school.name),
      contactUrl: operator.contact === undefined ? undefined : CONTACT_URL,
      eraseAfter: people.eraseAfter,
    });
    const content = reader === 'pupil' ? <HelpPupilView model={model} t={t} /> : <HelpView model={model} t={t} />;
    await sendPage(context, request, response, { title: t('help.title'), content, visit });
  });

  return router;
}

/** The profile that the address names, where the person has it; else their first one. */
function chosen(request: Request, profiles: readonly Profile[]): HelpReader {
  const asked = profiles.find((profile) => profile === request.query['profile']);
  return asked ?? profiles[0] ?? 'nobody';
}

function schoolsOf(person: VisitorPerson | undefined, reader: HelpReader): VisitorPerson['schools'] {
  if (reader === 'nobody') return [];
  return (person?.schools ?? []).filter(({ profiles }) => profiles.includes(reader));
}

/** The bricks that are on for the person as this reader, in any of their schools. */
async function bricksOf(
  context: SchoolServices,
  person: VisitorPerson | undefined,
  reader: HelpReader,
): Promise<ReadyBrick[]> {
  if (!person || reader === 'nobody') return [];
  const visits = schoolsOf(person, reader).flatMap(({ school }) => schoolContext(context, person, school.uai) ?? []);
  const on = new Set((await Promise.all(visits.map((visit) => visit.bricksAs(reader)))).flat());
  return context.bricks.filter((brick): brick is ReadyBrick => brick.state === 'ready' && on.has(brick));
}
