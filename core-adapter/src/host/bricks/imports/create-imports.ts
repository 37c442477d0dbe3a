// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '../../../api/errors.js';
import type { Importer, Imports, ImportSource } from '../../../api/directory/imports.js';
import type { BrickScope } from '../../infra/util/brick-scope.js';
import { createImporter } from './importer.js';
import type { ImportTools } from './import-tools.js';

/** The length of the column `core_sync_source.name`. */
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;

export function createImports(scope: BrickScope, tools: ImportTools): Imports {
  return {
    of(source: ImportSource): Importer {
      const { name } = source;
      if (!NAME.test(name))
        throw new InputError(`"${name}" cannot name an import.`, {
          remedy: 'Write at most 60 of a-z, 0-9 and "-", such as onde-x.',
        });
      if (tools.isTaken(name))
        throw new InputError(`"${name}" is a directory of the settings already.`, {
          remedy: 'Name that one otherwise, or the import.',
        });
      return createImporter(scope, source, tools);
    },
  };
}
