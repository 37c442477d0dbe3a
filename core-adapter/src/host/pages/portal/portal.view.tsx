// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Card, Icon, LinkButton, LogoScene, Note, PageHead, Section, Tile, Tiles } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { capitalised } from '../../infra/i18n/capitalised.js';
import type { FormerLine, KeptLine, PortalModel, PortalStandIn } from './portal.model.js';
import { PortalElsewhere } from './portal-elsewhere.js';
import { PortalKids } from './portal-kids.js';
import { PortalLines } from './portal-lines.js';
import { PortalTasks } from './portal-tasks.js';
import { PortalTools } from './portal-tools.js';
import { PortalWeek, TeacherWeek } from './portal-week.js';
import { PortalEmpty } from './portal-empty.js';

interface PortalProps {
  readonly model: PortalModel;
  readonly t: Translate<HostKey>;
}

export function PortalView(props: PortalProps): VNode {
  return props.model.child ? <ChildPortal {...props} /> : <AdultPortal {...props} />;
}

function AdultPortal({ model, t }: PortalProps): VNode {
  const { bricks, kids, lines, otherSchools, standIns, tasks, inherited, tools } = model;
  const hasNothing = bricks.length === 0 && kids.every((kid) => kid.tools.length === 0);
  return (
    <>
      <PageHead
        title={t('portal.hello', { name: model.givenName })}
        lead={leadOf({ model, t })}
        actions={model.actions.length > 0 && <Actions {...model} />}
      />
      <FormerNote line={model.former} />
      {standIns.map((standIn) => (
        <StandInBar key={standIn.title} standIn={standIn} />
      ))}
      <div class="v-columns">
        <div class="v-parts">
          <PortalTasks tasks={tasks} inherited={inherited} more={model.moreTasks} child={false} t={t} />
          <TeacherWeek week={model.week} t={t} />
          {lines.length > 0 && (
            <Card title={t('portal.news')}>
              <PortalLines lines={lines} />
            </Card>
          )}
          <PortalKids kids={kids} t={t} />
          {hasNothing && (
            <PortalEmpty schoolBricksUrl={model.schoolBricksUrl} bricksOfSchool={model.bricksOfSchool} t={t} />
          )}
          {tools.length > 0 && (
            <Section title={t('portal.bricks')}>
              <PortalTools label={t('portal.bricks')} tools={tools} ends={model.ends} />
            </Section>
          )}
        </div>
        <PortalElsewhere schools={otherSchools} t={t} />
      </div>
      <KeptNotes model={model} />
    </>
  );
}

function Actions({ actions }: Pick<PortalModel, 'actions'>): VNode {
  return (
    <>
      {actions.map(({ title, url, icon }) => (
        <LinkButton key={url} href={url} icon={icon}>
          {title}
        </LinkButton>
      ))}
    </>
  );
}

function ChildPortal({ model, t }: PortalProps): VNode {
  return (
    <>
      <div class="v-hello">
        <div>
          <h1>{t('portal.hello', { name: model.givenName })}</h1>
          <p>{leadOf({ model, t })}</p>
        </div>
        <LogoScene />
      </div>
      <FormerNote line={model.former} />
      <PortalTasks tasks={model.tasks} more={model.moreTasks} child t={t} />
      <PortalWeek week={model.week} t={t} />
      <PortalDoors model={model} t={t} />
      {model.standIns.map((standIn) => (
        <StandInBar key={standIn.title} standIn={standIn} />
      ))}
      <KeptNotes model={model} />
      <PortalElsewhere schools={model.otherSchools} t={t} />
    </>
  );
}

/** « Vous remplacez Claire Vuillemin jusqu’au 2 décembre », and its twin for the person who is replaced. */
function StandInBar({ standIn: { title, detail, word, link } }: { readonly standIn: PortalStandIn }): VNode {
  return (
    <div class="v-subbar">
      <Icon name="person-check-fill" />
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        {detail !== '' && <p>{detail}</p>}
        {word !== undefined && <p>{word}</p>}
      </div>
      {link && <LinkButton href={link.url}>{link.text}</LinkButton>}
    </div>
  );
}

