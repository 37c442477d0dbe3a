// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Card, LogoScene, LinkButton, Note, PageHead, Section, Tile, Tiles, Aside } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { capitalised } from '../../infra/i18n/capitalised.js';
import type { FormerLine, KeptLine, PortalModel } from './portal.model.js';
import { PortalChildren } from './portal-children.js';
import { PortalFamilies } from './portal-families.js';
import { PortalTasks } from './portal-tasks.js';
import { PortalEmpty } from './portal-empty.js';

interface PortalProps {
  readonly model: PortalModel;
  readonly t: Translate<HostKey>;
}

export function PortalView(props: PortalProps): VNode {
  return props.model.child ? <ChildPortal {...props} /> : <AdultPortal {...props} />;
}

function AdultPortal({ model, t }: PortalProps): VNode {
  return (
    <>
      <PageHead title={t('portal.hello', { name: model.givenName })} lead={leadOf({ model, t })} />
      <FormerNote line={model.former} />
      {model.families.length === 0 && <PortalChildren label={t('portal.children')} children={model.children} />}
      <PortalTasks tasks={model.tasks} child={false} t={t} />
      <div class="v-columns">
        {model.families.length === 0 ? (
          <PortalBricks model={model} t={t} />
        ) : (
          <PortalFamilies families={model.families} t={t} />
        )}
        {model.otherSchools.length > 0 && (
          <Aside title={t('portal.others', { count: model.otherSchools.length })}>
            <OtherSchools model={model} t={t} />
          </Aside>
        )}
      </div>
      <KeptNotes model={model} />
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
      <PortalTasks tasks={model.tasks} child t={t} />
      <PortalBricks model={model} t={t} />
      <KeptNotes model={model} />
      {model.otherSchools.length > 0 && (
        <Aside title={t('portal.others', { count: model.otherSchools.length })}>
          <OtherSchools model={model} t={t} />
        </Aside>
      )}
    </>
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
  const { kept = [], bricks, families, schoolBricksUrl } = model;
  const isLinked = bricks.length > 0 || families.length > 0 || schoolBricksUrl !== undefined;
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

function PortalBricks({ model, t }: PortalProps): VNode {
  if (model.bricks.length === 0)
    return <PortalEmpty schoolBricksUrl={model.schoolBricksUrl} bricksOfSchool={model.bricksOfSchool} t={t} />;
  // The wall of the flock stands on the card of a pupil; the page of an adult is denser.
  const Frame = model.child ? Card : Section;
  return (
    <Frame title={t('portal.bricks')}>
      <Tiles>
        {model.bricks.map(({ url, summary, ...brick }) => (
          <Tile key={url} href={url} line={summary} {...brick} />
        ))}
      </Tiles>
    </Frame>
  );
}

function OtherSchools({ model, t }: PortalProps): VNode {
  return (
    <ul class="v-list v-others">
      {model.otherSchools.map(({ name, url, bricks }) => (
        <li key={url}>
          <LinkButton kind="quiet" href={url} iconEnd="arrow-right">
            {name}
          </LinkButton>
          <p class="v-soft v-small">{t('portal.otherBricks', { count: bricks })}</p>
        </li>
      ))}
    </ul>
  );
}

/** A number in words: « Trois choses vous attendent. » */
const WAITING = ['portal.wait1', 'portal.wait2', 'portal.wait3', 'portal.wait4', 'portal.wait5'] as const;

/** One plain sentence. */
function leadOf({ model, t }: PortalProps): string {
  const waiting = model.hasMoreTasks ? 'portal.waitMore' : WAITING[model.tasks.length - 1];
  if (waiting) return capitalised(t(waiting, { date: model.today }));
  if (model.families.length > 0) return capitalised(t('portal.leadFamilies', { date: model.today }));
  const key = model.bricks.length === 0 ? 'portal.leadEmpty' : 'portal.lead';
  return capitalised(t(key, { date: model.today, count: model.bricks.length }));
}
