// SPDX-License-Identifier: EUPL-1.2
import { brickContract } from '@volee/core-adapter/testing';
import { formerQueries } from './testing/examples/former-examples-for-tests.js';
import { partExamples, partQueries } from './testing/examples/part-examples-for-tests.js';
import { aboutExamples, folderExamples } from './testing/examples/folder-examples-for-tests.js';
import { moveExamples } from './testing/examples/move-examples-for-tests.js';
import { yearExamples, yearShowsNothing } from './testing/examples/year-examples-for-tests.js';
import { usageExamples, usageShowsNothing } from './testing/examples/usage-examples-for-tests.js';
import { workExamples } from './testing/examples/work-examples-for-tests.js';
import fileShare from './index.js';

const FROM_THE_NAME = 'it follows from the name';
const DRAFT = 'a draft of the teacher, exported as "answer" and "state" once it is given back';
const COUNT = 'what lies below is exported, each file with its size';

brickContract(fileShare, {
  examples: {
    ...folderExamples,
    ...aboutExamples,
    ...moveExamples,
    ...partExamples,
    ...workExamples,
    ...yearExamples,
    ...usageExamples,
  },
  queries: { ...partQueries, ...formerQueries },
  showsNothing: {
    ...yearShowsNothing,
    ...usageShowsNothing,
    'GET /groups/:groupId/works/new': 'an empty form, and an address that leads to the work once the form was kept',
  },
  workedOut: {
    'file_share_space.usedBytes': 'the sizes of the files in the space',
    'file_share_space.nodes': 'the number of the folders and files in the space',
    'file_share_node.files': COUNT,
    'file_share_node.bytes': COUNT,
    'file_share_node.cost': COUNT,
    'file_share_node.nodes': COUNT,
    file_share_content: 'a content is there as long as a file has it',
  },
  // A teacher's word and files are a pupil's to read once they are given back.
  exportedLater: {
    file_share_work_pupil: ({ givenBackAt, prepared }) => givenBackAt === null || prepared !== null,
    file_share_node: ({ pupilId, readers }) => pupilId !== null && readers === 'teachers',
  },
  notExported: {
    'file_share_work_pupil.prepared': DRAFT,
    'file_share_work_pupil.ready': DRAFT,
    'file_share_work_pupil.undo':
      'the part before it was given back, while nobody was shown that it was; its words are in the earlier times',
    'file_share_work.deletedFiles': 'a number of files of the class that are gone',
    'file_share_space.holder': 'the kind of the space and the id of the person',
    'file_share_space.trashFrom': 'in the row of the school alone: when the brick was last off',
    'file_share_space.trashFromOf': 'in the row of the school alone: when the brick was last off for each profile',
    'file_share_node.above': 'the folders are exported by their names',
    'file_share_node.foldedName': FROM_THE_NAME,
    'file_share_node.sortName': FROM_THE_NAME,
    'file_share_node.searchName': FROM_THE_NAME,
    'file_share_node.extension': FROM_THE_NAME,
    'file_share_node.keptFrom': 'the id of a class: the copy lies in a folder that says so',
    'file_share_node.keptOf': 'the id of the file of which it is a copy',
    'file_share_node.givenUp': 'whether the copy in « Mes fichiers » was deleted, which the export shows',
    'file_share_node.shownTo':
      'the readers that a class had before a teacher closed the folder or a pupil took the file out of a work',
    'file_share_node.sentMark': FROM_THE_NAME,
    'file_share_node.uploadMark': 'a number drawn by lot by the page that sent the file',
  },
});
