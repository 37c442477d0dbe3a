// SPDX-License-Identifier: EUPL-1.2
import { Actions, Avatar, LinkButton, Rows } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts, ViewProps } from '../../../brick-types.js';
import { StateTag } from '../state-tag.view.js';
import type { BoxLine, BoxModel } from './box.model.js';

/** The lines of a box, the newest first. */
export function BoxListView({ model, t }: ViewProps<BoxModel>): VNode {
  const { lines, lead, empty, olderUrl, newestUrl } = model;
  return (
    <section data-live="messages" id="messaging-box" aria-label={model.title}>
      {lead !== undefined && <p class="v-soft">{lead}</p>}
      {lines.length > 0 ? (
        <Rows>
          {lines.map((line) => (
            <MailRow key={line.id} line={line} t={t} />
          ))}
        </Rows>
      ) : (
        <p class="v-soft">{empty.title}</p>
      )}
      {(olderUrl ?? newestUrl) !== undefined && (
        <div class="v-paging">
          <Actions>
            {newestUrl !== undefined && (
              <LinkButton icon="arrow-up" href={newestUrl}>
                {t('box.newest')}
              </LinkButton>
            )}
            {olderUrl !== undefined && (
              <LinkButton icon="arrow-down" href={olderUrl}>
                {t('box.older')}
              </LinkButton>
            )}
          </Actions>
        </div>
      )}
    </section>
  );
}

function MailRow({ line, t }: { readonly line: BoxLine; readonly t: MessagingTexts }): VNode {
  const { url, who, face, subject, opening, when, isUnread, isCurrent, state, note } = line;
  return (
    <li>
      <a
        class={isUnread ? 'v-pick v-mail v-unread' : 'v-pick v-mail'}
        href={url}
        aria-current={isCurrent ? 'true' : undefined}
      >
        <Avatar of={face} />
        <span class="v-mail-text">
          <span class="v-mail-who">
            <span>{who}</span>
            <span class="v-soft v-small">{when}</span>
          </span>
          <span class="v-mail-subject">
            {subject}
            {isUnread && <span class="visually-hidden"> ({t('inbox.unread')})</span>}
          </span>
          <span class="v-soft v-small">{opening}</span>
          {note !== undefined && <span class="v-soft v-small">{note}</span>}
          {state !== undefined && <StateTag state={state} t={t} />}
        </span>
      </a>
    </li>
  );
}
