// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { LinkButton, Note, PageHead } from '@volee/core-adapter/ui';
import type { FileShareRequest, FileShareTexts } from '../../brick-types.js';
import { DEEPEST } from '../../domain/tree/refuse-place.js';
import { MOST } from '../../domain/move/pick.input.js';
import type { PickProblem } from './pick-problem.js';

/** Says why nothing was done, and leads back to the list. */
export function problemPage(
  problem: PickProblem,
  back: string,
  { page, t, url }: Pick<FileShareRequest, 'page' | 't' | 'url'>,
): PageReply {
  const content = (
    <>
      <PageHead title={t('picked.problem')} />
      <Note kind="warn">
        <p>{sentenceOf(problem, t)}</p>
      </Note>
      <p>
        <LinkButton kind="primary" icon="arrow-left" href={url(back)}>
          {t('picked.back')}
        </LinkButton>
      </p>
    </>
  );
  return page(t('picked.problem'), content, {
    status: problem.kind === 'gone' || problem.kind === 'copying' ? 409 : 400,
  });
}

function sentenceOf(problem: PickProblem, t: FileShareTexts): string {
  switch (problem.kind) {
    case 'none':
      return t('picked.none');
    case 'gone':
      return t('picked.gone');
    case 'tooMany':
      return t('picked.tooMany', { count: MOST });
    case 'copying':
      return t('picked.copying');
    case 'refused':
      return t('picked.refused', { name: problem.name });
    case 'others':
      return t('picked.others', { name: problem.name });
    case 'intoItself':
      return t('picked.intoItself', { name: problem.name });
    case 'tooDeep':
      return t('picked.tooDeep', { name: problem.name, count: DEEPEST });
  }
}
