// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { help as fr } from '../fr/help.js';

export const help: Record<keyof typeof fr, Message> = {
  'help.whom': 'Which people may I write to?',
  'help.whomGuardian1':
    'The teachers of your child, the head, the staff of the school and your child. The page lists them, and nobody else can be added.',
  'help.whomGuardian2': 'A message to the team of the class counts as one recipient.',
  'help.when': 'When will my message arrive?',
  'help.when1':
    'You may write at any hour. During the quiet hours of the school the message waits: the button says when it arrives.',
  'help.when2': 'If the head stops messages for a while, the page says why and until when.',
  'help.recall': 'Can I take a message back?',
  'help.recall1':
    'Yes, as long as nobody has received it: it becomes a draft again. Then, for an hour, it is taken back from those that have not seen anything of it.',
  'help.recall2': 'Open the message in “Sent”, then take it back.',
  'help.report': 'Something is wrong with a message',
  'help.report1': 'Open it, then report it. The head reads this message alone. You no longer see it.',
  'help.report2': 'If the head opens the rest of the thread, they say why, and both persons read it.',
  'help.groups': 'Writing to a group',
  'help.groups1':
    'Tick the parents, the pupils or the team of your class, the head or the teachers’ council. Other classes are below. The page counts the people before you send.',
  'help.groups2': 'In a group nobody sees the others, and replies reach you alone.',
  'help.accept': 'Accepting messages of pupils',
  'help.accept1':
    'A message between pupils waits under “To accept”. Accept it, or refuse it with a word that the pupil reads.',
  'help.accept2': 'After 3 school days the head sees it too; after 7 it is refused, and the pupil reads why.',
  'help.accept3': 'If it worries you, “Show it to the head”: the head reads it, and it still waits for your answer.',
  'help.headRules': 'Deciding which people write to each other',
  'help.headRules1':
    'The page “Rules of the school” shows the table, the quiet hours and the pause. Each change keeps its date and its author.',
  'help.headRules2': 'Some limits protect pupils and cannot be changed. You always keep your messages.',
  'help.pupilWrite': 'Write a message',
  'help.pupilWrite1': 'Open Messages, then press “Write”.',
  'help.pupilWrite2': 'Press the people that you write to.',
  'help.pupilWrite3': 'Write your message. The page tells you whether an adult reads it first.',
  'help.pupilWrite4': 'Press the button. Do you see the bird? It is done.',
  'help.pupilRead': 'Read and answer',
  'help.pupilRead1': 'Open Messages, then press “Read”.',
  'help.pupilRead2': 'Press a message. You can press “Listen”, too.',
  'help.pupilRead3': 'Write your answer below.',
  'help.pupilTell': 'A message bothers me',
  'help.pupilTell1': 'Open the message, then the question below it.',
  'help.pupilTell2': 'Say what is wrong. The head of the school reads it, and you no longer see the message.',
  'help.pupilTell3': 'Talk about it with an adult, too. You can call 3018, it is free.',
};
