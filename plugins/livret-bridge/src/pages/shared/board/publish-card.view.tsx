// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, FactList, LinkButton, Note, Point } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../../brick-types.js';
import type { BoardModel, PublishModel } from './board.model.js';
import { Leaving } from './leaving.view.js';

interface PublishCardModel extends Pick<BoardModel, 'period' | 'urls'> {
  readonly publish: PublishModel;
}

/** The time from which families read, the bilans that are published, and the way to the page that chooses it. */
export function PublishCard({ model, t }: ViewProps<PublishCardModel>): VNode {
  const { leaving, isOver } = model.publish;
  return (
    <section class="v-card livret-bridge-publish" id="publish" aria-labelledby="livret-bridge-publish">
      <h2 class="h3" id="livret-bridge-publish">
        {t('publish.title')}
      </h2>
      {isOver ? (
        <Over model={model} t={t} />
      ) : leaving ? (
        <Leaving model={leaving} t={t} />
      ) : (
        <Open model={model} t={t} />
      )}
    </section>
  );
}

function Over({ model: { publish }, t }: ViewProps<PublishCardModel>): VNode {
  return (
    <>
      <Note kind="good">
        <p>{publish.state}</p>
      </Note>
      <p class="v-soft">{t('publish.follow')}</p>
    </>
  );
}

function Open({ model: { publish, period, urls }, t }: ViewProps<PublishCardModel>): VNode {
  const { state, points } = publish;
  return (
    <>
      {state !== undefined && (
        <Note icon="calendar-check">
          <p>{state}</p>
        </Note>
      )}
      <FactList>
        <Point icon="mortarboard-fill">{points.endorsed}</Point>
        {points.families !== undefined && <Point icon="people-fill">{points.families}</Point>}
        <Point icon="unlock-fill">{t('publish.unlock')}</Point>
      </FactList>
      <form method="post" action={urls.publish}>
        <input type="hidden" name="period" value={period} />
        <Actions>
          <LinkButton href={urls.choose}>{t(state === undefined ? 'publish.choose' : 'publish.change')}</LinkButton>
          {state !== undefined && (
            <Button kind="quiet" name="do" value="cancel">
              {t('publish.cancel')}
            </Button>
          )}
        </Actions>
      </form>
    </>
  );
}
