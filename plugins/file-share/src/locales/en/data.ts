// SPDX-License-Identifier: EUPL-1.2
export const data = {
  'storedData.kept': {
    one: '{count} file ({size}) is kept, out of sight',
    other: '{count} files ({size}) are kept, out of sight',
  },
  'storedData.works': {
    one: '{count} work that was handed out is kept, out of sight',
    other: '{count} works that were handed out are kept, out of sight',
  },
  'data.kept':
    'Folders and files, their name, size and date and the person that added them; works that were handed out, what each pupil handed in and when, whether it was late, the notes exchanged at each correction, what was taken back, and the reminders; favourites',
  'data.purpose':
    'Sharing documents with a class, a team or the school, handing out, collecting and giving back works, and keeping files of one’s own',
  'data.retention':
    'A person’s own files, until they delete them, and 30 days in the trash, counted while the brick is on. What pupils handed in, until 14 October after the school year, or a year longer where the operator chose so. The files of a class, until 14 October of the year after. A file that is used nowhere any more is erased a day later. When an account is erased, its own files and what it handed in are erased, too; what it gave a class stays there, without the name.',
};
