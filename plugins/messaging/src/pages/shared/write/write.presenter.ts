// SPDX-License-Identifier: EUPL-1.2
import { boxPath, draftPath, INBOX_PATH, WRITE_PATH } from '../../../paths.js';
import type { Recipient } from '../../../domain/rules/recipients.js';
import { subjectOf } from '../../../domain/write/subject-of.js';
import { refusalSentence, sendLabel } from '../../../domain/write/plan-sentences.js';
import { presentDraftFiles } from '../files/files.presenter.js';
import { recipientLabel, toRecipient, type LabelReader } from '../../../domain/words/recipient-labels.js';
import { groupName } from '../../../domain/words/group-names.js';
import { waitWords } from '../wait-words.js';
import { missingPeople } from './missing-people.js';
import { presentClash } from './clash.presenter.js';
import { presentArrival } from './arrival.presenter.js';
import { presentChoice } from './choice.presenter.js';
import type { StoppedModel, WriteModel } from './write.model.js';
import { keptWords, searches, type WriteMaterial, type WriteReader } from './write-material.js';

export function presentWrite(material: WriteMaterial, reader: WriteReader): WriteModel {
  const { draft, head, problems, candidates } = material;
  const { t, url, user } = reader;
  const stopped = presentStopped(material, reader);
  const isSearching = searches(material, reader);
  return {
    ...titles(material, stopped, reader),
    tabs: isSearching && stopped === undefined ? head.tabs : undefined,
    pauses: stopped ? [] : head.pauses,
    actionUrl: url(draft ? draftPath(draft.copyId) : WRITE_PATH),
    partsUrl: url(WRITE_PATH),
    formKey: material.formKey,
    version: draft?.version,
    choice: presentChoice(material, reader),
    missing: missingPeople(user.profiles, candidates.rules, t),
    subject: typedSubject(material),
    body: material.body,
    files: draft && presentDraftFiles(material.files, draft.copyId, reader),
    problems,
    urgent: user.profiles.includes('head') ? { isTicked: material.urgent, reason: material.reason } : undefined,
    isApart: material.apart,
    arrival: presentArrival(material, reader),
    // Before anybody is chosen, no time is the right one.
    sendLabel: material.recipients.length > 0 ? sendLabel(material.plan, reader) : t('send.now'),
    kept: draft && keptWords(draft, reader),
    stopped,
    clash: presentClash(material, reader),
  };
}

/** Empty when the subject was made of the first words, so that it follows the text. */
function typedSubject({ subject, body }: WriteMaterial): string {
  return subject === subjectOf(body, { isFormatted: true }) ? '' : subject;
}

function titles(
  material: WriteMaterial,
  stopped: StoppedModel | undefined,
  reader: WriteReader,
): Pick<WriteModel, 'title' | 'lead' | 'crumbs'> {
  const { draft, subject } = material;
  const { t, url, user } = reader;
  const toSchool = user.profiles.every((profile) => profile === 'guardian') ? t('write.titleSchool') : t('write.title');
  const title = stopped ? t('stopped.title') : toSchool;
  const lead = stopped ? t(draft ? 'stopped.lead' : 'stopped.leadUnsaved') : undefined;
  const name = subject === '' ? t('write.open') : subject;
  const drafts = draft ? [{ label: t('box.drafts'), url: url(boxPath('drafts')) }] : [];
  return { title, lead, crumbs: [{ label: t('title'), url: url(INBOX_PATH) }, ...drafts, { label: name }] };
}

function presentStopped(material: WriteMaterial, reader: WriteReader): StoppedModel | undefined {
  const { recipients, unreached, isRefused, wait, plan } = material;
  const { t } = reader;
  if (wait) {
    const reasons = [{ subject: '', text: waitWords(wait, reader) }];
    return { title: t('stopped.waits'), reasons, restLabel: undefined };
  }
  if (unreached.length === 0) return undefined;
  const reasons = unreached.map((one) => {
    const refusal = 'person' in one ? plan.refused.get(one.person) : [...plan.refused.values()][0];
    const text = sentence(refusal ? refusalSentence(refusal, reader) : t('refused.nobody'));
    return { subject: t('stopped.cannot', { who: nameOf(one, material, reader) }), text };
  });
  const rest = recipients.filter((one) => !unreached.includes(one));
  const names = reader.format.list(rest.map((one) => toRecipient(one, labelsOf(material, reader))));
  const title = isRefused ? t('stopped.reasons', { count: reasons.length }) : t('stopped.before');
  return { title, reasons, restLabel: rest.length > 0 ? t('stopped.rest', { names }) : undefined };
}

/** Makes a sentence of a reason. Reasons also end sentences, so they begin with a small letter. */
function sentence(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}

function nameOf(recipient: Recipient, material: WriteMaterial, reader: WriteReader): string {
  if ('person' in recipient && !reader.persons.has(recipient.person)) return reader.t('refused.person');
  return recipientLabel(recipient, labelsOf(material, reader));
}

function labelsOf({ candidates }: WriteMaterial, { t, persons }: WriteReader): LabelReader {
  return {
    t,
    persons,
    groups: new Map([...candidates.relations.groups].map(([id, group]) => [id, groupName(group, t)])),
  };
}
