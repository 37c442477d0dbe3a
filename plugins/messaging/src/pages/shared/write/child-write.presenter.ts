// SPDX-License-Identifier: EUPL-1.2
import type { Adults } from '../../../domain/child/adults-of.js';
import { calledNames } from '../../../domain/child/called-names.js';
import { droppedNotices } from '../../../domain/words/dropped-notices.js';
import { draftPath, INBOX_PATH, saidPath, WRITE_PATH } from '../../../paths.js';
import { namingLimit } from '../../../domain/rules/naming-limit.js';
import type { Breaker } from '../../../domain/rules/policy.js';
import { refusalSentence } from '../../../domain/write/plan-sentences.js';
import { fieldOf } from '../../../domain/write/recipient.input.js';
import { presentDraftFiles } from '../files/files.presenter.js';
import { waitWords } from '../wait-words.js';
import { presentClash } from './clash.presenter.js';
import { keptWords, type WriteMaterial, type WriteReader } from './write-material.js';
import { childHelp } from '../child/child-help.js';
import { facesOf } from '../child/faces.js';
import { letterButton, letterNotes, type PlanReader } from './letter-plan.js';
import type { SaidModel } from '../child/said.presenter.js';
import { eitherOf, namesOf } from '../child/words.js';
import type { ChildLetter, ChildWriteModel } from './child-write.model.js';

/** The page of a message, for the pupil who writes it. */
export interface ChildWriting {
  readonly material: WriteMaterial;
  readonly adults: Adults;
  readonly pause: Breaker | undefined;
  /** Whether the page is for adults only. */
  readonly isTelling: boolean;
  /** The words by which the message was refused before. */
  readonly said: readonly SaidModel[];
}

export function presentChildWrite(writing: ChildWriting, reader: WriteReader): ChildWriteModel {
  const { material, isTelling, said } = writing;
  const { recipients, candidates, draft, body, formKey } = material;
  const { t, url, persons } = reader;
  const chosen = new Set(recipients.flatMap((one) => ('person' in one ? [one.person] : [])));
  const offered = [...candidates.persons].flatMap((id) => persons.get(id) ?? []);
  const faces = facesOf(offered, { t, relations: candidates.relations, chosen });
  const classmates = isTelling ? [] : faces.classmates;
  const letter = presentLetter(writing, reader);
  const problems = problemsOf(material, letter.refusals);
  const shown = new Set([...faces.adults, ...classmates].map(({ id }) => id));
  return {
    title: t(isTelling ? 'child.tellTitle' : 'child.who'),
    backUrl: url(INBOX_PATH),
    actionUrl: url(draft ? draftPath(draft.copyId) : WRITE_PATH),
    planUrl: url(WRITE_PATH),
    formKey,
    version: draft?.version,
    shut: whyShut(writing, reader),
    said: said.map(({ id, line }) => ({ id, line })),
    saidUrl: draft && said.some(({ report }) => report) ? url(saidPath(draft.copyId)) : undefined,
    problems,
    stopped:
      material.isRefused && !problems.to ? [t('stopped.title'), t(draft ? 'stopped.lead' : 'stopped.leadUnsaved')] : [],
    clash: presentClash(material, reader),
    adults: faces.adults,
    classmates,
    others: recipients.filter((one) => !('person' in one) || !shown.has(one.person)).map(fieldOf),
    most: t('child.most', { count: namingLimit(['pupil']) }),
    // The words at the faces are not said a second time below.
    letter: problems.to === undefined ? letter : { ...letter, refusals: [] },
    body,
    files: draft && presentDraftFiles(material.files, draft.copyId, reader),
    kept: draft && keptWords({ ...draft, dropped: [] }, reader),
    dropped: draft && draft.dropped.length > 0 ? droppedNotices(draft.dropped, t).join(' · ') : undefined,
  };
}

function whyShut({ material, pause, adults }: ChildWriting, reader: WriteReader): string[] {
  const { t } = reader;
  const { wait, candidates } = material;
  if (pause) {
    const until = pause.until
      ? t('child.pauseLeadUntil', { when: reader.format.when(pause.until) })
      : t('child.pauseLead');
    return [until, t('child.pauseReason', { reason: pause.reason }), ...childHelp(adults, true, reader).lines];
  }
  if (wait) return [waitWords(wait, reader)];
  return candidates.persons.size === 0 ? [t('child.nobody')] : [];
}

/** A pupil writes no subject, so that none is missing. A refusal by the rules is about the faces. */
function problemsOf({ problems, isRefused }: WriteMaterial, refusals: readonly string[]): ChildWriteModel['problems'] {
  const to = problems.to ?? (isRefused && refusals.length > 0 ? refusals.join(' ') : undefined);
  return { ...(to !== undefined && { to }), ...(problems.body !== undefined && { body: problems.body }) };
}

function presentLetter({ material, adults, isTelling }: ChildWriting, reader: WriteReader): ChildLetter {
  const { recipients, plan, candidates } = material;
  const { t, persons } = reader;
  const called = calledNames(persons, candidates.relations);
  // A person that the pupil may not write to stays unnamed.
  const nameOf = (id: string): string => called.get(id)?.displayName ?? t('refused.person');
  const planReader: PlanReader = { ...reader, readFirst: adults.ofClass, nameOf, isReply: false };
  if (recipients.length === 0) {
    const adult = eitherOf([...adults.ofClass.values()].flat(), t);
    const isHeld = [...candidates.judgements.values()].some(({ outcome }) => outcome === 'held');
    const notes = isHeld && !isTelling ? [t('child.heldClass', { adult })] : [];
    return { title: t('child.yourMessage'), notes, refusals: [], sendLabel: t('child.send') };
  }
  const refusals = [...plan.refused].map(([id, refusal]) =>
    refusal.reason === 'too-many'
      ? t('child.tooMany', { count: refusal.limit })
      : t('refused.line', { who: nameOf(id), reason: refusalSentence(refusal, reader) }),
  );
  const named = recipients.flatMap((one) => ('person' in one && called.has(one.person) ? [nameOf(one.person)] : []));
  const to = namesOf(named, reader);
  return {
    title: to === '' ? t('child.yourMessage') : t('child.yourMessageTo', { to }),
    notes: letterNotes(plan, planReader),
    refusals: [...new Set(refusals)],
    sendLabel: letterButton(plan, planReader),
  };
}
