// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { exampleBilan } from './example-bilan-for-tests.js';

export const bilanExamples: Readonly<Record<string, Example>> = {
  'POST /bilans/:id': async (about) => ({
    params: { id: (await exampleBilan(about)).id },
    form: { 'was.general': `=${about.marker}`, general: `${about.marker} encore` },
  }),
};
