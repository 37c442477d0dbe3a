// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { OwnLine, OwnState } from './home.model.js';

const PLATES = {
  waits: { look: 'v-plate v-plate-l v-plate-state v-warn', icon: 'hourglass-split' },
  back: { look: 'v-plate v-plate-l v-plate-state', icon: 'chat-left-quote-fill' },
  arrived: { look: 'v-plate v-plate-l v-plate-state v-good', icon: 'check-lg' },
  taken: { look: 'v-plate v-plate-l v-plate-state', icon: 'arrow-counterclockwise' },
} as const satisfies Record<OwnState, { look: string; icon: string }>;

/** The state of a message of the pupil. */
export function OwnRow({ line }: { readonly line: OwnLine }): VNode {
  const { state, title, opening, detail, url, action, recall } = line;
  return (
    <li class="v-row">
      <span class={PLATES[state].look}>
        <Icon name={PLATES[state].icon} />
      </span>
      <div class="v-row-text">
        <p class="v-row-title">
          {recall ? (
            <a href={url}>
              {title}
              <span class="visually-hidden">{`\u00a0: ${opening}`}</span>
            </a>
          ) : (
            title
          )}
        </p>
        <p class={state === 'back' ? undefined : 'v-soft'}>{detail}</p>
      </div>
      {recall ? (
        <form method="post" action={recall.actionUrl}>
          <Button>
            {recall.label}
            <span class="visually-hidden">{`\u00a0: ${opening}`}</span>
          </Button>
        </form>
      ) : (
        <LinkButton kind={state === 'arrived' ? 'quiet' : 'secondary'} href={url}>
          {action}
          <span class="visually-hidden">{`\u00a0: ${opening}`}</span>
        </LinkButton>
      )}
    </li>
  );
}
