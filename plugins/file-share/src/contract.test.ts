// SPDX-License-Identifier: EUPL-1.2
import { brickContract } from '@volee/core-adapter/testing';
import { folderExamples } from './contract/folder-examples-for-tests.js';
import fileShare from './index.js';

brickContract(fileShare, {
  examples: { ...folderExamples },
});
