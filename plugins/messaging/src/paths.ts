// SPDX-License-Identifier: EUPL-1.2
// Addresses below that of the brick; `url` and `redirect` complete them.

export const INBOX_PATH = '/';
export const SENT_PATH = '/sent';
export const WRITE_PATH = '/write';
export const REVIEWS_PATH = '/reviews';

/** A thread, by any copy in it of the person that reads. */
export function threadPath(copyId: string): string {
  return `/copies/${copyId}`;
}

export function replyPath(copyId: string): string {
  return `${threadPath(copyId)}/reply`;
}

export function acceptPath(reviewId: string): string {
  return `${REVIEWS_PATH}/${reviewId}/accept`;
}

export function refusePath(reviewId: string): string {
  return `${REVIEWS_PATH}/${reviewId}/refuse`;
}
