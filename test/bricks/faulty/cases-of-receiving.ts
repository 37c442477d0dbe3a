// SPDX-License-Identifier: EUPL-1.2
import type { ContractOptions } from '@volee/core-adapter/testing';
import * as faults from './faults-of-receiving.js';
import type { FaultyCase } from './faulty-case.js';
import { reports } from './sound-reports.js';

/** The content of a copy. */
export const received: NonNullable<ContractOptions['received']> = ({ marker }) => ({ text: marker });

const check = 'T1, T4: what another school hands over';
const examples = reports;

/** Copies that other schools hand over. */
export const CASES_OF_RECEIVING: readonly FaultyCase[] = [
  {
    fault: 'a copy is written for nobody',
    ...{ brick: faults.ignoresThePupil, check, examples, received },
    sentence: 'handOver.receive writes no row with the id of the pupil (pupil)',
  },
  {
    fault: 'a copy takes the row of another pupil',
    ...{ brick: faults.takesTheRowOfAnother, check, examples, received },
    sentence: 'changes the row of reports_copy of another copy for another pupil',
  },
  {
    fault: 'a copy is inserted each time',
    ...{ brick: faults.insertsEachTime, check, examples, received },
    sentence: 'handOver.receive fails for revision 2 of a copy',
  },
  {
    fault: 'a further revision is another row',
    ...{ brick: faults.addsARow, check, examples, received },
    sentence: 'handOver.receive adds a row of reports_copy for a further revision',
  },
  {
    fault: 'a copy of one school replaces that of another',
    ...{ brick: faults.forgetsTheOrigin, check, examples, received },
    sentence: 'changes the row of reports_copy of another copy from another school',
  },
  {
    fault: 'the content of a copy is not known',
    ...{ brick: faults.soundReceiving, check, examples },
    sentence: 'no example says what they contain; give "received" to the contract',
  },
  {
    fault: 'a class reads the copies about all pupils',
    ...{ brick: faults.showsCopiesToTheClass, check: 'T10, T11: no page', examples, received },
    sentence: 'data of GET /handOver.receive in the class',
  },
  {
    fault: 'a copy does not follow its pupil',
    ...{ brick: faults.movesReportsAlone, check: 'T7: rows of a person', examples, received },
    sentence: 'leaves the old id in "pupilId" of reports_copy, which the example "received" for pupil wrote',
  },
];
