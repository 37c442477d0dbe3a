// SPDX-License-Identifier: EUPL-1.2
type Row = Readonly<Record<string, unknown>>;
/** Rows of one kind by id. */
export type Rows = ReadonlyMap<string, Row>;

export interface Line {
  readonly id: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: Row;
}

/** The rows that the journal tells about, and its lines, at one instant. */
export interface Snapshot {
  readonly messages: Rows;
  /** The words of messages, by their ids. */
  readonly words: ReadonlyMap<string, string>;
  readonly copies: Rows;
  readonly reviews: Rows;
  readonly reports: Rows;
  readonly openings: Rows;
  readonly policies: Rows;
  readonly breakers: Rows;
  readonly lines: ReadonlyMap<string, Line>;
}

const text = (action: string, actor: unknown, subject: object): string =>
  `${action} ${String(actor)} ${JSON.stringify(subject)}`;

/** The parts of a line that the rows tell, too. */
export function lineText({ action, actor, subject }: Line): string {
  const { message, state, copies, kept, review, report, number } = subject;
  if (action === 'messaging.recall') return text(action, actor, { message, state, copies, kept });
  if (action === 'messaging.report') return text(action, actor, { message });
  if (action.startsWith('messaging.report.')) return text(action, actor, { report });
  if (action.startsWith('messaging.review.')) return text(action, actor, { review });
  return text(action, actor, { number });
}

/** The lines that the changes between two instants make. */
export function expectedLines(before: Snapshot, after: Snapshot): string[] {
  return [
    ...recalled(before, after),
    ...decided(before, after),
    ...undone(before, after),
    ...reported(before, after),
    ...ruled(before, after),
    ...urgent(before, after),
  ];
}

function recalled(before: Snapshot, after: Snapshot): string[] {
  return [...after.messages].flatMap(([message, { authorId, state }]) => {
    const was = before.messages.get(message)?.['state'];
    const isNew =
      was !== undefined && was !== 'draft' && was !== 'recalled' && (state === 'draft' || state === 'recalled');
    if (!isNew) return [];
    const of = ({ copies }: Snapshot): [string, Row][] =>
      [...copies].filter(([, { messageId, ownerId }]) => messageId === message && ownerId !== authorId);
    const left = new Map(of(after));
    const taken = of(before).filter(
      ([id, { recalledAt }]) => recalledAt === null && left.get(id)?.['recalledAt'] !== null,
    );
    const kept = [...left.values()].filter(({ shownAt }) => shownAt !== null);
    return [text('messaging.recall', authorId, { message, state, copies: taken.length, kept: kept.length })];
  });
}

function decided(before: Snapshot, after: Snapshot): string[] {
  return [...after.reviews].flatMap(([review, { state, version, decidedBy }]) => {
    const isNew = decidedBy !== null && before.reviews.get(review)?.['version'] !== version;
    if (!isNew || (state !== 'accepted' && state !== 'refused')) return [];
    return [text(`messaging.review.${state}`, decidedBy, { review })];
  });
}

function undone(before: Snapshot, after: Snapshot): string[] {
  return [...after.reviews].flatMap(([review, { state }]) => {
    const was = before.reviews.get(review);
    if (state !== 'waiting' || was?.['state'] !== 'accepted') return [];
    return [text('messaging.review.undone', was['decidedBy'], { review })];
  });
}

function reported(before: Snapshot, after: Snapshot): string[] {
  const opened = [...after.openings].filter(([id]) => !before.openings.has(id));
  const made = [...after.reports].flatMap(([report, { messageId: message, reportedBy, added, closedBy, closedAt }]) => {
    const was = before.reports.get(report);
    return [
      ...(was?.['added'] === added ? [] : [text('messaging.report', reportedBy, { message })]),
      ...(closedBy !== null && String(was?.['closedAt']) !== String(closedAt)
        ? [text('messaging.report.close', closedBy, { report })]
        : []),
    ];
  });
  return [
    ...made,
    ...opened.map(([, { reportId: report, openedBy }]) => text('messaging.report.open', openedBy, { report })),
  ];
}

/** Pauses of the platform, by the command line, are in the journal of the platform. */
function ruled(before: Snapshot, after: Snapshot): string[] {
  const rules = [...after.policies].filter(([id]) => !before.policies.has(id));
  const started = [...after.breakers].filter(([id, { startedBy }]) => startedBy !== null && !before.breakers.has(id));
  return [
    ...rules.map(([, { number, decidedBy }]) => text('messaging.rules.changed', decidedBy, { number })),
    ...started.map(([, { startedBy }]) => text('messaging.pause.started', startedBy, {})),
    ...endedByHand(before, after, started.length > 0),
  ];
}

/** A pause that replaces others ends them, and that is one line: that of the new one. */
function endedByHand(before: Snapshot, after: Snapshot, isReplaced: boolean): string[] {
  if (isReplaced) return [];
  return [...after.breakers]
    .filter(([id, { endedBy }]) => endedBy !== null && before.breakers.get(id)?.['endedBy'] === null)
    .map(([, { endedBy }]) => text('messaging.pause.ended', endedBy, {}));
}

function urgent(before: Snapshot, after: Snapshot): string[] {
  const isSent = (message: Row | undefined): boolean => message !== undefined && message['state'] !== 'draft';
  return [...after.messages]
    .filter(([id, message]) => Boolean(message['urgent']) && isSent(message) && !isSent(before.messages.get(id)))
    .map(([, { authorId }]) => text('messaging.urgent', authorId, {}));
}
