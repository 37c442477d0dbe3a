// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { helpFr } from './help-fr.js';

export const helpEn: Record<keyof typeof helpFr, Message> = {
  'shell.help': 'Help',
  'help.title': 'Help',
  'help.lead.pupil': 'Choose what you want to do.',
  'help.lead.guardian': 'What parents ask most often.',
  'help.lead.teacher': 'What teachers ask most often.',
  'help.lead.head': 'What heads ask most often.',
  'help.lead.staff': 'What the staff of a school ask most often.',
  'help.lead.nobody': 'How to get into Volée.',
  'help.contents': 'Contents',
  'help.profiles': 'Help by who you are',

  'help.login': 'Logging in',
  'help.password': 'I have lost my password',
  'help.password1': 'Volée does not know passwords. On the page where you type yours, look for “forgotten password”.',
  'help.password2': 'You find nothing, or nothing arrives? The secretary or the head of the school can help you.',
  'help.shared': 'I am leaving a shared computer',
  'help.shared1': 'Touch your name at the top right, then “Log out”. Close the browser, too.',
  'help.browser': 'Which browser do I need?',
  'help.browser1': 'Firefox 128, Safari 16 (iPhone and iPad: iOS 16), Chrome or Edge 111, or a newer one.',
  'help.browser2': 'An older one still shows everything, but not as well. Update it if you can.',
  'help.kept': 'I left a page before I sent my text',
  'help.kept1': 'It is kept for 30 days, for you alone. Open the page again: the text is in its field.',
  'help.kept2':
    'The page is gone? Touch your name at the top right, then “Profile and settings”: “Kept texts” shows them all.',
  'help.stay': 'May I stay logged in on my phone?',
  'help.stay1': 'Yes, for some hours. Then you have to log in again.',
  'help.stay2': 'On a shared computer, touch your name at the top right, then “Log out”.',
  'help.otherParent': 'Does the other parent have an account?',
  'help.otherParent1': 'Yes, each guardian has their own. Do not lend yours: what you do carries your name.',
  'help.pupilPassword': 'A pupil has lost their password',
  'help.pupilPassword1':
    'Volée does not know passwords. The person who keeps the accounts of the school can give them another one.',
  'help.account': 'How do I get an account?',
  'help.account1':
    'There is nothing to create. Pupils, their guardians and the staff of schools have an account already.',
  'help.account2': 'Your school has given you yours. Ask the secretary for it.',
  'help.unknownSelf': '“Your account is not known here”',
  'help.unknownSelf1':
    'Your password is right, but no school has put you on its list yet. A brand new account often arrives the next day.',
  'help.code': 'I am a pupil and have lost my password',
  'help.code1': 'Ask your teacher or another adult of the school.',

  'help.children': 'My children',
  'help.twoSchools': 'I have children in several schools',
  'help.twoSchools1':
    'One account is enough. The home page shows all your children, each with their school. At its top, one page has the works of all of them, another one their messages.',
  'help.childMissing': 'I do not see one of my children',
  'help.childMissing1': 'Their school has not linked them to you yet. Ask it: it keeps the lists.',
  'help.fewerBricks': 'Why does a school have fewer bricks than the other?',
  'help.fewerBricks1': 'Each head chooses what is on in their school, and for whom.',

  'help.classes': 'My classes',
  'help.pupilMissing': 'A pupil is missing, or should not be there',
  'help.pupilMissing1':
    'The lists come from the directory of the school. Tell the secretary: the change often arrives the next day.',
  'help.brickMissing': 'I do not see a brick',
  'help.brickMissing1': 'The head switches bricks on, for the whole school or for some classes. Ask them.',
  'help.parentsSee': 'What do parents see?',
  'help.parentsSee1': 'What is made for the class of their child, in the bricks that are on for them.',
  'help.parentsSee2': 'They see neither what is yours nor the other classes.',

  'help.school': 'My school',
  'help.switchOn': 'How do I switch a brick on?',
  'help.switchOn1': 'Open “School”, then the brick. Choose for whom, from when, and for which classes.',
  'help.switchOn2': 'Before you confirm, the page says how many people will have it.',
  'help.switchOff': 'What happens when I switch a brick off?',
  'help.switchOff1':
    'It disappears for everybody. Switching off erases nothing: switch it on again, and what is still kept comes back. What reaches its term is erased, also while the brick is off.',
  'help.whoHas': 'Who has a brick?',
  'help.whoHas1': 'In “School”, open the brick, then the list of people.',
  'help.replace': 'How do I have somebody replaced?',
  'help.replace1': 'Open “School”, then “Replacements”: the class, the person and the last day.',
  'help.replace2':
    'Everybody keeps their account. On the day after the last one, everything closes again. You can leave a word for the person who takes the class.',
  'help.unknown': 'Somebody cannot get in',
  'help.unknown1':
    'If Volée says “account not known”, the person is missing in the directory of the school. A brand new account often arrives the next day.',
  'help.journal': 'Who sees what I decide?',
  'help.journal1': 'Each decision leaves a line, with your name, in the journal that the team that runs Volée reads.',

  'help.know': 'What do you know about me?',
  'help.knowUs': 'What do you know about us?',
  'help.know1': 'Touch “My data” at the bottom of the page: you get everything that Volée keeps about you.',
  'help.knowChild': 'For the data of your child, ask their school.',
  'help.leave': 'And when I leave the school?',
  'help.leave1': {
    one: 'The account closes. The data are erased one day later.',
    other: 'The account closes. The data are erased {count} days later.',
  },
  'help.leave2':
    'Leaving in summer, from 15 June to 14 September, counts from 15 September. Back before the data are erased? Everything is still there.',
  'help.childLeaves': 'And when my child leaves the school?',

  'help.ask': 'You do not find it?',
  'help.askSchool': 'Ask the secretary or the head of your school.',
  'help.askHead': 'Ask the team that runs Volée.',
  'help.askOperator': 'Write to the team of Volée',
  'help.phone': 'Volée on your phone',
  'help.phone1':
    'Open the home page, then “Add to home screen” in the menu of the browser. There is nothing to install.',

  'help.pupil.password': 'I have forgotten my password',
  'help.pupil.password1': 'Tell your teacher or another adult of the school.',
  'help.pupil.password2': 'They give you a new code.',
  'help.pupil.password3': 'Lend it to nobody, not even to a friend.',
  'help.pupil.logout': 'I am done and leave',
  'help.pupil.logout1': 'Touch your coloured circle, at the top right.',
  'help.pupil.logout2': 'Touch “Log out”.',
  'help.pupil.logout3': 'At school, do it each time.',
  'help.trouble': 'Is something bothering you?',
  'help.trouble1': 'A nasty message, a problem? Tell an adult of the school or your parents.',
  'help.trouble2': 'In France you can also call 30\u00a018. It costs nothing.',
};
