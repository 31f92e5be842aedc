/** The nine spaces: name, one sentence, a paragraph and questions per phase. */
import * as z from 'zod/mini';
import type { ZoneId } from '../ids.ts';
import spacesFile from './spaces.json' with { type: 'json' };

const localized = z.object({ nl: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });
const questions = z.array(localized);
const fileSchema = z.object({
  version: z.literal(1),
  spaces: z
    .array(
      z.object({
        id: z.string(),
        order: z.int(),
        cell: z.tuple([z.int(), z.int()]),
        name: localized,
        line: localized,
        description: localized,
        questions: z.object({ orientation: questions, deepening: questions, evaluation: questions }),
      }),
    )
    .check(z.length(9)),
});

type RawSpace = z.output<typeof fileSchema>['spaces'][number];
/** One of the nine spaces; its id is also the id of its zone in nine-spaces formats. */
export type Space = Readonly<Omit<RawSpace, 'id'>> & { readonly id: ZoneId };

/** The nine spaces by id. @throws Error at load when the file does not fit the schema. */
export const SPACES: ReadonlyMap<ZoneId, Space> = new Map(
  fileSchema.parse(spacesFile).spaces.map((space) => [space.id as ZoneId, space as unknown as Space]),
);
