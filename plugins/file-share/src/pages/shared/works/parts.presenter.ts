// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull } from 'typeorm';
import type { FileShareRequest } from '../../../brick-types.js';
import { partPath } from '../../../paths.js';
import { FILE, NodeRow } from '../../../store/node.entity.js';
import type { WorkPupilRow } from '../../../store/work-pupil.entity.js';
import { isAllUnchanged } from '../../../domain/parts/untouched-sheets.js';
import type { ListedPart, ListedWork } from '../../../domain/works/listed-columns.js';
import type { FollowedWork } from '../../../domain/works/read-works.js';
import { isReady, wasHandedIn, type TimeTools } from '../../../domain/works/work-progress.js';
import type { PartLine, StateTag } from './works.model.js';

/** The parts that were handed in, those to correct first, and the bytes of their files. */
export async function presentParts(
  { work, progress }: FollowedWork,
  mayHandOut: boolean,
  request: FileShareRequest,
): Promise<{ readonly lines: readonly PartLine[]; readonly bytes: number }> {
  const here = progress.asked.flatMap(({ pupilId, pupil, row }) =>
    row ? [{ pupilId, pupil, row, hasLeft: false }] : [],
  );
  const gone = await request.directory.persons(progress.left.map(({ pupilId }) => pupilId));
  const left = progress.left.flatMap(({ pupilId, row }) => {
    const pupil = gone.get(pupilId);
    return pupil ? [{ pupilId, pupil, row, hasLeft: true }] : [];
  });
  const parts = [...here, ...left]
    .filter(({ row }) => wasHandedIn(row))
    .sort((one, other) => rank(work, one.row, request) - rank(work, other.row, request));
  const files = await ownFiles(
    parts.map(({ row }) => row),
    request,
  );
  const lines = parts.map(({ pupilId, pupil, row, hasLeft }) => ({
    ...{ pupilId, name: pupil.displayName },
    files: [filesWords(files.get(row.id) ?? [], request), ...(hasLeft ? [request.t('works.parts.left')] : [])].join(
      '. ',
    ),
    received: row.handedInAt ? request.format.moment(row.handedInAt) : '',
    tag: partTag(work, row, request),
    url: request.url(partPath(work.id, pupilId)),
    ...(mayHandOut ? partAction(work, row, request) : { action: request.t('works.parts.see'), isPressing: false }),
  }));
  return { lines, bytes: [...files.values()].flat().reduce((sum, file) => sum + file.bytes, 0) };
}

/** The files that pupils have put into their parts, by id of the part, sorted by name. */
export async function ownFiles(
  rows: readonly Pick<WorkPupilRow, 'id'>[],
  { db }: Pick<FileShareRequest, 'db'>,
): Promise<ReadonlyMap<string, NodeRow[]>> {
  const nodes = db.repository(NodeRow);
  if (rows.length === 0) return new Map();
  const folders = await nodes.find({ where: { parentId: In(rows.map(({ id }) => id)), foldedName: 'own' } });
  const partOf = new Map(folders.map(({ id, parentId }) => [id, parentId]));
  const where = { parentId: In([...partOf.keys()]), rank: FILE, trashedAt: IsNull() };
  const files = partOf.size === 0 ? [] : await nodes.find({ where, order: { sortName: 'ASC', id: 'ASC' } });
  const byPart = new Map<string, NodeRow[]>();
  for (const file of files) {
    const partId = partOf.get(file.parentId) ?? '';
    byPart.set(partId, [...(byPart.get(partId) ?? []), file]);
  }
  return byPart;
}

const ORDER = ['handedIn', 'again', 'corrected'];

function rank(work: ListedWork, row: ListedPart, tools: TimeTools): number {
  const { state, handedInAt } = row;
  const waits = isReady(work, row, tools) ? 0.5 : 0;
  return (ORDER.indexOf(state) + waits) * 1e14 - (handedInAt?.getTime() ?? 0);
}

/** « Etna.odp, 2,4 Mo », « Etna.pdf et 1 autre fichier », « Questions.odt, 8 ko, votre modèle sans changement » */
function filesWords(files: readonly NodeRow[], request: Pick<FileShareRequest, 't' | 'format'>): string {
  const words = namesOf(files, request);
  return isAllUnchanged(files) ? request.t('works.parts.unchanged', { files: words, count: files.length }) : words;
}

function namesOf(files: readonly NodeRow[], { t, format }: Pick<FileShareRequest, 't' | 'format'>): string {
  const [first, ...others] = files;
  if (!first) return t('works.parts.noFile');
  if (others.length === 0) return `${first.name}, ${format.bytes(first.bytes)}`;
  return t('works.parts.files', { name: first.name, count: others.length });
}

type TagRequest = TimeTools & Pick<FileShareRequest, 't'>;

/** The state of a part in the words that teacher, pupil and guardian share. */
export function partTag(work: ListedWork, row: ListedPart, request: TagRequest): StateTag {
  const { t } = request;
  const { state, late, givenBackAt } = row;
  if (isReady(work, row, request)) return { kind: 'plain', icon: 'pencil-fill', text: t('works.state.ready') };
  if (state === 'corrected') return { kind: 'good', icon: 'check-lg', text: t('works.state.corrected') };
  if (state === 'again') return { kind: 'plain', icon: 'arrow-repeat', text: t('works.state.again') };
  // The first time tells whether it was late.
  if (givenBackAt !== null) return { kind: 'warn', icon: 'arrow-repeat', text: t('works.state.toCorrectRedone') };
  const text = t(late ? 'works.state.toCorrectLate' : 'works.state.toCorrect');
  return { kind: 'warn', icon: 'envelope-fill', text };
}

function partAction(work: ListedWork, row: ListedPart, request: TagRequest): Pick<PartLine, 'action' | 'isPressing'> {
  const { t } = request;
  if (isReady(work, row, request)) return { action: t('works.parts.reread'), isPressing: true };
  if (row.state === 'handedIn') return { action: t('works.parts.correct'), isPressing: true };
  return { action: t('works.parts.see'), isPressing: false };
}
