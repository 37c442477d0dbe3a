// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { data as fr } from '../fr/data.js';

export const data: Record<keyof typeof fr, Message> = {
  'storedData.kept': {
    one: '{count} message stays kept, out of sight',
    other: '{count} messages stay kept, out of sight',
  },
  'data.kept':
    'Messages sent and received, their dates and recipients, when they were first seen, and who accepted or refused those of pupils, with which words',
  'data.purpose': 'Communication between the school, families and pupils',
  'data.retention':
    'Messages stay until the end of the school year after theirs, or less where the school decides so; until 14 October for those whose term ends between 15 June and that day; 30 days in the trash, counted while the brick is on; 30 days for the text of a message that was taken back before it was seen, in case it is reported, and for that of a message that a teacher shows to the head; a reported message until the head closes the report. What an erased person wrote stays with the others, without their name.',
};
