// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply, Audit, SchoolWork } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { USAGE_PATH } from '../../paths.js';
import type { Settings } from '../../settings.js';
import { presentUsage, SIZES, type Chosen } from './usage.presenter.js';
import { UsageView } from './usage.view.js';
import type { Quotas } from '../../domain/quota/quotas.js';
import { openSpace } from '../../domain/space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { SpaceRow } from '../../store/space.entity.js';
import { changeSpaces } from '../../domain/tree/change-spaces.js';

const moveBody = z.object({ from: z.string(), to: z.string(), bytes: z.string() });

/** The place that the spaces of the school take, and the form that moves room between its classes: for the head. */
export function registerUsage({ http, settings }: FileShareBrick): void {
  http.get(USAGE_PATH, { access: 'share' }, (request) => usagePage(request, settings));
  http.post(USAGE_PATH, { access: 'share', body: moveBody }, (request) => move(request.body, request, settings));
}

async function usagePage(request: FileShareRequest, settings: Settings, chosen?: Chosen): Promise<PageReply> {
  const { page, t, asset } = request;
  const model = await presentUsage(request, settings, chosen);
  return page(t('usage.title'), <UsageView model={model} t={t} />, {
    styles: [asset('file-share-usage.css')],
    ...(chosen && { status: 400 }),
  });
}

async function move(
  body: z.output<typeof moveBody>,
  request: FileShareRequest,
  settings: Settings,
): Promise<RedirectReply | PageReply> {
  const { access, audit, db, clock, t, format, redirect } = request;
  const classes = (await access.groups('share')).filter(({ kind }) => kind === 'class');
  const [from, to] = [body.from, body.to].map((id) => classes.find((one) => one.id === id));
  const bytes = SIZES.find((size) => String(size) === body.bytes);
  const again = (problem: string): Promise<PageReply> => usagePage(request, settings, { ...body, problem });
  if (!from || !to || bytes === undefined) return again(t('usage.choose'));
  if (from === to) return redirect(USAGE_PATH, t('usage.same'));

  const wanted = { from: from.id, to: to.id, bytes };
  const values = { from: from.name, to: to.name, size: format.bytes(bytes) };
  const spare = await moveRoom(wanted, { db, clock, audit, quotas: settings.quota });
  if (spare < bytes) return again(t('usage.tooFew', { ...values, spare: format.bytes(spare) }));
  return redirect(USAGE_PATH, t('usage.moved', values));
}

interface RoomTools extends Pick<SchoolWork, 'db' | 'clock'> {
  readonly quotas: Quotas;
  readonly audit: Audit;
}

/** Room that one class gives to another. */
interface RoomMove {
  /** The id of the group. */
  readonly from: string;
  readonly to: string;
  readonly bytes: number;
}

/**
 * Moves room from one class to another: together they have what they had before.
 * @returns the bytes that the giving class can spare at most; nothing was moved when they are fewer than asked
 */
async function moveRoom({ from, to, bytes }: RoomMove, tools: RoomTools): Promise<number> {
  const { db, quotas, audit } = tools;
  const roots = [await openSpace(groupSpace(from), tools), await openSpace(groupSpace(to), tools)];
  const [giverId = '', takerId = ''] = roots.map(({ spaceId }) => spaceId);
  return changeSpaces(
    [giverId, takerId],
    async () => {
      const spaces = db.repository(SpaceRow);
      const giver = await spaces.findOne({ where: { id: giverId } });
      const taker = await spaces.findOne({ where: { id: takerId } });
      if (!giver || !taker) throw new Error('An opened space has no row.');
      const quotaOf = ({ quotaBytes }: SpaceRow): number => quotaBytes ?? quotas.class;
      const spare = Math.max(0, quotaOf(giver) - giver.usedBytes);
      if (spare < bytes) return spare;
      await spaces.update({ id: giver.id }, { quotaBytes: quotaOf(giver) - bytes });
      await spaces.update({ id: taker.id }, { quotaBytes: quotaOf(taker) + bytes });
      await audit('files.roomMoved', { from, to, bytes });
      return spare;
    },
    { db },
  );
}
