// SPDX-License-Identifier: EUPL-1.2
// Addresses below that of the brick; `url` and `redirect` complete them.
import type { Box } from './store/copy.entity.js';

export const INBOX_PATH = '/';
export const SEARCH_PATH = '/search';
export const WRITE_PATH = '/write';
/** The page on which a pupil writes to adults alone. */
export const TELL_PATH = `${WRITE_PATH}?to=adults`;
export const REVIEWS_PATH = '/reviews';
/** The form by which a teacher takes acceptances back. */
export const UNDO_REVIEWS_PATH = `${REVIEWS_PATH}/accepted/undo`;
export const REPORTS_PATH = '/reports';
export const RULES_PATH = '/rules';
export const RULES_CHANGE_PATH = `${RULES_PATH}/decisions`;
export const RULES_WHOM_PATH = `${RULES_PATH}/whom`;
export const RULES_HOURS_PATH = `${RULES_PATH}/hours`;
export const PAUSE_PATH = `${RULES_PATH}/pause`;
export const PAUSE_END_PATH = `${RULES_PATH}/pause/end`;
/** The hours that an adult of the school chose. */
export const HOURS_PATH = '/hours';

/** A list of messages. */
export function boxPath(box: Box): string {
  return box === 'inbox' ? INBOX_PATH : `/boxes/${box}`;
}

/** A thread, by any copy in it of the person who reads. */
export function threadPath(copyId: string): string {
  return `/copies/${copyId}`;
}

export function replyPath(copyId: string): string {
  return `${threadPath(copyId)}/reply`;
}

/** The form that puts a thread, or a message that was sent, into another box. */
export function movePath(copyId: string): string {
  return `${threadPath(copyId)}/move`;
}

/** The families who have read a message of the user, by name. */
export function readersPath(copyId: string): string {
  return `${threadPath(copyId)}/readers`;
}

/** The form by which the author takes a message back. */
export function recallPath(copyId: string): string {
  return `${threadPath(copyId)}/recall`;
}

/** The form that makes a draft of a message that one has. */
export function forwardPath(copyId: string): string {
  return `${threadPath(copyId)}/forward`;
}

export function draftPath(copyId: string): string {
  return `/drafts/${copyId}`;
}

/** The words by which the message of a draft was refused before. */
export function saidPath(copyId: string): string {
  return `${draftPath(copyId)}?said=true`;
}

/** The form by which a teacher shows a held message to the heads. */
export function showPath(reviewId: string): string {
  return `${reviewPath(reviewId)}/show`;
}

/** The address of the decision about a held message. */
export function reviewPath(reviewId: string): string {
  return `${REVIEWS_PATH}/${reviewId}`;
}

/** Reporting a message, by the copy of the person who reports it. */
export function reportingPath(copyId: string): string {
  return `${threadPath(copyId)}/report`;
}

export function reportPath(reportId: string): string {
  return `${REPORTS_PATH}/${reportId}`;
}

/** The copy, review or report by which the reader of a file has the message. */
export type FileSource = { readonly copy: string } | { readonly review: string } | { readonly report: string };

export function filePath(fileId: string, source: FileSource): string {
  return `/files/${fileId}?${new URLSearchParams({ ...source }).toString()}`;
}

/** The address that files are sent to. */
export function attachPath(copyId: string): string {
  return `${draftPath(copyId)}/files`;
}

export function removeFilePath(copyId: string, fileId: string): string {
  return `${attachPath(copyId)}/${fileId}/remove`;
}
