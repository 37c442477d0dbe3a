// SPDX-License-Identifier: EUPL-1.2
import { above, parseDn, type RelativeName } from '../ldap/distinguished-name.js';
import { pathOf } from './references.js';
import { PERSON_BRANCHES, type PersonBranch } from './scribe-tree.js';
import { fold } from './values.js';
import type { Place } from './place.js';

/** Finds the school and the branch of each entry of an academy. Entries of one branch share the lookup. */
export class Places {
  readonly #schools: ReadonlyMap<string, string>;
  readonly #known = new Map<string, Place | undefined>();

  constructor(schools: readonly { readonly dn: string; readonly uai: string }[]) {
    this.#schools = new Map(schools.map(({ dn, uai }) => [pathOf(parseDn(dn) ?? []), uai]));
  }

  /** Undefined for entries outside the branches of Scribe, or outside these schools. */
  of(dn: string): Place | undefined {
    const branch = above(dn);
    if (!this.#known.has(branch)) this.#known.set(branch, this.#find(branch));
    return this.#known.get(branch);
  }

  /** The school of all these entries, its own entry included; undefined when they belong to several schools or to none. */
  schoolOf(dns: readonly string[]): string | undefined {
    const schools = new Set(dns.map((dn) => this.#schoolAt(dn)));
    const [school] = schools;
    return schools.size === 1 ? school : undefined;
  }

  #schoolAt(dn: string): string | undefined {
    const names = parseDn(dn) ?? [];
    const paths = names.map((_, depth) => pathOf(names.slice(depth)));
    return paths.map((path) => this.#schools.get(path)).find((uai) => uai !== undefined);
  }

  #find(dn: string): Place | undefined {
    const names = parseDn(dn) ?? [];
    for (let depth = 1; depth < names.length; depth += 1) {
      const uai = this.#schools.get(pathOf(names.slice(depth)));
      if (uai === undefined) continue;
      const [top, branch] = [unitOf(names[depth - 1]), unitOf(names[depth - 2])];
      if (top === 'groupes') return { uai, branch: 'groupes' };
      const found = personBranch(top, branch);
      return found && { uai, branch: found };
    }
    return undefined;
  }
}

/** The branch of people in which an entry lies, whichever its school; undefined elsewhere. */
export function branchOf(dn: string): PersonBranch | undefined {
  const units = (parseDn(dn) ?? []).map(unitOf);
  return units.map((unit, depth) => personBranch(units[depth + 1], unit)).find((branch) => branch !== undefined);
}

function personBranch(top: string | undefined, branch: string | undefined): PersonBranch | undefined {
  return PERSON_BRANCHES.find((one) => top === 'utilisateurs' && one === branch);
}

function unitOf(name: RelativeName | undefined): string | undefined {
  const unit = name?.get('ou');
  return unit === undefined ? undefined : fold(unit);
}
