// SPDX-License-Identifier: EUPL-1.2
import { brickContract } from '@volee/core-adapter/testing';
import aafImport from './index.js';

brickContract(aafImport);
