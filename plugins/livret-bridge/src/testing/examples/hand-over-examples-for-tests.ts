// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, type Example } from '@volee/core-adapter/testing';
import { OUTSIDE } from '../../pages/hand-over/hand-over.input.js';
import { exampleBilan } from './example-bilan-for-tests.js';

/** The pupil of the example is in CM2, since they have a bilan of CM2. */
export const handOverExamples: Readonly<Record<string, Example>> = {
  'GET /hand-over': async (about) => {
    await exampleBilan(about, 'published');
    return { query: { change: OUTSIDE } };
  },
  'POST /hand-over': async (about) => {
    await exampleBilan(about, 'published');
    return { form: { do: 'choose', pupil: about.pupilId, to: OUTSIDE } };
  },
  'GET /hand-over/offer': async (about) => {
    await exampleBilan(about, 'published');
    return { query: { to: OTHER_SCHOOL } };
  },
  'POST /hand-over/recall': async (about) => {
    await exampleBilan(about, 'published');
    return { form: { pupil: about.pupilId } };
  },
  'POST /arrivals': ({ pupilId, school }) => ({
    form: { from: school, shown: pupilId, pupil: pupilId, reason: 'later', word: '' },
  }),
};
