// SPDX-License-Identifier: EUPL-1.2
import { brickContract } from '@volee/core-adapter/testing';
import { handOverExamples } from './testing/examples/hand-over-examples-for-tests.js';
import { bilanExamples } from './testing/examples/bilan-examples-for-tests.js';
import { exampleParcel } from './testing/examples/example-handed-for-tests.js';
import { gridExamples } from './testing/examples/grid-examples-for-tests.js';
import { historyExamples } from './testing/examples/history-examples-for-tests.js';
import { readExamples } from './testing/examples/read-examples-for-tests.js';
import { readQueries } from './testing/examples/read-query-examples-for-tests.js';
import { sixthExamples } from './testing/examples/sixth-examples-for-tests.js';
import { boardExamples } from './testing/examples/board-examples-for-tests.js';
import { lifeExamples } from './testing/examples/life-examples-for-tests.js';
import { ecoleRoutes } from './testing/examples/ecole-routes-for-tests.js';
import { writeExamples } from './testing/examples/write-examples-for-tests.js';
import brick from './index.js';

brickContract(brick, {
  examples: {
    ...writeExamples,
    ...gridExamples,
    ...bilanExamples,
    ...readExamples,
    ...historyExamples,
    ...sixthExamples,
    ...lifeExamples,
    ...boardExamples,
    ...handOverExamples,
  },
  onlyIn: ecoleRoutes,
  showsNothing: {
    'GET /classes/:groupId/:period': 'it shows names, positions and counts',
    'GET /classes/:groupId/:period/lines': 'it shows the lines of the catalogue',
    'GET /board': 'it counts bilans by class, and names classes and teachers',
    'GET /board/:period/departed': 'the example is about a pupil who is here',
    'GET /board/publish': 'it counts bilans by class',
    'GET /board/publish/now': 'it counts readers, and names one pupil',
    'GET /board/late': 'it names pupils and periods, in August alone',
    'GET /bilans/:id/unlock': 'it names the pupil and the period',
    'GET /periods': 'it shows days, and counts bilans',
    'GET /board/send-back': 'it names classes, and pupils only once they were chosen',
    'GET /arrivals': 'it names pupils and écoles, and nothing of a bilan',
    'GET /hand-over': 'it names pupils and collèges, and nothing of a bilan',
    'GET /hand-over/offer': 'it names pupils and a collège, and nothing of a bilan',
  },
  queries: { ...readQueries },
  received: (about) => exampleParcel(about),
  exportedLater: { livret_bridge_bilan: ({ state }) => state !== 'published' },
  notExported: {
    'livret_bridge_bilan.revision': 'it counts changes, for pages that are open',
    'livret_bridge_bilan.sha256': 'worked out from the content, which is exported',
    'livret_bridge_bilan.writers': 'the last writers of cells, for pages that are open',
    'livret_bridge_handed.catalogue': 'part of the content, which is exported',
    'livret_bridge_handed.period': 'part of the content, which is exported',
    'livret_bridge_handed.positions': 'part of the content, which is exported',
    'livret_bridge_handed.year': 'part of the content, which is exported',
    'livret_bridge_trace.formerId': 'the id of a bilan that is gone; its text is exported',
    'livret_bridge_trace.readOn': 'the day of a reading once more, which is exported',
  },
});
