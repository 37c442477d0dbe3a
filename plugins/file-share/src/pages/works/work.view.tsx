// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, Icon, LinkButton, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import { GivenView } from './given.view.js';
import { MissingView } from './missing.view.js';
import { PartsView } from './parts.view.js';
import { KeyBrick, Wall, type BrickLook, type WallModel } from '../shared/works/wall.view.js';
import type { EndModel, WorkModel } from '../shared/works/works.model.js';

interface WorkProps {
  readonly model: WorkModel;
  readonly t: FileShareTexts;
}

/** One work: where the class stands, what was handed in, what is missing, what was given. */
export function WorkView({ model, backUrl, t }: WorkProps & { readonly backUrl: string }): VNode {
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
  return (
    <section class="v-card" aria-labelledby="wall">
      <h3 class="visually-hidden" id="wall">
        {t('works.wall.title')}
      </h3>
      <Wall {...wall} />
      <ul class="v-list file-share-key">
        {hasHandedIn && <Key look="on" count={handedIn} words={t('works.wall.handedInWord', { count: handedIn })} />}
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

function Key({ look, count, words }: KeyProps): VNode {
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
function Ends({ model: { ends, stays, actUrl, isDraft }, t }: WorkProps): VNode | null {
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
