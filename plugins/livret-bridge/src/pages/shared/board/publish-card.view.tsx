// SPDX-License-Identifier: EUPL-1.2
import { Button, DateField, FactList, Note, Point, SelectField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../../brick-types.js';
import type { BoardModel, PublishModel } from './board.model.js';

interface PublishCardModel extends Pick<BoardModel, 'period' | 'urls'> {
  readonly publish: PublishModel;
}

/** The time from which families read, the bilans that are published, and what can be undone. */
export function PublishCard({ model, t }: ViewProps<PublishCardModel>): VNode {
  const { publish, period, urls } = model;
  const { state, isOver, isPlanned, points } = publish;
  return (
    <section class="v-card livret-bridge-publish" id="publish" aria-labelledby="livret-bridge-publish">
      <h2 class="h3" id="livret-bridge-publish">
        {t('publish.title')}
      </h2>
      {state !== undefined && (
        <Note kind={isOver ? 'good' : 'info'} icon={isOver ? 'check-circle-fill' : 'calendar-check'}>
          <p>{state}</p>
        </Note>
      )}
      {isOver ? (
        <p class="v-soft">{t('publish.follow')}</p>
      ) : (
        <form method="post" action={`${urls.publish}#publish`}>
          <input type="hidden" name="period" value={period} />
          <When publish={publish} t={t} />
          <FactList>
            <Point icon="mortarboard-fill">{points.endorsed}</Point>
            <Point icon="people-fill">{points.guardians}</Point>
            <Point icon="unlock-fill">{t('publish.unlock')}</Point>
          </FactList>
          <Button>{t(isPlanned ? 'publish.change' : 'publish.button')}</Button>
          {isPlanned && (
            <Button kind="quiet" name="do" value="cancel">
              {t('publish.cancel')}
            </Button>
          )}
        </form>
      )}
    </section>
  );
}

function When({
  publish: { day, hour, hours, problem },
  t,
}: Pick<PublishCardModel, 'publish'> & { readonly t: LivretTexts }): VNode {
  return (
    <div class="livret-bridge-when">
      <DateField name="day" label={t('publish.on')} value={day} error={problem} />
      <SelectField name="hour" label={t('publish.at')} choices={hours} value={hour} />
    </div>
  );
}
