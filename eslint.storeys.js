// SPDX-License-Identifier: EUPL-1.2
// The zones of ESLint between storeys, and between the pages of a brick.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The remedy that a refusal names, for each storey. */
const storeyRemedies = {
  host: {
    pages: 'A page does not start the host: take what it needs from the context.',
    http: 'What all pages share does not know one page: let the page pass it, or move what both need into core-adapter/src/host/http.',
    context: 'The context names services, and does not know their users: take what it needs as an argument.',
    bricks: 'Loading a brick needs no requests and no context: take what it needs as an argument.',
    domain:
      'The domain knows no web and no context: take arguments, or declare an interface of the services used here.',
    infra:
      'Infrastructure knows no schools and no persons: take them as an argument, or move this file to core-adapter/src/host/domain.',
  },
  brick: {
    jobs: 'Jobs do not see the files that the host reads: take what they need as an argument.',
    pages:
      'A page does not see the jobs, and gets what it works with from its routes: move what both need into domain.',
    domain: 'The domain knows no pages and no jobs: take arguments, or move this file into pages or jobs.',
    names: 'Names and settings of a brick know none of their users: move this file into the storey that it needs.',
    store: 'Entities and statements know no rules: move what both need down here, or this file into domain.',
    locales: 'Texts know no code: take the words as arguments of a message.',
  },
};
/**
 * The host and the bricks in storeys: a file imports its own storey or one below (docs/explications/architecture.md). Each
 * folder of `plugins` with a manifest is a brick in storeys, unless `houses.json` names it as one without.
 */
export function findHouses(repository) {
  const { host, brick, besidePlugins, pluginsWithoutStoreys } = JSON.parse(
    readFileSync(`${import.meta.dirname}/test/repository/storeys/houses.json`, 'utf8'),
  );
  const plugins = readdirSync(`${repository}/plugins`)
    .filter((name) => !pluginsWithoutStoreys.includes(name))
    .map((name) => `plugins/${name}/src`)
    .filter((root) => existsSync(`${repository}/${root}/manifest.ts`));
  return [host, ...[...plugins, ...besidePlugins].map((root) => ({ root, ...brick }))];
}
export const houses = findHouses(import.meta.dirname);
const kindOf = ({ root }) => (root === 'core-adapter/src/host' ? 'host' : 'brick');

/** No storey sees one above. */
export function storeyZones(house) {
  const { root, storeys, atRoot } = house;
  const partsOf = (storey) => {
    const files = Object.keys(atRoot).filter((file) => atRoot[file] === storey);
    return [storey, ...files].map((part) => `${root}/${part}`);
  };
  return storeys.slice(1).flatMap((storey, index) =>
    partsOf(storey).map((target) => ({
      target,
      from: storeys.slice(0, index + 1).flatMap(partsOf),
      message: `${storeyRemedies[kindOf(house)][storey]} (docs/explications/architecture.md: ${storeys.join(' → ')})`,
    })),
  );
}

/** No page of a brick sees another page but `pages/shared`. */
export function pageZones({ root }) {
  const pages = `${import.meta.dirname}/${root}/pages`;
  return (existsSync(pages) ? readdirSync(pages) : []).map((page) => ({
    target: `${root}/pages/${page}`,
    from: `${root}/pages`,
    except: [...new Set([page, 'shared'])].map((seen) => `./${seen}`),
    message: 'A page does not see another page: move what both need into pages/shared.',
  }));
}
