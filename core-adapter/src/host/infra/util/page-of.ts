// SPDX-License-Identifier: EUPL-1.2

/** Lines on a page of a list. */
export const PAGE_SIZE = 50;

/** A page of a list: which one, of how many, and how many lines there are in all. */
export interface PageOf<T> {
  readonly items: readonly T[];
  /** From 1 on. */
  readonly page: number;
  /** At least 1: an empty list has one page. */
  readonly pages: number;
  readonly total: number;
}

/** The position of a page in a list of `total` lines; the last page when a later one is requested. */
export function placeOf(total: number, asked: number): { page: number; pages: number; skip: number; take: number } {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked), pages);
  return { page, pages, skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE };
}

/** One page of a list in memory. */
export function pageIn<T>(list: readonly T[], asked: number): PageOf<T> {
  const { page, pages, skip, take } = placeOf(list.length, asked);
  return { items: list.slice(skip, skip + take), page, pages, total: list.length };
}

/** Keeps one page of a stream of items; the last page when a later one is requested. */
export class PageKeeper<T> {
  #kept: readonly T[] | undefined;
  #last: T[] = [];
  #total = 0;

  constructor(private readonly asked: number) {}

  add(item: T): void {
    if (this.#total > 0 && this.#total % PAGE_SIZE === 0) this.#last = [];
    this.#last.push(item);
    this.#total += 1;
    if (Math.ceil(this.#total / PAGE_SIZE) === this.asked) this.#kept = this.#last;
  }

  page(): PageOf<T> {
    const { page, pages } = placeOf(this.#total, this.asked);
    return { items: this.#kept ?? this.#last, page, pages, total: this.#total };
  }
}
