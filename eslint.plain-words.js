// SPDX-License-Identifier: EUPL-1.2
// A rule of ESLint: comments name the thing that they speak of, and comments and texts say "they" of people
// (CONTRIBUTING.md, "Sentences").

/** "People who left" is plain English: "who" may follow a noun, on its line or the one before. */
const PEOPLE =
  /\b(?:people|person|pupil|teacher|child|children|guardian|parent|head|user|adult|administrator|author|contributor|leaver|reader|writer|visitor|member|moderator|colleague|classmate|staff|families|principal|stranger|attacker|operator|newcomer|somebody|someone|nobody|anybody|everybody)s?[\s*/]+who\b/giu;
const OLD_WORDS = /\b(?:who|whom|whose|whoever|whomever|he|she|his|him|her|hers|himself|herself)\b/iu;

/** A comment that begins so does not name its subject. */
const NO_SUBJECT = /^[\s*]*(What)\b/u;

/** In texts, "for whom" and relative clauses are plain English. No French word is among these. */
const MASCULINE = /\b(?:he|him|his|himself)\b/iu;

/** Quotations and code are the words of others. */
const QUOTED = /«[^»]*»|“[^”]*”|"[^"]*"|`[^`]*`/gu;

/** @type {import('eslint').Rule.RuleModule} */
export const plainWords = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      text: '"{{word}}" in a text: write "they" of persons, or name the role.',
      subject: '"{{word}}" at the beginning of a comment: name the subject ("The reason that the author reads").',
      word: '"{{word}}" in a comment: name the thing or the role ("the session", "users who …"), and write "they" of persons.',
    },
  },
  create(context) {
    const { sourceCode } = context;

    /** Tests may quote such words. */
    function checkText(node, text) {
      if (context.filename.includes('.test.') || !text.includes(' ')) return;
      const [word] = MASCULINE.exec(text.replace(QUOTED, '')) ?? [];
      if (word !== undefined) context.report({ node, messageId: 'text', data: { word } });
    }

    return {
      Literal: (node) => typeof node.value === 'string' && checkText(node, node.value),
      TemplateElement: (node) => checkText(node, node.value.raw),
      Program() {
        for (const comment of sourceCode.getAllComments()) {
          const [word] = OLD_WORDS.exec(comment.value.replace(QUOTED, '').replace(PEOPLE, '')) ?? [];
          if (word !== undefined) context.report({ loc: comment.loc, messageId: 'word', data: { word } });
          const [, start] = NO_SUBJECT.exec(comment.value) ?? [];
          if (start !== undefined) context.report({ loc: comment.loc, messageId: 'subject', data: { word: start } });
        }
      },
    };
  },
};
