// SPDX-License-Identifier: EUPL-1.2

/** One thing that people of the sample do in the week before today. People are named by their logins, messages by a key of the week. */
export type Step = When & (Write | Reply | Read | Accept | Refuse | Archive | Report);

export interface When {
  /** School days before today: 1 is the last one, 0 today. */
  readonly day: number;
  /** The time on the clock of the school: `16:20`. */
  readonly at: string;
  readonly by: string;
}

/** A new message. Its texts may name days: see `SchoolDays.writeOut`. */
export interface Write {
  readonly write: string;
  readonly to: Recipients;
  readonly subject: string;
  readonly body: string;
  /** Whether it is saved instead of sent. */
  readonly isDraft?: boolean;
  /** The name of a file that is attached, and the line that stands in it. */
  readonly pdf?: readonly [name: string, line: string];
}

/** Answers the author of a message that the person has received. */
export interface Reply {
  readonly write: string;
  readonly replyTo: string;
  readonly body: string;
}

/** Opens the thread of a message. Other people do the same after `by`, within minutes. */
export interface Read {
  readonly read: string;
  readonly and?: readonly string[];
}

export interface Accept {
  readonly accept: string;
}

export interface Refuse {
  readonly refuse: string;
  /** The reason that the author reads. */
  readonly word: string;
}

export interface Archive {
  readonly archive: string;
}

/** Tells the head of a message that the person has received. */
export interface Report {
  readonly report: string;
  readonly because: string;
}

/** Logins, and names of classes or groups. */
export interface Recipients {
  readonly persons?: readonly string[];
  readonly pupilsOf?: readonly string[];
  readonly guardiansOf?: readonly string[];
  readonly teamOf?: readonly string[];
  readonly everyone?: readonly ('pupil' | 'guardian' | 'teacher')[];
}

export interface SchoolWeek {
  readonly uai: string;
  readonly steps: readonly Step[];
}
