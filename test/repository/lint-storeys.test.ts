// SPDX-License-Identifier: EUPL-1.2
import { lintText, type Refusal } from './lint-text.js';

const API = 'core-adapter/src/api/sample.ts';
const UI = 'core-adapter/src/ui/sample.tsx';
const HOST = 'core-adapter/src/host/http/sample.ts';
const STOREY = 'core-adapter/src/host';
const HOUSE = 'plugins/livret-bridge/src';

const refusals: readonly Refusal[] = [
  // Each storey of the host from the one above it.
  {
    what: 'the start',
    path: `${STOREY}/pages/a.ts`,
    text: `import '../app/boot-host.js';`,
    says: /does not start the host/,
  },
  {
    what: 'a page',
    path: `${STOREY}/http/a.ts`,
    text: `import '../pages/portal/portal.routes.js';`,
    says: /let the page pass it/,
  },
  { what: 'a request', path: `${STOREY}/context/a.ts`, text: `import '../http/visitor.js';`, says: /names services/ },
  {
    what: 'the context, as a type',
    path: `${STOREY}/bricks/a.ts`,
    text: `import type { HostContext } from '../context/host-context.js';`,
    says: /as an argument/,
  },
  {
    what: 'the context, as a type',
    path: `${STOREY}/domain/sync/a.ts`,
    text: `import type { HostContext } from '../../context/host-context.js';`,
    says: /declare an interface/,
  },
  {
    what: 'the domain, at run time',
    path: `${STOREY}/infra/util/a.ts`,
    text: `await import('../../domain/directory/members.js');`,
    says: /move this file to core-adapter.src.host.domain/,
  },
  // The same in a brick, and no page sees another page.
  {
    what: 'the start of the brick',
    path: `${HOUSE}/jobs/a.ts`,
    text: `import { manifest } from '../manifest.js';`,
    says: /as an argument/,
  },
  {
    what: 'a job',
    path: `${HOUSE}/pages/board/a.ts`,
    text: `import '../../jobs/portal/register-portal.js';`,
    says: /into domain/,
  },
  {
    what: 'a page, as a type',
    path: `${HOUSE}/domain/save/a.ts`,
    text: `import type {} from '../../pages/grid/grid.model.js';`,
    says: /knows no pages/,
  },
  {
    what: 'the domain',
    path: `${HOUSE}/paths.ts`,
    text: `import './domain/periods/capital.js';`,
    says: /none of their users/,
  },
  { what: 'a path of a page', path: `${HOUSE}/store/a.ts`, text: `import '../paths.js';`, says: /know no rules/ },
  { what: 'an entity', path: `${HOUSE}/locales/a.ts`, text: `import '../store/tables.js';`, says: /know no code/ },
  {
    what: 'another page',
    path: `${HOUSE}/pages/board/a.ts`,
    text: `import '../grid/grid.presenter.js';`,
    says: /into pages.shared/,
  },
  {
    what: 'a page',
    path: `${HOUSE}/pages/shared/a.ts`,
    text: `import '../grid/grid-page.js';`,
    says: /into pages.shared/,
  },
  { what: 'the command line', path: HOST, text: `import '../../cli/main.js';`, says: /HostOptions/ },
  { what: 'the host', path: UI, text: `import type { Host } from '../host/app/boot-host.js';`, says: /as properties/ },
  { what: 'the host by its name', path: UI, text: `import '@volee/core-adapter/host';`, says: /as properties/ },
  {
    what: 'the host',
    path: API,
    text: `import type { Host } from '../host/app/boot-host.js';`,
    says: /into core-adapter\/src\/api/,
  },
  {
    what: 'components',
    path: API,
    text: `import type { Count } from '../ui/count.js';`,
    says: /into core-adapter\/src\/api/,
  },
  {
    what: 'the login, for the authors of pages',
    path: API,
    text: `import type { AuthProvider } from './login/auth-provider.js';`,
    says: /no directory and no login/,
  },
  { what: 'a module of Node', path: API, text: `import { readFile } from 'node:fs/promises';`, says: /`import type`/ },
  { what: 'the database', path: API, text: `import { DataSource } from 'typeorm';`, says: /`import type`/ },
  { what: 'the environment', path: API, text: `export const a = process.env['A'];`, says: /does no I\/O/ },
  { what: 'the network', path: API, text: `await fetch('http://127.0.0.1');`, says: /does no I\/O/ },
];

test.each(refusals)('$path: $what is refused', async ({ path, text, says }) => {
  expect((await lintText(path, text)).join('\n')).toMatch(says);
});