/** The reminder that something is left in a former school, with a link to it. */
function FormerNote({ line }: { readonly line: FormerLine | undefined }): VNode | null {
  if (!line) return null;
  return (
    <Note icon="signpost-split-fill">
      <p>
        {line.text} <a href={line.url}>{line.link}</a>
      </p>
    </Note>
  );
}

/** Notes about kept things. The portal without a brick leads to the own data by itself, except for heads. */
function KeptNotes({ model }: Pick<PortalProps, 'model'>): VNode {
  const { kept = [], bricks, kids, schoolBricksUrl } = model;
  const isLinked = bricks.length > 0 || kids.some((kid) => kid.tools.length > 0) || schoolBricksUrl !== undefined;
  return (
    <>
      {kept.map(({ text, take }) => (
        <p key={text} class="v-soft">
          {text} {take && isLinked && <TakeLink take={take} />}
        </p>
      ))}
    </>
  );
}

function TakeLink({ take: { text, label, url } }: { readonly take: NonNullable<KeptLine['take']> }): VNode {
  return (
    <>
      {text} <a href={url}>{label}</a>
    </>
  );
}

/** The bricks of a pupil, each as a large door. */
function PortalDoors({ model, t }: PortalProps): VNode {
  if (model.bricks.length === 0)
    return <PortalEmpty schoolBricksUrl={model.schoolBricksUrl} bricksOfSchool={model.bricksOfSchool} t={t} />;
  return (
    <Card title={t('portal.bricks')}>
      <Tiles>
        {model.bricks.map(({ url, summary, ends, ...brick }) => (
          <Tile key={url} href={url} line={summary} detail={ends} {...brick} />
        ))}
      </Tiles>
    </Card>
  );
}

/** A number in words: « Trois choses vous attendent. » */
const WAITING = ['portal.wait1', 'portal.wait2', 'portal.wait3', 'portal.wait4', 'portal.wait5'] as const;

/** One plain sentence. */
function leadOf({ model, t }: PortalProps): string {
  const { today: date, kids, moreTasks, bricks, child } = model;
  if (kids.length > 1 && kids.some((kid) => kid.tasks.length > 0)) return capitalised(leadOfKids(model, t));
  const count = countOf(model);
  const waiting = moreTasks || count > WAITING.length ? 'portal.waitMore' : WAITING[count - 1];
  if (waiting) return capitalised(t(waiting, { date }));
  const isEmpty = bricks.length === 0 && kids.length === 0;
  if (isEmpty || child) return capitalised(t('portal.leadEmpty', { date }));
  return capitalised(t(hasNews(model) ? 'portal.leadNews' : 'portal.lead', { date }));
}

/** Whether the page tells of something, although no task is on it. */
function hasNews({ lines, kids, otherSchools }: PortalModel): boolean {
  return (
    lines.length > 0 || kids.some((kid) => kid.lines.length > 0) || otherSchools.some(({ tasks }) => tasks.length > 0)
  );
}

/** « 2 choses vous attendent pour Inès. », « 3 choses vous attendent : 2 pour Inès, 1 pour Jules. » */
function leadOfKids(model: PortalModel, t: PortalProps['t']): string {
  const ofKids = model.kids.filter((kid) => kid.tasks.length > 0);
  const counts = ofKids.map((kid) => t('portal.waitKid', { count: kid.tasks.length, name: kid.givenName }));
  const [only, ...others] = ofKids;
  const values = { date: model.today, count: countOf(model), kids: counts.join(', '), name: only?.givenName ?? '' };
  const isOfKids = ofKids.reduce((sum, kid) => sum + kid.tasks.length, 0) === values.count;
  if (!isOfKids) return t('portal.waitAlsoKids', values);
  return t(others.length === 0 ? 'portal.waitOneKid' : 'portal.waitKids', values);
}

/** The number of tasks on the page, in place of somebody and for children included. */
function countOf({ tasks, inherited = [], kids }: PortalModel): number {
  return [...inherited, ...kids].reduce((sum, part) => sum + part.tasks.length, tasks.length);
}
