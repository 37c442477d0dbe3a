// SPDX-License-Identifier: EUPL-1.2
// Addresses below that of the brick; `url` and `redirect` complete them.

export const HOME_PATH = '/';
export const PHRASES_PATH = '/phrases';
/** The head's board of the school. `?period=2` shows another period than the current one. */
export const BOARD_PATH = '/board';
export const PERIODS_PATH = '/periods';
export const VISA_PATH = `${BOARD_PATH}/visa`;
export const SEND_BACK_PATH = `${BOARD_PATH}/send-back`;
export const PUBLISH_PATH = `${BOARD_PATH}/publish`;
/** The page that counts the readers, before the head publishes now. */
export const PUBLISH_NOW_PATH = `${PUBLISH_PATH}/now`;
/** The form by which the head takes visas back before the publication. */
export const VISA_BACK_PATH = `${VISA_PATH}/take-back`;
/** The bilans of last year that the head may still publish in August. */
export const LATE_PATH = `${BOARD_PATH}/late`;
export const HAND_OVER_PATH = '/hand-over';
/** The page that says what goes to a collège, before the head offers it. */
export const OFFER_PATH = `${HAND_OVER_PATH}/offer`;
export const RECALL_PATH = `${HAND_OVER_PATH}/recall`;
/** The offers of other schools to this one, for the head of a collège. */
export const ARRIVALS_PATH = '/arrivals';

export function offerOf(uai: string): string {
  return `${OFFER_PATH}?to=${uai}`;
}

/** The grid of a class, for its teachers. */
export function gridPath(groupId: string, period: number | string): string {
  return `/classes/${groupId}/${String(period)}`;
}

/** The form that chooses the lines of a class in a period. */
export function linesPath(groupId: string, period: number | string): string {
  return `${gridPath(groupId, period)}/lines`;
}

/** The form that copies the period before into empty cells. */
export function copyPath(groupId: string, period: number | string): string {
  return `${gridPath(groupId, period)}/copy`;
}

/** The page on which a teacher signs bilans of a class. */
export function signPath(groupId: string, period: number | string): string {
  return `${gridPath(groupId, period)}/sign`;
}

/** The form that takes back the signatures that were just given in a class. */
export function signBackPath(groupId: string, period: number | string): string {
  return `${signPath(groupId, period)}/take-back`;
}

export function boardOf(period: number): string {
  return `${BOARD_PATH}?period=${String(period)}`;
}

/** The page on which the head chooses when a period is published. */
export function publishOf(period: number): string {
  return `${PUBLISH_PATH}?period=${String(period)}`;
}

export function publishNowOf(period: number): string {
  return `${PUBLISH_NOW_PATH}?period=${String(period)}`;
}

/** A class as the head reads it. */
export function boardClassPath(groupId: string, period: number | string): string {
  return `${BOARD_PATH}/${String(period)}/classes/${groupId}`;
}

/** The word that stands in forms for the pupils who left, beside the ids of classes. */
export const DEPARTED = 'departed';

/** The bilans of pupils who left, as the head reads them. */
export function departedPath(period: number | string): string {
  return `${BOARD_PATH}/${String(period)}/${DEPARTED}`;
}

/** The page of a class for the head, or that of the pupils who left. */
export function boardListPath(id: string, period: number | string): string {
  return id === DEPARTED ? departedPath(period) : boardClassPath(id, period);
}

/** A bilan: a page to write for teachers while they may, else a page to read. */
export function bilanPath(bilanId: string): string {
  return `/bilans/${bilanId}`;
}

/** The page on which one subject of a bilan is written: see `isSubject`. Readers get the whole bilan. */
export function subjectPath(bilanId: string, subject: string): string {
  return `${bilanPath(bilanId)}?subject=${subject}`;
}

/** The bilan as its family, or its pupil with `?as=pupil`, reads it once it is published: for the head, before that. */
export function previewPath(bilanId: string): string {
  return `${bilanPath(bilanId)}/preview`;
}

/** The readers of a publication. */
export type Eyes = 'family' | 'pupil';

export function previewOf(bilanId: string, eyes: Eyes): string {
  return eyes === 'pupil' ? `${previewPath(bilanId)}?as=pupil` : previewPath(bilanId);
}

/** The address to which a script sends one change, and a row of the grid without script several. */
export function changesPath(bilanId: string): string {
  return `${bilanPath(bilanId)}/changes`;
}

/** The form that makes a bilan ready, or a draft again. */
export function readyPath(bilanId: string): string {
  return `${bilanPath(bilanId)}/ready`;
}

/** The form by which a teacher takes their signature back. */
export function takeBackPath(bilanId: string): string {
  return `${bilanPath(bilanId)}/take-back`;
}

/** The form by which the head unlocks a published bilan. */
export function unlockPath(bilanId: string): string {
  return `${bilanPath(bilanId)}/unlock`;
}

/** The form by which the head restores what was published before an unlocking. */
export function restorePath(bilanId: string): string {
  return `${bilanPath(bilanId)}/restore`;
}

/** The history of a bilan, for the head: each step with its digest. */
export function tracePath(bilanId: string): string {
  return `${bilanPath(bilanId)}/trace`;
}

/** A publication that ended with a step of the history, as the family read it. */
export function keptPath(bilanId: string, stepId: string): string {
  return `${tracePath(bilanId)}/${stepId}`;
}

/** The form by which a guardian confirms that they have read a bilan. */
export function acknowledgePath(bilanId: string): string {
  return `${bilanPath(bilanId)}/acknowledge`;
}

/** The pupils of a class of 6e with their last positions in CM2. */
export function sixthPath(groupId: string): string {
  return `/sixth/${groupId}`;
}

/** A bilan that was handed over to this school. */
export function handedPath(handedId: string): string {
  return `/handed/${handedId}`;
}

/** The form that makes all complete drafts of a class ready. */
export function readyClassPath(groupId: string, period: number | string): string {
  return `/classes/${groupId}/${String(period)}/ready`;
}

/** The form by which a teacher begins to write the current period, before the head has opened it. */
export const BEGIN_PATH = `${PERIODS_PATH}/begin`;
