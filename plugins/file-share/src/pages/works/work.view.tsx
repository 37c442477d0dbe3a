// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, Icon, LinkButton, Tag, Aside, FactList, Point } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import { PartsView } from './parts.view.js';
import { KeyBrick, Wall, type BrickLook, type WallModel } from '../shared/works/wall.view.js';
import type { EndModel, WorkModel, GivenModel, MissingModel } from '../shared/works/works.model.js';

/** One work: where the class stands, what was handed in, what is missing, what was given. */
export function WorkView({ model, backUrl, t }: ViewProps<WorkModel> & { readonly backUrl: string }): VNode {
  const { title, isDraft, tag, lead, editUrl, wall, missing } = model;
  return (
    <section aria-labelledby="work">
      <a class="btn btn-quiet v-back" href={backUrl}>
        <Icon name="arrow-left" />
        {t('works.all')}
      </a>
      <div class="v-pagehead mb-3">
        <div>
          <div class="mb-2">
            <Tag kind={tag.kind} icon={tag.icon}>
              {tag.text}
            </Tag>
          </div>
          <h2 class="fs-3 mb-1" id="work">
            {title}
          </h2>
          <p>{lead}</p>
        </div>
        {editUrl !== undefined && (
          <Actions>
            <LinkButton href={editUrl} icon="pencil-fill">
              {t(isDraft ? 'works.goOn' : 'works.edit')}
            </LinkButton>
          </Actions>
        )}
      </div>
      <div class="file-share-work">
        {wall && <WallCard wall={wall} hasHandedIn={model.parts.length > 0 || missing !== undefined} t={t} />}
        <PartsView model={model} t={t} />
        {missing && <MissingView missing={missing} actUrl={model.actUrl} t={t} />}
        <GivenView given={model.given} t={t} />
        <Ends model={model} t={t} />
      </div>
    </section>
  );
}

interface WallCardProps {
  readonly wall: WallModel;
  readonly hasHandedIn: boolean;
  readonly t: FileShareTexts;
}

function WallCard({ wall, hasHandedIn, t }: WallCardProps): VNode {
  const { handedIn, started, untouched } = wall;
  const isNone = hasHandedIn && handedIn === 0;
  return (
    <section class="v-card" aria-labelledby="wall">
      <h3 class="visually-hidden" id="wall">
        {t('works.wall.title')}
      </h3>
      <Wall {...wall} />
      <ul class="v-list file-share-key">
        {isNone && <li>{t('works.wall.none')}</li>}
        <Key look="on" count={handedIn} words={t('works.wall.handedInWord', { count: handedIn })} />
        <Key look="was" count={started} words={t('works.wall.startedWord', { count: started })} />
        <Key look="off" count={untouched} words={t('works.wall.untouchedWord', { count: untouched })} />
      </ul>
    </section>
  );
}

interface KeyProps {
  readonly look: BrickLook;
  readonly count: number;
  readonly words: string;
}

/** Zeros are left out. */
function Key({ look, count, words }: KeyProps): VNode | null {
  if (count === 0) return null;
  return (
    <li>
      <KeyBrick look={look} />
      <span>
        <strong>{count}</strong> {words}
      </span>
    </li>
  );
}

/** Actions that end a work, each with its effect, in a list that opens. */
function Ends({ model: { ends, stays, actUrl, isDraft }, t }: ViewProps<WorkModel>): VNode | null {
  if (ends.length === 0 || actUrl === undefined) return null;
  return (
    <details class="file-share-ends">
      <summary>{t(isDraft ? 'works.endsDraft' : 'works.ends')}</summary>
      {ends.map((end) => (
        <End key={end.action} end={end} actUrl={actUrl} />
      ))}
      {stays !== undefined && <p class="v-soft mb-0 mt-3">{stays}</p>}
    </details>
  );
}

function End({ end, actUrl }: { readonly end: EndModel; readonly actUrl: string }): VNode {
  const { action, label, text, icon } = end;
  return (
    <form class="file-share-end" method="post" action={actUrl}>
      <p class="v-soft mb-0">{text}</p>
      <Button icon={icon} kind={action === 'delete' ? 'danger' : 'secondary'} name="do" value={action}>
        {label}
      </Button>
    </form>
  );
}

interface GivenProps {
  readonly given: GivenModel;
  readonly t: FileShareTexts;
}

/** The files and instructions that pupils were given. */
function GivenView({ given: { read, fill, text }, t }: GivenProps): VNode | null {
  if (read.length === 0 && fill.length === 0 && text === '') return null;
  return (
    <Aside title={t('works.given')}>
      <FactList>
        {read.length > 0 && (
          <Point icon="book-fill">
            <strong>{t('works.given.read')}</strong> {read.join(', ')}
          </Point>
        )}
        {fill.length > 0 && (
          <Point icon="copy">
            <strong>{t('works.given.fill')}</strong> {fill.join(', ')}
          </Point>
        )}
        {text !== '' && (
          <Point icon="chat-left-text-fill">
            <span class="file-share-text">{text}</span>
          </Point>
        )}
      </FactList>
    </Aside>
  );
}

interface MissingProps {
  readonly missing: MissingModel;
  readonly actUrl: string | undefined;
  readonly t: FileShareTexts;
}

/** The pupils who have not handed in: a pencil stands before pupils who have begun. */
function MissingView({ missing, actUrl, t }: MissingProps): VNode {
  const { title, pupils, hasBegun, remind, reminded } = missing;
  return (
    <section class="v-card" aria-labelledby="missing">
      <h3 class="fs-5 mb-1" id="missing">
        {title}
      </h3>
      {hasBegun && <p class="v-soft v-small mb-0">{t('works.missing.pencil')}</p>}
      <ul class="v-list file-share-people" aria-labelledby="missing">
        {pupils.map((pupil) => (
          <li key={pupil.id}>
            <a class={pupil.hasBegun ? 'file-share-begun' : undefined} href={pupil.url}>
              {pupil.hasBegun && <Icon name="pencil-fill" label={t('works.missing.begun')} />}
              {pupil.name}
            </a>
          </li>
        ))}
      </ul>
      {remind !== undefined && actUrl !== undefined && (
        <form method="post" action={actUrl}>
          <Actions>
            <Button icon="bell-fill" name="do" value="remind">
              {remind}
            </Button>
            <span class="v-soft v-small">{reminded}</span>
          </Actions>
        </form>
      )}
    </section>
  );
}
