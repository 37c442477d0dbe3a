// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Button } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
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
      {files.map(({ use, lines }) => (
        <div key={use} class="file-share-given">
          <h2 class="h3" id={`given-${use}`}>
            {t(`works.files.${use}`)}
            {use === 'fill' && <span class="v-soft fw-normal"> {t('works.files.fillAside')}</span>}
          </h2>
          {lines.length > 0 && (
            <ul class="v-list v-rows v-card v-card-flush" aria-labelledby={`given-${use}`}>
              {lines.map((line) => (
                <GivenLine key={line.id} line={line} t={t} />
              ))}
            </ul>
          )}
          <Button icon="plus-lg" name="do" value={use}>
            {t(`works.files.${use}Add`)}
          </Button>
        </div>
      ))}
    </>
  );
}

function GivenLine({ line, t }: { readonly line: GivenFile; readonly t: FileShareTexts }): VNode {
  const { id, name, detail, icon, colour } = line;
  return (
    <li class="v-row">
      <BrickBadge icon={icon} colour={colour} size="small" soft />
      <div class="v-row-text">
        <strong class="d-block text-break">{name}</strong>
        <p class="v-soft v-small">{detail}</p>
      </div>
      <Button kind="quiet" icon="x-lg" label={t('works.files.remove', { name })} name="do" value={`remove:${id}`} />
    </li>
  );
}
