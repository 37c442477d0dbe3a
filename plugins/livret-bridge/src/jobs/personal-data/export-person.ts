// SPDX-License-Identifier: EUPL-1.2
import type { PersonExport, PersonInSchool, SchoolDatabase } from '@volee/core-adapter';
import { comparisonIn, type Comparison } from '../../domain/bilan/comparison.js';
import { contentOf, type BilanContent } from '../../domain/bilan/content.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { readContent } from '../../domain/hand-over/readable-handed.js';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { DestinationRow } from '../../store/destination.entity.js';
import { HandedRow } from '../../store/handed.entity.js';
import { PhraseRow } from '../../store/phrase.entity.js';
import { ReadingRow } from '../../store/reading.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { UNLOCKINGS } from '../../domain/trace/correction.js';
import { keptIn } from '../../domain/trace/kept-publication.js';
import { linesOf, type Catalogue } from '../../domain/catalogue/catalogue.js';
import { positionsByCode } from '../../domain/read/readable-bilan.js';

/**
 * All that the brick keeps about a person in the school, in words. People take their own copy, so a bilan that is not published is exported
 * without its content: its family does not read it yet.
 */
export async function exportPerson(
  { db, personId }: Pick<PersonInSchool, 'db' | 'personId'>,
  catalogues: Catalogues,
): Promise<PersonExport> {
  const own = { where: { pupilId: personId } };
  const bilans = await db.repository(BilanRow).find({ ...own, order: { year: 'ASC', period: 'ASC' } });
  const handed = await db.repository(HandedRow).find({ ...own, order: { year: 'ASC', period: 'ASC' } });
  const copies = handed.map(({ content }) => readContent(content));
  const known = await knownCatalogues([...bilans, ...copies], catalogues, db);
  const destinations = await db.repository(DestinationRow).find(own);
  const signed = await db.repository(BilanRow).find({ where: [{ signedBy: personId }, { visaBy: personId }] });
  const read = await db.repository(AcknowledgementRow).find({ where: [{ pupilId: personId }, { personId }] });
  const phrases = await db.repository(PhraseRow).find({ where: { ownerId: personId } });
  return {
    records: {
      bilans: bilans.map((row) => exportBilan(row, known)),
      handedOver: handed.map((row) => exportHanded(row, known)),
      collegesChosen: destinations.map(({ year, college }) => ({ year, college })),
      signatures: signed.map(({ year, period, signedBy, signedAs, signedAt, visaBy, visaAs, visaAt }) => ({
        ...{ year, period },
        ...(signedBy === personId && { signedAs, signedAt }),
        ...(visaBy === personId && { visaAs, visaAt }),
      })),
      history: await exportHistory(personId, db, catalogues),
      readings: await exportReadings(personId, db),
      acknowledgements: read.map(({ at }) => ({ at })),
      phrases: phrases.map(({ text, addedAt }) => ({ text, addedAt })),
    },
  };
}

function exportBilan(row: BilanRow, catalogues: Catalogues): object {
  const { kind, year, period, level, state, publishedAt } = row;
  if (state !== 'published') return { kind, year, period, level, state: 'not published yet' };
  const { catalogue, signedAs, signedAt, authenticatedAt, visaAs, visaAt } = row;
  return {
    ...{ kind, year, period, level, state, catalogue, publishedAt },
    ...{ signedAs, signedAt, authenticatedAt, visaAs, visaAt },
    ...contentInWords(contentOf(row), catalogues.find(catalogue)),
    comparedWith: comparisonInWords(comparisonIn(row), catalogues.find(catalogue)),
  };
}

function exportHanded(row: HandedRow, catalogues: Catalogues): object {
  const { fromName, fromSchool, key, revision, receivedAt, until } = row;
  const { content, ...bilan } = readContent(row.content);
  const words = contentInWords(content, catalogues.find(bilan.catalogue));
  return { fromName, fromSchool, key, revision, receivedAt, until, ...bilan, ...words };
}

/**
 * The history of a person: all steps that they took themselves, and the steps of their own bilans. Of the words of others, families only
 * read the reason of an unlocking: the word with which a head sends a bilan back is for teachers, and what a merge or a given-up correction
 * did not keep may be the text of a draft. Publications and unlockings are exported to the pupil.
 */
