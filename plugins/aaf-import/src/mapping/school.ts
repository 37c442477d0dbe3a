// SPDX-License-Identifier: EUPL-1.2
import type { SchoolKind } from '@volee/core-adapter';
import type { SchoolRecord } from '@volee/core-adapter/directory';
import type { Entry } from '../entry.js';
import { parts, unaccented, valueOf } from '../values.js';

const UAI = /^\d{7}[A-Z]$/;

/** A school, or `undefined` when it is neither école nor collège, or has no UAI. */
export function mapSchool(entry: Entry): SchoolRecord | undefined {
  const uai = (valueOf(entry, 'ENTStructureUAI', 'ENTEtablissementUAI') ?? '').toUpperCase();
  const kind = kindOf(entry);
  if (!UAI.test(uai) || kind === undefined) return undefined;
  return { type: 'school', uai, name: nameOf(entry) || uai, kind };
}

/** The academy, by its code or its name: keys are unique in one academy only. */
export function academyOf(entry: Entry): string | undefined {
  return valueOf(entry, 'ENTServAcCodeAcademie', 'ENTServAcAcademie');
}

/** By the code of the kind (340 is collège, 1xx the first degree), by its name, or by the type in the school's name. */
function kindOf(entry: Entry): SchoolKind | undefined {
  const code = valueOf(entry, 'ENTStructureCodeTypeStruct');
  if (code !== undefined && /^\d{3}$/.test(code)) {
    if (code === '340') return 'college';
    return code.startsWith('1') ? 'primary' : undefined;
  }
  const [type = ''] = parts(valueOf(entry, 'ENTStructureNomCourant') ?? '');
  const text = unaccented(valueOf(entry, 'ENTStructureTypeStruct') ?? type);
  if (/^(COLLEGE|CLG)\b/.test(text)) return 'college';
  return /^ECOLE\b/.test(text) ? 'primary' : undefined;
}

/** `CLG$CLG JEAN MOULIN$DOLE` is « Collège JEAN MOULIN, DOLE ». */
function nameOf(entry: Entry): string {
  const [type = '', name = '', town = ''] = parts(valueOf(entry, 'ENTStructureNomCourant') ?? '');
  const own = name.startsWith(`${type} `) ? name.slice(type.length + 1) : name;
  const spoken = unaccented(type) === 'CLG' ? 'Collège' : type;
  return [[spoken, own].filter((part) => part !== '').join(' '), town].filter((part) => part !== '').join(', ');
}
