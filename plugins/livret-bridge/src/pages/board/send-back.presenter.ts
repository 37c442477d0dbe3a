// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../brick-types.js';
import { tickValue } from '../../domain/life/ticked.js';
import { HOME_PATH, SEND_BACK_PATH, boardClassPath, boardOf } from '../../paths.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import type { Choice } from '../../domain/board/choose-bilans.js';
import type { Board } from '../../domain/board/read-board.js';
import type { SendBackModel } from './send-back.view.js';

interface SendBackInput extends Choice {
  readonly board: Board;
  readonly rows: readonly BilanRow[];
  readonly word: string;
  readonly from?: string | undefined;
  readonly problem?: SendBackModel['problems'];
  readonly refusal?: string | undefined;
}

/** Presents the classes with signed or endorsed bilans, or the bilans that were ticked, by name. */
export async function presentSendBack(
  { board, rows, period, class: classes, from, word, problem, refusal }: SendBackInput,
  { t, url, directory }: Pick<LivretRequest, 't' | 'url' | 'directory'>,
): Promise<SendBackModel> {
  const pupils = await directory.persons(rows.map(({ pupilId }) => pupilId));
  const open = board.classes.filter(({ isOff }) => !isOff);
  const waiting = open.map(({ group, bilans }) => ({
    group,
    count: bilans.filter(({ state }) => state === 'signed' || state === 'visa').length,
  }));
  const toChoose = rows.length > 0 ? [] : waiting.filter(({ count }) => count > 0);
  return {
    crumbs: [
      { label: t('title'), url: url(HOME_PATH) },
      { label: t('board.title'), url: url(boardOf(period)) },
      { label: t('sendBack.title') },
    ],
    formUrl: url(SEND_BACK_PATH),
    ...{ period, from, word, problems: problem ?? {}, refusal, chosen: classes[0] },
    classes: toChoose.map(({ group: { id, name }, count }) => ({
      ...{ value: id, label: name, detail: t('sendBack.count', { count }) },
    })),
    single: toChoose.map(({ group: { id, name } }) => ({ label: name, url: url(boardClassPath(id, period)) })),
    ticks: rows.map((row) => ({ name: pupils.get(row.pupilId)?.displayName ?? '', value: tickValue(row) })),
  };
}
