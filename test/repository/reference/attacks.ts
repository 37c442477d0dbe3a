// SPDX-License-Identifier: EUPL-1.2

/** Attacks and faults of one kind, which share the letter of their marks. */
export interface AttackList {
  readonly letter: string;
  readonly title: string;
  /** Mark → what is tried, or what goes wrong. */
  readonly attacks: Readonly<Record<string, string>>;
}

/** Every mark that the title of a test may begin with, but for C1 to C18: those are in cas-requirements.ts. */
export const attackLists: readonly AttackList[] = [
  {
    letter: 'T',
    title: 'Schools kept apart',
    attacks: {
      T1: 'An address, a form or a command names an id, a key or a group of another school.',
      T2: 'The school is missing, empty or misspelt, and the condition on it would be dropped.',
      T3: 'Reading is refused, but another method or a write is not.',
      T4: 'An id is looked up everywhere instead of in its school and its place.',
      T5: 'A session or a profile is used in a school that it does not belong to.',
      T6: 'Ids in a list, a query or a form field widen what is reached.',
      T7: 'Work outside a page (an export, an erasure, an import, a count) takes in other schools or other persons.',
      T8: 'The answer tells that something exists: a 403 in place of a 404, or a page that differs.',
      T9: 'A brick that is off still answers at one of its addresses.',
      T10: 'A list, a search or a count includes persons of another school.',
      T11: 'What was remembered for one school or before a change is given to another, or after it.',
      T12: 'Of a school that a person has left they find less than they had been shown, or somebody finds more.',
    },
  },
  {
    letter: 'L',
    title: 'Directories and syncs',
    attacks: {
      L1: 'A name changes the LDAP filter in which it is used.',
      L2: 'A name changes the DN in which it is used, and moves its entry to another branch.',
      L3: 'The directory suddenly names no persons.',
      L4: 'The directory names far fewer persons, all at once or a few at a time.',
      L5: 'A limit of size or time, or a file that is cut, gives a part that looks like the whole.',
      L6: 'A branch of the directory is at another server (referral).',
      L7: 'The server does not give results in pages.',
      L8: 'The last page of the results is lost.',
      L9: 'Two entries have one key, or keys that differ by case, accents or spaces alone.',
      L10: 'Values are bytes or very large, such as photos, or never end.',
      L11: 'A person moves, or is in several schools or sources.',
      L12: 'The connection or the file breaks off in the middle.',
      L13: 'Two syncs run at once, or a sync is overtaken by another change.',
      L14: 'The clocks of the directory and of Volée differ.',
      L15: 'The directory hides entries or attributes from the account, and answers as if nothing were missing.',
      L16: 'The directory names everybody, with the classes of another year.',
      L17: 'The directory is emptied for the summer, and what pupils had is erased before it names them again.',
    },
  },
  {
    letter: 'H',
    title: 'One person taken for another',
    attacks: {
      H1: 'The collation of the database takes two logins for one.',
      H2: 'A key or a login is given to another person, and with it what its first owner had.',
      H3: 'A right is given to, or stays with, the wrong one of two persons: one of the same name, or one that left.',
    },
  },
  {
    letter: 'F',
    title: 'Files',
    attacks: {
      F1: 'A name is a path, a reserved name, or made of characters that change what it names.',
      F4: 'An uploaded page or drawing runs as a script of Volée.',
      F5: 'The browser guesses a type of its own for a download.',
      F6: 'Somebody brings something back from the trash where they may not write.',
      F9: 'XML defines entities or refers to other files.',
      F11: 'Requests of the same instant take one name, or together more room than there is.',
      F13: 'Other users of the machine can read what Volée writes.',
      F14: 'The name of a file is part of a command that runs.',
      F15: 'An upload breaks off, its rows cannot be written, or the disk is full.',
      F16: 'A download has more or fewer bytes than it announces, so that the rest is read as another answer.',
    },
  },
  {
    letter: 'X',
    title: 'What people wrote',
    attacks: {
      X1: 'Markup in a name or a text becomes part of a page.',
      X2: 'A message reaches a person to whom its sender may not write: by a group, a reply, a draft or a program.',
      X3: 'A person learns from a recall, or from who has read a message, what is not theirs to know.',
      X4: 'The file of a message is opened by a person without the message, or after it was deleted, recalled or reported.',
      X5: 'Very many messages, or one to very many persons, are sent at once.',
      X6: 'What a teacher refused, or accepted before it was changed, is delivered.',
      X7: 'The name, the content or the fields of an upload become a path or an object of the server.',
      X8: 'A child loses a message or a bilan that it has seen, or is told nothing of one that was taken back or changed.',
    },
  },
  {
    letter: 'V',
    title: 'Pupils of others, numbers and days of birth',
    attacks: {
      V2: 'A person reads or writes about a pupil of another class.',
      V4: 'A national number (INE) or a day of birth is in a log, a key, a message or a page.',
    },
  },
  {
    letter: 'P',
    title: 'Pages and platform',
    attacks: {
      P1: 'A token is guessed, forged, or read from a copy of the database.',
      P3: 'A visitor without a session uploads a file.',
      P4: 'The form of a page is sent without passing the check of that page.',
      P6: 'Another site makes a browser act, or code gets into a page in spite of escaping and the Content-Security-Policy.',
      P7: 'Connections that say nothing, or very little, use up the server.',
      P8: 'An upgrade stops in the middle.',
      P9: 'An upgrade has to be undone.',
      P11: 'A brick or a source throws, hangs or ends the process, and others suffer.',
      P13: 'A proxy makes requests from outside look like requests of the machine itself.',
      P14: 'The database does not answer, goes away, or has no room left.',
      P15: 'A text such as `__proto__` is the key of a plain object.',
      P16: 'A form arrives after its session or its page has ended: what was typed is lost, or sent in the name of somebody else.',
      P17: 'The clock of the server leaps: what is old by it alone is deleted, or work waits for a time of it.',
      P18: 'A browser goes back: it brings an older text into a newer form, or the text of one person into the form of another.',
      P19: 'Somebody without an account has the server hold long bodies, as many as they open connections.',
    },
  },
];
