// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { PressButton } from './press-button.view.js';
import type { GivenFile, GivenFiles, WorkFormModel } from './work-form.model.js';

type GivenFilesProps = Pick<WorkFormModel, 'url' | 'files' | 'most'> & Pick<ViewProps<WorkFormModel>, 't'>;

/** The files to read and those to fill in. They go with the form, and each button keeps the form first: nothing typed or chosen is lost. */
export function GivenFilesFields({ url, files, most, t }: GivenFilesProps): VNode {
  return (
    <>
      {files.map(({ use, lines, removed }) => (
        <div key={use} class="file-share-given">
          <h2 class="h3" id={`given-${use}`}>
            {t(`works.files.${use}`)}
            {use === 'fill' && <span class="v-soft fw-normal"> {t('works.files.fillAside')}</span>}
          </h2>
          {lines.length > 0 && (
            <ul class="v-list v-rows v-card v-card-flush" aria-labelledby={`given-${use}`}>
              {lines.map((line) => (
                <GivenLine key={line.id} line={line}>
                  <PressButton
                    {...{ url, kind: 'quiet', icon: 'x-lg' }}
                    press={`remove:${line.id}`}
                    label={t('works.files.remove', { name: line.name })}
                  />
                </GivenLine>
              ))}
            </ul>
          )}
          {removed.length > 0 && <Removed {...{ url, use, lines: removed, t }} />}
          <div class="file-share-choose">
            <label class="v-small v-soft" for={use}>
              {t('works.files.device')}
              <span class="visually-hidden">{` (${t(`works.files.${use}`)})`}</span>
            </label>
            <input class="form-control" type="file" multiple id={use} name={use} data-max={most.bytes} />
            <PressButton {...{ url, press: use, kind: 'quiet', icon: 'folder-fill' }}>
              {t('works.files.mine')}
              <span class="visually-hidden">{` (${t(`works.files.${use}`)})`}</span>
            </PressButton>
            <p class="v-field-error" role="alert" data-heavy={most.words} />
          </div>
        </div>
      ))}
    </>
  );
}

/** Files that pupils have seen, and that may be put back or deleted for good. */
function Removed({
  url,
  use,
  lines,
  t,
}: Pick<GivenFiles, 'use' | 'lines'> & Pick<GivenFilesProps, 'url' | 't'>): VNode {
  return (
    <>
      <h3 class="h6" id={`removed-${use}`}>
        {t(use === 'fill' ? 'works.files.removedFill' : 'works.files.removed')}
      </h3>
      <ul class="v-list v-rows v-card v-card-flush" aria-labelledby={`removed-${use}`}>
        {lines.map((line) => (
          <GivenLine key={line.id} line={line}>
            <PressButton
              {...{ url, kind: 'quiet' }}
              press={`restore:${line.id}`}
              aria={t('works.files.restoreLabel', { name: line.name })}
            >
              {t('works.files.restore')}
            </PressButton>
            <details>
              <summary class="btn btn-quiet" aria-label={t('works.files.deleteLabel', { name: line.name })}>
                {t('works.files.delete')}
              </summary>
              <p class="v-small">{t(use === 'fill' ? 'works.files.deleteAskFill' : 'works.files.deleteAsk')}</p>
              <PressButton url={url} press={`delete:${line.id}`} kind="danger">
                {t('works.files.deleteYes')}
              </PressButton>
            </details>
          </GivenLine>
        ))}
      </ul>
    </>
  );
}

function GivenLine({ line, children }: { readonly line: GivenFile; readonly children: ComponentChildren }): VNode {
  const { name, detail, icon, colour } = line;
  return (
    <li class="v-row">
      <BrickBadge icon={icon} colour={colour} size="small" soft />
      <div class="v-row-text">
        <strong class="d-block text-break">{name}</strong>
        <p class="v-soft v-small">{detail}</p>
      </div>
      {children}
    </li>
  );
}
