// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../brick-types.js';
import type { CatalogueLine } from '../../domain/catalogue/catalogue.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { handedPath, sixthPath } from '../../paths.js';
import { columnsOfNewest } from '../../domain/sixth/columns.js';
import { isToWatch, lastPositions } from '../../domain/sixth/last-positions.js';
import type { PupilInSixth, SixthClass } from '../../domain/sixth/read-class.js';
import { shortSchoolName } from '../../domain/sixth/school-name.js';
import type { SixthCell, SixthModel, SixthRow, StillLow } from './sixth.model.js';
import { BY_NAME, BY_SCHOOL, BY_WATCH, sortRows } from './sort-rows.js';

const MOST_LOW = 3;
const NAMED = 2;

type PresenterRequest = Pick<LivretRequest, 't' | 'url'> & { readonly catalogues: Catalogues };

/** One class of 6e: positions are counted and compared, and never averaged. */
export function presentSixth(
  { name, pupils }: SixthClass,
  { groupId, sort = BY_NAME }: { readonly groupId: string; readonly sort?: string | undefined },
  { t, url, catalogues }: PresenterRequest,
): SixthModel {
  const used = new Set(pupils.flatMap(({ bilans }) => bilans.map(({ catalogue }) => catalogue)));
  // A bilan with a catalogue that nobody has any more has no columns: its own page tells its positions.
  const catalogued = [...used].flatMap((id) => catalogues.find(id) ?? []);
  const groups = columnsOfNewest(catalogued);
  const lines = groups.flatMap((group) => group.lines);
  const rows = pupils.map((one) => rowOf(one, lines, { t, url, catalogues }));
  const arrived = rows.filter((row) => row.url !== undefined);
  const codes = lines.map(({ code }) => code);
  const known = [BY_NAME, BY_WATCH, BY_SCHOOL, ...codes].includes(sort) ? sort : BY_NAME;
  return {
    ...{ title: t('sixth.title', { name }), name, groups, sort: known, low: stillLow(arrived, lines) },
    lead: [
      t('sixth.pupils', { count: rows.length }),
      t('sixth.arrived', { count: arrived.length }),
      t('sixth.lead'),
    ].join(' '),
    nothing: t('sixth.nothing', { count: arrived.filter(({ watched }) => watched === 0).length }),
    scale: catalogued[0]?.scale ?? [],
    rows: sortRows(rows, known),
    sortUrl: (column) => url(`${sixthPath(groupId)}?sort=${column}`),
  };
}

function rowOf(
  { pupil, bilans }: PupilInSixth,
  lines: readonly CatalogueLine[],
  { t, url, catalogues }: PresenterRequest,
): SixthRow {
  const last = lastPositions(
    bilans.flatMap((one) => {
      const catalogue = catalogues.find(one.catalogue);
      return catalogue ? { ...one, catalogue } : [];
    }),
  );
  const cells = lines.map(({ code }): SixthCell => {
    const { value = '', move = 'none' } = last.get(code) ?? {};
    return { code, value, move };
  });
  const watched = lines.filter(({ code }) => {
    const position = last.get(code);
    return position !== undefined && isToWatch(position);
  });
  const names = watched.slice(0, NAMED).map(({ short }) => short);
  const more = watched.length - names.length;
  const newest = bilans.at(-1);
  return {
    ...{ name: pupil.displayName, cells, watched: watched.length },
    url: newest && url(handedPath(newest.id)),
    school: newest ? shortSchoolName(newest.fromName) : '',
    watch: more > 0 ? t('sixth.watchMore', { count: more, lines: names.join(', ') }) : names.join(', '),
  };
}

function stillLow(rows: readonly SixthRow[], lines: readonly CatalogueLine[]): StillLow[] {
  const isLow = ({ value }: SixthCell): boolean => value === '1' || value === '2';
  return lines
    .map(({ label }, index) => ({
      label,
      count: rows.filter(({ cells }) => {
        const cell = cells[index];
        return cell !== undefined && isLow(cell);
      }).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_LOW);
}
