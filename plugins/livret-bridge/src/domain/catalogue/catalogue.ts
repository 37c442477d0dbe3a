// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const code = z
  .string()
  .regex(/^[A-Z]{3}[-_][A-Z0-9]{3}$/, 'a code has three letters, a dash and three letters or digits');
const words = z.string().trim().min(1).max(200);

const line = z.strictObject({
  code,
  label: words,
  /** The head of a narrow column. */
  short: words,
  /** A sentence that tells a pupil, as *tu*, that this is a strength: « Tu calcules très bien ». */
  strong: words,
  /** The words for a pupil who works on this line now: « Passer d’une unité à une autre ». */
  next: words,
});

/** The maximum number of lines: their codes have to fit in the column of the lines that a class leaves out. */
const MOST_LINES = 50;

/** The maximum number of years of a cycle: it has three, and in another country a few more. */
const MOST_YEARS = 9;

/** The schema of a catalogue file. Its bounds are those of the tables: a file beyond them is refused at boot. */
export const catalogueSchema = z.strictObject({
  /** Kept in each bilan, so that an old bilan is always read by its own catalogue. */
  id: z.string().regex(/^[a-z0-9-]{1,20}$/, 'an id has at most 20 lower-case letters, digits and dashes'),
  /** For each level, the first school year in which the catalogue is in force: `{ "CM2": 2016 }`. */
  since: z.record(z.string(), z.int()),
  /**
   * The cycle of these levels, and for each of them the school years from it to the last one of the cycle: `{ "CM2": 1 }`. The deletion of
   * bilans depends on it; bilans of a level that no catalogue names are kept as long as the longest.
   */
  cycle: z
    .strictObject({
      number: z.int().min(1).max(9),
      yearsLeft: z.record(z.string(), z.int().min(0).max(MOST_YEARS)),
    })
    .optional(),
  /** The positions, the lowest first; `N` is for what was not assessed. */
  scale: z.array(z.strictObject({ value: z.enum(['1', '2', '3', '4', 'N']), label: words })).length(5),
  parcours: z.array(z.strictObject({ code, label: words, short: words })),
  /** The longest texts, in UTF-16 code units: the validators of the ministry's files count no stricter. */
  limits: z.strictObject({
    domain: z.int().positive().max(600),
    parcours: z.int().positive().max(600),
    general: z.int().positive().max(1500),
    word: z.int().positive().max(600),
    element: z.int().positive().max(300),
  }),
  domains: z
    .array(z.strictObject({ code, label: words, short: words, lines: z.array(line).min(1) }))
    .min(1)
    .max(20)
    .refine(
      (domains) => domains.flatMap(({ lines }) => lines).length <= MOST_LINES,
      `a catalogue has at most ${String(MOST_LINES)} lines`,
    ),
});

/**
 * Domains, lines, scale and limits of a bilan. A domain without sub-domains has one line with its own code. The codes
 * are those of the files of LSU (`code-domaine`), as two free programs use them; the ministry's schema does not list them.
 */
export type Catalogue = z.output<typeof catalogueSchema>;
export type CatalogueDomain = Catalogue['domains'][number];
export type CatalogueLine = CatalogueDomain['lines'][number];

const knownLines = new WeakMap<Catalogue['domains'], readonly CatalogueLine[]>();

/** The lines in the order of the catalogue, which is that of `positions` in a bilan. Made once: a class asks 900 times. */
export function linesOf({ domains }: Pick<Catalogue, 'domains'>): readonly CatalogueLine[] {
  const lines = knownLines.get(domains) ?? domains.flatMap((domain) => domain.lines);
  knownLines.set(domains, lines);
  return lines;
}
