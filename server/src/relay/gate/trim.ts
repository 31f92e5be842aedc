/**
 * Cuts an update down to what this document does not hold yet. A struct that is known in part is cut in two and
 * continues its own known part: with another parent declared, Yjs would lay the letters in one text and count
 * their length in another.
 */
import type * as Y from 'yjs';
import { CONTENT, type Section, type Struct } from './struct.ts';

/** First clock of the client id that the document does not hold. */
export function stateOf(doc: Y.Doc, client: number): number {
  const structs = doc.store.clients.get(client);
  const last = structs?.[structs.length - 1];
  return last === undefined ? 0 : last.id.clock + last.length;
}

export interface TrimmedSections {
  readonly sections: readonly Section[];
  /** Whether anything was cut off, left out or has to be written anew. */
  readonly trimmed: boolean;
  /** Whether something before the new part is missing here. */
  readonly incomplete: boolean;
}

/** The sections that hold something new, each from its first new clock on. */
export function trimSections(doc: Y.Doc, sections: readonly Section[]): TrimmedSections {
  const kept: Section[] = [];
  let trimmed = false;
  let incomplete = false;
  for (const section of sections) {
    const state = stateOf(doc, section.client);
    if (section.clock > state) incomplete = true;
    else if (section.end <= state) trimmed = true;
    else if (section.clock === state) {
      kept.push(section);
      trimmed ||= section.structs.some(({ anew }) => anew);
    } else {
      trimmed = true;
      kept.push(trimSection(section, state));
    }
  }
  if (kept.some((section) => section.structs.some((struct) => struct.content === CONTENT.skip)))
    incomplete = true;
  return { sections: kept, trimmed, incomplete };
}

function trimSection(section: Section, state: number): Section {
  const first = section.structs.findIndex((struct) => struct.clock + struct.length > state);
  const structs = section.structs.slice(first);
  const head = structs[0];
  if (head !== undefined && head.clock < state) structs[0] = cutStruct(head, state - head.clock);
  return { client: section.client, clock: state, structs, end: section.end };
}

/** The rest of a struct after its first `offset` ticks. */
function cutStruct(struct: Struct, offset: number): Struct {
  const clock = struct.clock + offset;
  const isItem = struct.content !== CONTENT.gc && struct.content !== CONTENT.skip;
  return {
    ...struct,
    clock,
    length: struct.length - offset,
    origin: isItem ? { client: struct.client, clock: clock - 1 } : undefined,
    parentRoot: undefined,
    parent: undefined,
    key: undefined,
    text: struct.text.slice(offset),
    values: struct.values.slice(offset),
    cut: offset,
  };
}
