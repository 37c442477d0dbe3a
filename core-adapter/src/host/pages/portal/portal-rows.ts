// SPDX-License-Identifier: EUPL-1.2
import type { Language, Translate } from '../../../api/i18n.js';
import type { ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import type { BrickAct, BrickNews, BrickTask } from '../../http/ask-portal.js';
import { BRICK_ICON, brickText, countOf, HOST_COLOUR } from '../../http/send-page.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { SchoolTools } from './ask-school.js';
import type { PortalLine, PortalTaskRow, PortalTool } from './portal.model.js';

export interface RowReader {
  readonly language: Language;
  /** Whether the page speaks to a pupil. */
  readonly child: boolean;
  readonly t: Translate<HostKey>;
}

/** @param first the most urgent task of the page */
export function presentTask(task: BrickTask, first: BrickTask | undefined): PortalTaskRow {
  const { title, detail, action, path, brick, uai, progress } = task;
  return { title, detail, action, url: pathIn(uai, brick, path), ...signOf(brick), progress, isFirst: task === first };
}

export function presentLine(
  { title, detail, path, brick, uai, isNew }: Omit<BrickNews, 'kind' | 'key' | 'at'>,
  reader: RowReader,
): PortalLine {
  const name = brickText(brick, 'title', reader.language, reader.child);
  return {
    label: isNew ? reader.t('portal.newIn', { brick: name }) : name,
    ...{ title, detail, url: pathIn(uai, brick, path), ...signOf(brick), isNew: isNew === true },
  };
}

/** The addresses of the bricks: the places of a brick that names some, and else its first page with its badge. */
export function presentTools(
  { uai, badges, places }: SchoolTools,
  bricks: readonly ReadyBrick[],
  { language, child, t }: RowReader,
): PortalTool[] {
  return bricks.flatMap((brick): PortalTool[] => {
    const sign = signOf(brick);
    const count = countOf(badges.get(brick.id), t);
    const own = places.get(brick.id);
    if (!own)
      return [{ title: brickText(brick, 'title', language, child), url: pathIn(uai, brick, ''), ...sign, count }];
    return own.map(({ title, path, icon, hasBadge }) => ({
      ...{ title, url: pathIn(uai, brick, path), ...sign, ...(icon !== undefined && { icon }) },
      count: hasBadge ? count : undefined,
    }));
  });
}

/** « L’outil Fichiers s’arrête pour vous le lundi 7 décembre. … », for each of these bricks that the reader is about to lose. */
export function presentEnds(
  { ends }: Pick<SchoolTools, 'ends'>,
  bricks: readonly ReadyBrick[],
  { language, child, t }: RowReader,
): string[] {
  return bricks.flatMap((brick) => {
    const day = ends.get(brick.id);
    return day === undefined ? [] : [t('portal.ends', { brick: brickText(brick, 'title', language, child), day })];
  });
}

export function presentAct({ title, path, icon, brick, uai }: BrickAct): PortalTool {
  return { title, url: pathIn(uai, brick, path), ...signOf(brick), ...(icon !== undefined && { icon }) };
}

export function signOf({ manifest }: ReadyBrick): Pick<PortalTool, 'icon' | 'colour'> {
  return { icon: manifest.icon ?? BRICK_ICON, colour: manifest.colour ?? HOST_COLOUR };
}

export function pathIn(uai: string, { id }: ReadyBrick, path: string): string {
  return `/s/${uai}/${id}/${path.replace(/^\/+/, '')}`;
}
