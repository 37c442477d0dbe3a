// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Button } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import type { GivenFile, GivenFiles } from './work-form.model.js';

interface GivenFilesProps {
  readonly files: readonly GivenFiles[];
  readonly t: FileShareTexts;
}

/** The files to read and those to fill in. Each button keeps the form first, so that nothing typed is lost on the way to the files. */
export function GivenFilesFields({ files, t }: GivenFilesProps): VNode {
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
                  <Button
                    kind="quiet"
                    icon="x-lg"
                    label={t('works.files.remove', { name: line.name })}
                    name="do"
                    value={`remove:${line.id}`}
                  />
                </GivenLine>
              ))}
            </ul>
          )}
          {removed.length > 0 && <Removed use={use} lines={removed} t={t} />}
          <Button icon="plus-lg" name="do" value={use}>
            {t(`works.files.${use}Add`)}
          </Button>
        </div>
      ))}
    </>
  );
}

/** Files that pupils have seen, and that may be put back or deleted for good. */
function Removed({ use, lines, t }: Pick<GivenFiles, 'use' | 'lines'> & Pick<GivenFilesProps, 't'>): VNode {
  return (
    <>
      <h3 class="h6" id={`removed-${use}`}>
        {t(use === 'fill' ? 'works.files.removedFill' : 'works.files.removed')}
      </h3>
      <ul class="v-list v-rows v-card v-card-flush" aria-labelledby={`removed-${use}`}>
        {lines.map((line) => (
          <GivenLine key={line.id} line={line}>
            <Button
              kind="quiet"
              label={t('works.files.restoreLabel', { name: line.name })}
              name="do"
              value={`restore:${line.id}`}
            >
              {t('works.files.restore')}
            </Button>
            <details>
              <summary class="btn btn-quiet" aria-label={t('works.files.deleteLabel', { name: line.name })}>
                {t('works.files.delete')}
              </summary>
              <p class="v-small">{t(use === 'fill' ? 'works.files.deleteAskFill' : 'works.files.deleteAsk')}</p>
              <Button kind="danger" name="do" value={`delete:${line.id}`}>
                {t('works.files.deleteYes')}
              </Button>
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
