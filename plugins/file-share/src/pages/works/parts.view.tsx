// SPDX-License-Identifier: EUPL-1.2
import { Actions, Avatar, Button, LinkButton, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import type { PartLine, WorkModel } from '../shared/works/works.model.js';

/** The parts that were handed in: a table, and on a phone one block for each pupil. */
export function PartsView({ model, t }: ViewProps<WorkModel>): VNode | null {
  const { parts, partsTitle, take, giveBack, actUrl } = model;
  if (parts.length === 0) return null;
  return (
    <section class="v-card v-card-flush" aria-labelledby="handed-in">
      <div class="file-share-parts-head">
        <h3 class="fs-5 mb-0" id="handed-in">
          {partsTitle}
        </h3>
        {take && (
          <LinkButton href={take.url} icon="download">
            {take.label}
          </LinkButton>
        )}
      </div>
      <table class="table v-stack file-share-parts">
        <caption class="visually-hidden">{partsTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{t('works.parts.pupil')}</th>
            <th scope="col">{t('works.parts.received')}</th>
            <th scope="col">{t('works.parts.state')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('works.parts.open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <Part key={part.pupilId} part={part} t={t} />
          ))}
        </tbody>
      </table>
      {giveBack !== undefined && actUrl !== undefined && (
        <form class="file-share-parts-foot" method="post" action={actUrl}>
          <Actions>
            <Button kind="primary" icon="send-fill" name="do" value="giveBack">
              {giveBack.label}
            </Button>
            <span class="v-soft v-small">{[...giveBack.effects, t('works.giveBack.undo')].join(' ')}</span>
          </Actions>
        </form>
      )}
    </section>
  );
}

function Part({ part, t }: { readonly part: PartLine; readonly t: FileShareTexts }): VNode {
  const { pupilId, name, files, received, tag, url, action, isPressing } = part;
  return (
    <tr>
      <th scope="row">
        <span class="d-flex align-items-center gap-3">
          <Avatar of={{ id: pupilId, displayName: name }} />
          <span>
            {name}
            <span class="d-block v-soft v-small fw-normal text-break">{files}</span>
          </span>
        </span>
      </th>
      <td data-label={t('works.parts.received')}>{received}</td>
      <td data-label={t('works.parts.state')}>
        <Tag kind={tag.kind} icon={tag.icon}>
          {tag.text}
        </Tag>
      </td>
      <td class="text-md-end">
        <LinkButton href={url} kind={isPressing ? 'secondary' : 'quiet'}>
          {action}
          <span class="visually-hidden"> {name}</span>
        </LinkButton>
      </td>
    </tr>
  );
}
