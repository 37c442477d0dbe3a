// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import type { MissingModel } from '../shared/works/works.model.js';

interface MissingProps {
  readonly missing: MissingModel;
  readonly actUrl: string | undefined;
  readonly t: FileShareTexts;
}

/** The pupils that have not handed in: a pencil stands before those that have begun. */
export function MissingView({ missing, actUrl, t }: MissingProps): VNode {
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
