// SPDX-License-Identifier: EUPL-1.2
import type { ChosenFile, Visitor } from '../e2e/visitor.js';

/** One file of each kind that has an icon of its own, one of another kind, and one with a very long name. */
export const SAMPLE_FILES: readonly ChosenFile[] = [
  file('Sortie à la caserne, autorisation à signer avant vendredi et liste de ce qu’il faut dans le sac.pdf', 1_400),
  file('Maquette du volcan.jpg', 2_600),
  file('La chanson de la classe.mp3', 4_100),
  file('Éruption.mp4', 9_000),
  file('Mesures de pluie.ods', 700),
  file('Exposé volcans.odp', 3_300),
  file('Dictée 12.odt', 400),
  file('Photos du jardin.zip', 8_000),
  file('LISEZMOI', 12),
];

export function file(name: string, bytes: number): ChosenFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.alloc(bytes, 'Volée ') };
}

/** Sends files to a space in the session of a visitor; the path of the space is below the brick's address. */
export async function deposit(visitor: Visitor, space: string, files: readonly ChosenFile[]): Promise<void> {
  const { origin } = new URL(visitor.page.url());
  for (const one of files) {
    const answer = await visitor.page.request.post(`${space}/files`, {
      headers: { origin },
      multipart: { files: one },
      maxRedirects: 0,
    });
    if (answer.status() !== 303) throw new Error(`${one.name} was answered ${answer.status()}`);
  }
}
