// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, FactList, LinkButton, Point, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import type { RunningPause } from './rules.model.js';

/** A pause that lasts: what everybody reads, what waits, and the way to end it. */
export function RunningPauseCard({ pause, t }: { readonly pause: RunningPause; readonly t: MessagingTexts }): VNode {
  const { id, title, until, since, reason, points, end } = pause;
  return (
    <article class="v-card v-stopped" aria-labelledby={`pause-${id}`}>
      <div class="v-stopped-head">
        <h3 id={`pause-${id}`}>{title}</h3>
        <Tag kind="warn" icon="pause-circle-fill">
          {until}
        </Tag>
      </div>
      <p>
        {since} <strong>{t('pause.everybodyReads')}</strong>
      </p>
      <blockquote class="v-well">{reason}</blockquote>
      <FactList>
        {points.map(({ icon, text }) => (
          <Point key={text} icon={icon}>
            {text}
          </Point>
        ))}
      </FactList>
      {end && (
        <form method="post" action={end.url}>
          <input type="hidden" name="id" value={id} />
          <Actions>
            <Button kind="primary" icon="play-fill">
              {end.label}
            </Button>
            <LinkButton kind="quiet" href={end.changeUrl}>
              {t('pause.changeDate')}
            </LinkButton>
          </Actions>
        </form>
      )}
    </article>
  );
}
