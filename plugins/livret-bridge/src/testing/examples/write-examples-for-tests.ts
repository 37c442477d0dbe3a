// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { exampleBilan } from './example-bilan-for-tests.js';

export const writeExamples: Readonly<Record<string, Example>> = {
  'POST /bilans/:id/changes': async (about) => ({
    params: { id: (await exampleBilan(about)).id },
    form: { cell: 'general', was: about.marker, now: `${about.marker} encore` },
  }),
};
