// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import type { Adults } from '../../domain/child/adults-of.js';
import type { OwnMessages } from '../../domain/child/own-messages.js';
import type { BoxPage } from '../../domain/box/read-box.js';
import { boxPath, INBOX_PATH, threadPath, WRITE_PATH } from '../../paths.js';
import type { Breaker } from '../../domain/rules/policy.js';
import { childHelp } from '../shared/child/child-help.js';
import type { ChildHomeModel, Door } from '../shared/child/home.model.js';
import { ownLine } from '../shared/child/own-line.js';
import { namesOf } from '../shared/child/words.js';

/** The contents of the first page of a pupil. */
export interface ChildHome {
  /** The lines of the inbox that the pupil has not read, of the newest ones, and those that wait for an answer. */
  readonly unread: BoxPage['lines'];
  /** The number of unread threads in the whole inbox. */
  readonly unreadCount: number;
  readonly answerable: BoxPage['lines'];
  readonly own: OwnMessages;
  readonly hasMoreOwn: boolean;
  /** The number of messages that the pupil took back from a teacher and has not sent again. */
  readonly withdrawn: number;
  /** The number of messages that the pupil has begun. */
  readonly drafts: number;
  readonly pause: Breaker | undefined;
  readonly going: string | undefined;
  readonly adults: Adults;
  /** The authors of what the pupil has not read or answered. */
  readonly persons: ReadonlyMap<string, Member>;
  readonly groups: ReadonlyMap<string, string>;
}

type HomeReader = Pick<MessagingRequest, 't' | 'format' | 'url' | 'clock' | 'school'>;

export function presentChildHome(home: ChildHome, reader: HomeReader): ChildHomeModel {
  const { own, pause, adults, groups } = home;
  const { t, url } = reader;
  const isPaused = pause !== undefined;
  const until = pause?.until ? reader.format.when(pause.until) : undefined;
  const pauseLead = until === undefined ? t('child.pauseLead') : t('child.pauseLeadUntil', { when: until });
  return {
    title: isPaused ? t('child.pause') : t('child.title'),
    lead: isPaused ? pauseLead : leadOf(home, reader),
    pause: pause && t('child.pauseReason', { reason: pause.reason }),
    doors: doorsOf(home, until, reader),
    own: own.lines.map((line) => ownLine(line, own, { ...reader, groups, readFirst: adults.ofClass, isPaused })),
    ownUrl: home.hasMoreOwn ? url(boxPath('sent')) : undefined,
    drafts:
      home.drafts > 0 ? { url: url(boxPath('drafts')), label: t('child.drafts', { count: home.drafts }) } : undefined,
    going: home.going,
    help: childHelp(adults, isPaused, reader),
  };
}

/** « Tom t’a écrit. Un message de toi attend. » */
function leadOf({ unread, unreadCount, own, withdrawn, persons }: ChildHome, reader: HomeReader): string {
  const { t } = reader;
  const authors = [...new Set(unread.map(({ message }) => message.authorId))];
  const names = authors.map((id) => (id && persons.get(id)?.displayName) || t('person.gone'));
  const waits = own.lines.filter(({ message }) => message.state === 'held' || message.state === 'waiting').length;
  const sentences = [
    names.length > 0
      ? t('child.wroteToYou', { names: namesOf(names, reader), count: names.length })
      : unreadCount > 0
        ? `${t('child.readNew', { count: unreadCount })}.`
        : '',
    waits > 0 ? t('child.ownWaits', { count: waits }) : '',
    withdrawn > 0 ? t('child.ownUnsent', { count: withdrawn }) : '',
  ].filter(Boolean);
  return sentences.length > 0 ? sentences.join(' ') : t('child.nothingNew');
}

function doorsOf(
  { unread, unreadCount, answerable, pause }: ChildHome,
  until: string | undefined,
  { t, url }: HomeReader,
): Door[] {
  const [first] = unread;
  const whenShut = until ?? t('child.shut');
  const authors = new Set(answerable.map(({ message }) => message.authorId)).size;
  return [
    {
      icon: 'envelope-open-fill',
      title: t('child.read'),
      line: unreadCount > 0 ? t('child.readNew', { count: unreadCount }) : t('child.readNothing'),
      url: url(first && unreadCount === 1 ? threadPath(first.copy.id) : `${INBOX_PATH}?door=read`),
      news: unreadCount,
    },
    {
      icon: 'pencil-fill',
      title: t('child.write'),
      line: pause ? whenShut : t('child.writeTo'),
      url: pause ? undefined : url(WRITE_PATH),
      news: 0,
    },
    {
      icon: 'reply-fill',
      title: t('child.reply'),
      line: pause ? whenShut : authors > 0 ? t('child.replyTo', { count: authors }) : t('child.replyNobody'),
      url: pause ? undefined : url(`${INBOX_PATH}?door=reply`),
      news: 0,
    },
  ];
}
