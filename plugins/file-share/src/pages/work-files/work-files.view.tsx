// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Button, Card, Crumbs, FileField, LinkButton, PageHead, Tabs } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import { MOST_GIVEN_FILES } from '../../domain/works/given-files.js';
import { Refusal } from '../shared/refusal.view.js';
import type { ChoiceLine, WorkFilesModel } from './choice.presenter.js';

interface WorkFilesProps {
  readonly model: WorkFilesModel;
  /** Why nothing was added. */
  readonly refusal?: string | undefined;
  readonly t: FileShareTexts;
}

/** The page that adds files to a work: from this device, or from the spaces that the teacher reads. `assets/part-files.js` sends the first. */
export function WorkFilesView({ model, refusal, t }: WorkFilesProps): VNode {
  const { title, lead, crumbs, uploadUrl, maxSize, backUrl } = model;
  return (
    <>
      <Crumbs label={t('works.path')} crumbs={crumbs} />
      <PageHead
        {...{ title, lead }}
        actions={
          <LinkButton href={backUrl} kind="quiet" icon="arrow-left">
            {t('works.files.back')}
          </LinkButton>
        }
      />
      <Refusal words={refusal} />
      <div class="file-share-two">
        <Card title={t('works.files.device')}>
          <form method="post" action={uploadUrl} enctype="multipart/form-data" data-part-files>
            <FileField
              name="files"
              label={t('deposit.field')}
              hint={t('works.files.limit', { size: maxSize, count: MOST_GIVEN_FILES })}
              multiple
              required
            />
            <div class="mt-3">
              <div data-without-script>
                <Button kind="primary" icon="upload">
                  {t('works.files.send')}
                </Button>
              </div>
              <p class="v-soft mb-0" role="status" data-adding={t('part.adding')} data-still={t('part.addingStill')} />
            </div>
          </form>
        </Card>
        <Card title={t('works.files.mine')}>
          <Choice model={model} t={t} />
        </Card>
      </div>
    </>
  );
}

function Choice({ model: { tabs, above, lines, where, chosenUrl, nextUrl }, t }: WorkFilesProps): VNode {
  if (tabs.length === 0) return <p class="v-soft">{t('works.files.nothing')}</p>;
  const hasFiles = lines.some(({ url }) => url === undefined);
  return (
    <>
      <Tabs label={t('spaces')} tabs={tabs} />
      {above.length > 0 && <Crumbs label={t('folder.above')} crumbs={above} />}
      <form method="post" action={chosenUrl}>
        {where.folder !== undefined && <input type="hidden" name="folder" value={where.folder} />}
        {where.after !== undefined && <input type="hidden" name="after" value={where.after} />}
        {lines.length === 0 ? (
          <p class="v-soft">{t('works.files.emptyFolder')}</p>
        ) : (
          <ul class="v-list file-share-choice">
            {lines.map((line) => (
              <ChoiceRow key={line.id} line={line} />
            ))}
          </ul>
        )}
        {nextUrl !== undefined && (
          <p>
            <a href={nextUrl}>{t('list.next')}</a>
          </p>
        )}
        {hasFiles && (
          <Button kind="primary" icon="plus-lg">
            {t('works.files.take')}
          </Button>
        )}
      </form>
    </>
  );
}

function ChoiceRow({ line: { id, name, detail, icon, colour, url, isTicked } }: { readonly line: ChoiceLine }): VNode {
  const badge = <BrickBadge icon={icon} colour={colour} size="small" soft />;
  const words = (
    <span class="v-row-text">
      <strong class="d-block text-break">{name}</strong>
      <span class="v-soft v-small">{detail}</span>
    </span>
  );
  if (url !== undefined) {
    return (
      <li>
        <a class="file-share-choice-row" href={url}>
          {badge}
          {words}
        </a>
      </li>
    );
  }
  return (
    <li>
      <label class="file-share-choice-row" for={`choose-${id}`}>
        {badge}
        {words}
        <input class="form-check-input" type="checkbox" id={`choose-${id}`} name="ids" value={id} checked={isTicked} />
      </label>
    </li>
  );
}
