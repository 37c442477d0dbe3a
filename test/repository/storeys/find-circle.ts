// SPDX-License-Identifier: EUPL-1.2

/** The names of one circle of a graph, in the order of its arrows; undefined when there is none. */
export function findCircle(arrows: Iterable<readonly [from: string, to: string]>): string[] | undefined {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of arrows) {
    if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to));
  }
  // A node without a way on is part of no circle; what is left in the end has a way on for ever.
  for (let before = -1; before !== next.size;) {
    before = next.size;
    for (const [from, tos] of next) {
      for (const to of tos) if (!next.has(to)) tos.delete(to);
      if (tos.size === 0) next.delete(from);
    }
  }
  const path: string[] = [];
  let [node] = next.keys();
  while (node !== undefined && !path.includes(node)) {
    path.push(node);
    [node] = next.get(node) ?? [];
  }
  return node === undefined ? undefined : path.slice(path.indexOf(node));
}
