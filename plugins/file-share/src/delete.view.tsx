// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, Card, LinkButton, PageHead, Point, FactList } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from './brick-types.js';

/** A file that is about to be deleted. */
export interface DeleteModel {
  readonly title: string;
  /** A class loses it, not only its owner. */
  readonly shared: boolean;
  readonly actionUrl: string;
  readonly backUrl: string;
}

interface DeleteViewProps {
  readonly model: DeleteModel;
  readonly t: FileShareTexts;
}

/** The consequences before the click. */
export function DeleteView({ model, t }: DeleteViewProps): VNode {
  const { title, shared, actionUrl, backUrl } = model;
  return (
    <>
      <div class="text-break">
        <PageHead title={title} />
      </div>
      <Card>
        <FactList>
          {shared && <Point icon="people-fill">{t('delete.shared')}</Point>}
          <Point icon="trash3-fill">{t('delete.final')}</Point>
        </FactList>
        <form class="mt-4" method="post" action={actionUrl}>
          <Actions>
            <Button kind="danger">{t('delete.button')}</Button>
            <LinkButton kind="quiet" href={backUrl}>
              {t('delete.keep')}
            </LinkButton>
          </Actions>
        </form>
      </Card>
    </>
  );
}
