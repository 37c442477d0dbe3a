// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, LinkButton, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts, ViewProps } from '../../brick-types.js';
import type { ChildHomeModel, Door, ChildHelp } from '../shared/child/home.model.js';
import { OwnRow } from '../shared/child/own-row.view.js';

export function ChildHomeView({ model, t }: ViewProps<ChildHomeModel>): VNode {
  const { title, lead, pause, doors, own, ownUrl, drafts, going, help } = model;
  return (
    <div data-live="messages" id="messaging-home">
      <div class="v-hello">
        <div>
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
      </div>
      {pause !== undefined && (
        <Note kind="warn" icon="pause-circle-fill">
          <p>{pause}</p>
        </Note>
      )}
      <h2 class="visually-hidden">{t('child.doors')}</h2>
      <ul class="v-list v-tiles v-doors">
        {doors.map((door) => (
          <DoorTile key={door.icon} door={door} t={t} />
        ))}
      </ul>
      {own.length > 0 && (
        <section class="v-child-part" aria-labelledby="own">
          <h2 id="own">{t('child.own')}</h2>
          <ul class="v-list v-rows v-card v-card-flush v-child-own">
            {own.map((line) => (
              <OwnRow key={line.id} line={line} />
            ))}
          </ul>
        </section>
      )}
      {(ownUrl !== undefined || drafts) && (
        <div class="v-actions v-child-more">
          {ownUrl !== undefined && <LinkButton href={ownUrl}>{t('child.allOwn')}</LinkButton>}
          {drafts && (
            <LinkButton icon="pencil" href={drafts.url}>
              {drafts.label}
            </LinkButton>
          )}
        </div>
      )}
      {going !== undefined && <p class="v-soft mt-3">{going}</p>}
      <ChildHelpBox help={help} t={t} />
    </div>
  );
}

function DoorTile({ door, t }: { readonly door: Door; readonly t: MessagingTexts }): VNode {
  const { icon, title, line, url, news } = door;
  const words = (
    <>
      <span class="v-tile-title">{title}</span>
      <span>{line}</span>
    </>
  );
  if (url === undefined) {
    return (
      <li>
        <div class="v-tile v-tile-shut">
          <BrickBadge colour="slate" icon={icon} size="large" soft />
          {words}
        </div>
      </li>
    );
  }
  const count = news > 0 ? { value: news, label: t('child.new', { count: news }) } : undefined;
  return (
    <li>
      <a class="v-tile brick-messages" href={url}>
        <BrickBadge colour="messages" icon={icon} size="large" count={count} />
        {words}
      </a>
    </li>
  );
}

/** « Quelque chose te gêne ? » */
function ChildHelpBox({ help, t }: { readonly help: ChildHelp; readonly t: MessagingTexts }): VNode {
  const { title, lines, url } = help;
  return (
    <section class="v-well v-child-part" aria-labelledby="help">
      <h2 id="help">{title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {url !== undefined && (
        <LinkButton icon="person-raised-hand" href={url}>
          {t('child.tell')}
        </LinkButton>
      )}
    </section>
  );
}
