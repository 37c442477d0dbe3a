// SPDX-License-Identifier: EUPL-1.2
import { FactList, Figures, Icon, Point } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../../brick-types.js';
import type { WriteModel } from './write.model.js';

/** The people who will receive the message, and the times. */
export function ArrivalView({ model: { arrival }, t }: ViewProps<Pick<WriteModel, 'arrival'>>): VNode {
  const { figures, quiet, points, people } = arrival;
  return (
    <section class="v-effect" aria-labelledby="write-arrival">
      <h2 class="h3" id="write-arrival">
        {t('arrive.title')}
      </h2>
      {figures.length > 0 ? <Figures figures={figures} /> : <p>{t('arrive.nobody')}</p>}
      {(quiet !== undefined || points.length > 0) && (
        <FactList>
          {quiet && (
            <Point icon="moon-stars-fill">
              <strong>{quiet.time}</strong> {quiet.text}
            </Point>
          )}
          {points.map(({ icon, text }) => (
            <Point key={text} icon={icon}>
              {text}
            </Point>
          ))}
        </FactList>
      )}
      {people && (
        <details class="v-fold" id="write-receivers">
          <summary>
            {people.summary}
            <Icon name="chevron-down" />
          </summary>
          <ul class="v-receivers">
            {people.names.map((name, index) => (
              <li key={index}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