async function exportHistory(personId: string, db: SchoolDatabase, catalogues: Catalogues): Promise<readonly object[]> {
  const traces = await db
    .repository(TraceRow)
    .find({ where: [{ pupilId: personId }, { personId }], order: { at: 'ASC', id: 'ASC' } });
  const publications = traces.flatMap((one) => keptIn(one) ?? []);
  const known = await knownCatalogues(publications, catalogues, db);
  return traces.map(({ pupilId, personId: by, what, day, at, personName, word, sha256, content }) => {
    const isRead = (by === personId && what !== 'restored') || UNLOCKINGS.includes(what);
    const kept = pupilId === personId ? keptIn({ content }) : undefined;
    const catalogue = kept && known.find(kept.catalogue);
    return {
      ...{ what, day, at, sha256, ...(what !== 'read' && { personName }), ...(isRead && { word }) },
      ...(kept && {
        published: {
          ...{ ...kept, content: contentInWords(kept.content, catalogue) },
          before: comparisonInWords(kept.before, catalogue),
        },
      }),
    };
  });
}

/** The days on which results of the person were read at this school, and those on which they read results of others. */
async function exportReadings(personId: string, db: SchoolDatabase): Promise<readonly object[]> {
  const readings = await db
    .repository(ReadingRow)
    .find({ where: [{ pupilId: personId }, { personId }], order: { at: 'ASC', id: 'ASC' } });
  return readings.map(({ pupilId, day, at }) => ({ of: pupilId === personId ? 'own results' : 'a pupil', day, at }));
}

/** The content of a bilan as a person reads it: labels of the catalogue in place of codes and positions. */
interface ContentInWords {
  readonly general: string;
  readonly word: string;
  readonly strengths: readonly string[];
  readonly domains: readonly {
    readonly domain: string;
    readonly positions: readonly { readonly line: string; readonly position: string }[];
    readonly text: string;
    readonly elements: readonly string[];
  }[];
  readonly parcours: readonly { readonly parcours: string; readonly text: string }[];
}

/**
 * The earlier bilan with which a publication is compared. Lines that the catalogue of the publication does not have are named by their
 * codes.
 */
function comparisonInWords(comparison: Comparison | undefined, catalogue: Catalogue | undefined): object | undefined {
  if (!comparison || !catalogue) return comparison ?? undefined;
  const scale = new Map(catalogue.scale.map(({ value, label }) => [value as string, label]));
  const labels = new Map(linesOf(catalogue).map(({ code, label }) => [code, label]));
  const positions = Object.entries(comparison.positions).map(([code, value]) => ({
    ...{ line: labels.get(code) ?? code, position: scale.get(value) ?? value },
  }));
  return { ...comparison, positions };
}

/**
 * @param catalogue that of the bilan; without it the content is exported with its codes
 */
function contentInWords(content: BilanContent, catalogue: Catalogue | undefined): ContentInWords | BilanContent {
  if (!catalogue) return content;
  const texts = new Map(Object.entries(content.texts));
  const elements = new Map(Object.entries(content.elements));
  const parcours = new Map(Object.entries(content.parcours));
  const positions = positionsByCode(catalogue, content.positions);
  const scale = new Map(catalogue.scale.map(({ value, label }) => [value as string, label]));
  const labels = new Map(linesOf(catalogue).map(({ code, label }) => [code, label]));
  return {
    ...{ general: content.general, word: content.word },
    strengths: content.strengths.map((code) => labels.get(code) ?? code),
    domains: catalogue.domains.map(({ code, label, lines }) => ({
      domain: label,
      positions: lines.flatMap((line) => {
        const value = positions.get(line.code);
        return value === undefined ? [] : { line: line.label, position: scale.get(value) ?? value };
      }),
      text: texts.get(code) ?? '',
      elements: elements.get(code) ?? [],
    })),
    parcours: catalogue.parcours.map(({ code, label }) => ({
      parcours: label,
      text: parcours.get(code) ?? '',
    })),
  };
}
