// SPDX-License-Identifier: EUPL-1.2

/** The fields of a form, as a browser sends them. */
export function formFields(form: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
  );
}
