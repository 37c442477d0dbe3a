// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { help as fr } from '../fr/help.js';

export const help: Record<keyof typeof fr, Message> = {
  'help.access': 'Who reads a report?',
  'help.access1':
    'Until it is published, only the pupil’s teachers and the head see it. Then the pupil and their guardians read it, too. Nobody else.',
  'help.access2': 'The page of the report says which guardians opened it, on which day, and whether they confirmed it.',
  'help.pupilRead': 'Read my report',
  'help.pupilRead1': 'Open “My report”, then your report.',
  'help.pupilRead2': 'At the top, read your strong points and the word written for you.',
  'help.pupilRead3': 'Then look at what you work on now, and where you made progress.',
  'help.pupilRead4': 'To read everything, press “See your whole report”.',
  'help.pupilTell': 'My report worries me',
  'help.pupilTell1': 'Talk to your teacher or to your parents. They may read it, too.',
  'help.pupilTell2': 'The bricks are no marks. They say where you are today.',
  'help.guardianRead': 'Read my child’s report',
  'help.guardianRead1':
    'When a report is published, your portal says so. It stays in “School report” with the earlier ones.',
  'help.guardianRead2':
    'The bricks say where your child is, compared with what is expected at the end of the year. They are no marks, and there is no average.',
  'help.confirm': 'What is “I have read the report” for?',
  'help.confirm1':
    'The school knows that you received it. It does not mean that you agree. Each guardian confirms for themselves.',
  'help.confirm2':
    'When the school corrects a published report, it says why. The corrected report is to be read and confirmed again.',
  'help.sixth': 'And in 6e?',
  'help.sixth1':
    'The school hands over to the collège the published reports of CM1 and CM2, and nothing else. Your child’s teachers read them during 6e.',
  'help.sixth2': 'The report at the collège says who opened each one, and on which day.',
  'help.write': 'Fill in reports',
  'help.write1': 'In the grid of the class, type 1, 2, 3 or 4, or N for “not assessed”. Each cell is saved by itself.',
  'help.write2':
    'Without a network, go on: what has not been sent stays on this device, and is sent when the network is back.',
  'help.write3': 'The name of a pupil opens their report: texts, elements worked on, a word for the child.',
  'help.share': 'Write together',
  'help.share1': 'The teachers of a class write the same reports at the same time. So does a replacement teacher.',
  'help.share2': 'When two persons change one cell, the page shows both values. Nothing is lost.',
  'help.sign': 'Sign',
  'help.sign1': 'A complete report can be signed. One page shows what you sign, for the whole class.',
  'help.sign2': 'You may take your signature back until the head approves it.',
  'help.periods': 'Open periods',
  'help.periods1': 'Choose terms, halves or five periods, then the dates. The whole school has the same rhythm.',
  'help.periods2': 'Opening a period prepares an empty report for each pupil.',
  'help.visa': 'Approve and publish',
  'help.visa1':
    'The board of the school shows how far each class is. Approve whole classes, or send a report back with a word.',
  'help.visa2':
    'Choose the day and the hour of the publication: families read from that instant on. Before publishing now, “See with their eyes” shows what the family and the pupil will read. It leaves ten minutes to undo it, and an approval is taken back until the publication. The last day of the year is 31 August.',
  'help.unlock': 'Correct a published report',
  'help.unlock1':
    'Unlock it with a reason, which the family will read, and choose whether it still reads what was published. Teachers correct it, and it is signed, approved and published again.',
  'help.unlock2':
    'This is possible until 31 July. What the family had read stays in the history of the report, which the head alone opens.',
  'help.handOver': 'Hand over to the collège',
  'help.handOver1': 'The page “To 6e” lists the pupils of CM2. Choose the collège of each of them, then hand over.',
  'help.handOver2': 'The collège accepts or refuses. You may recall what has not arrived yet.',
};
