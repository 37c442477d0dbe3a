// SPDX-License-Identifier: EUPL-1.2
import type { ClassGrid } from './read-grid.js';

/** A line of the catalogues of a class, and whether the class fills it in. */
export interface ClassLine {
  readonly code: string;
  readonly label: string;
  readonly domain: string;
  readonly isOn: boolean;
}

/** The lines that a class may fill in, each once: two levels with two catalogues have some in common. */
export function classLines({
  pupils,
  off,
  group,
  catalogues,
}: Pick<ClassGrid, 'pupils' | 'off' | 'group' | 'catalogues'>): ClassLine[] {
  const switched = off.get(group.id) ?? [];
  const used = [...new Set(pupils.map(({ bilan }) => bilan.catalogue))].flatMap((id) => catalogues.find(id) ?? []);
  const lines = used.flatMap(({ domains }) =>
    domains.flatMap((domain) =>
      domain.lines.map(({ code, label }) => [code, { label, domain: domain.label }] as const),
    ),
  );
  return [...new Map(lines)].map(([code, line]) => ({ code, ...line, isOn: !switched.includes(code) }));
}
