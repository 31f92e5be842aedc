/**
 * A document as a row of updates of which each builds only on those before it: whoever applies them in order never
 * waits for something missing, may stop in between, and gets something to do long before the last byte has come.
 * Yjs itself gives a document as one update, by client id, which can only be applied as a whole.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { holderOf } from './gate/yjs-inside.ts';

/** About 8 ms to apply, 100 kB to send. */
const STRUCTS_PER_PIECE = 4_000;
const LETTERS_PER_PIECE = 128 * 1024;

type Struct = Y.GC | Y.Item;

/** The structs of one client id and how far they have been taken out. */
interface Line {
  readonly client: number;
  readonly structs: readonly Struct[];
  /** Index of the first struct not taken. */
  next: number;
  /** `next` when the present piece was begun. */
  begun: number;
}

/**
 * Everything in the document: its structs in pieces, then its deletions as an update of their own.
 * @param structsPerPiece - about how many structs make a piece.
 * @returns none for an empty document.
 */
export function encodePieces(doc: Y.Doc, structsPerPiece = STRUCTS_PER_PIECE): Uint8Array[] {
  const lines = new Map<number, Line>();
  for (const [client, structs] of doc.store.clients) {
    lines.set(client, { client, structs: structs as Struct[], next: 0, begun: 0 });
  }
  const pieces: Uint8Array[] = [];
  let structs = 0;
  let letters = 0;
  for (const struct of inOrder(lines)) {
    structs += 1;
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) letters += struct.length;
    if (structs < structsPerPiece && letters < LETTERS_PER_PIECE) continue;
    pieces.push(encodePiece(lines));
    structs = 0;
    letters = 0;
  }
  if (structs > 0) pieces.push(encodePiece(lines));
  // Beyond our own state there are no structs, and all deletions.
  const deletions = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc));
  if (deletions.length > NO_DELETIONS_BYTES) pieces.push(deletions);
  return pieces;
}

/** No client with structs, no client with deletions. */
const NO_DELETIONS_BYTES = 2;

/** Every struct once, after those it was written beside and the one that holds it. */
function* inOrder(lines: ReadonlyMap<number, Line>): Generator<Struct> {
  for (const first of lines.values()) {
    while (first.next < first.structs.length) {
      const waiting: Line[] = [first];
      for (let line = waiting.at(-1); line !== undefined; line = waiting.at(-1)) {
        const struct = line.structs[line.next];
        if (struct === undefined) throw new Error('a struct builds on one that is not there');
        const before = findMissing(struct, lines);
        if (before === undefined) {
          line.next += 1;
          waiting.pop();
          yield struct;
        } else {
          // Neighbours cannot wait for each other in a document that has been integrated.
          if (waiting.length > lines.size) throw new Error('structs that wait for each other');
          waiting.push(before);
        }
      }
    }
  }
}

/** The line that has to be taken further before this struct; undefined when it can be taken now. */
function findMissing(struct: Struct, lines: ReadonlyMap<number, Line>): Line | undefined {
  if (struct instanceof Y.GC) return undefined;
  const { origin, rightOrigin } = struct;
  if (origin !== null || rightOrigin !== null) {
    return findUntaken(origin, struct, lines) ?? findUntaken(rightOrigin, struct, lines);
  }
  const holder = struct.parent instanceof Y.AbstractType ? holderOf(struct.parent) : null;
  return findUntaken(holder === null ? null : holder.id, struct, lines);
}

function findUntaken(
  id: Y.ID | null,
  { id: own }: Struct,
  lines: ReadonlyMap<number, Line>,
): Line | undefined {
  // Under its own client id a struct builds only on earlier ones.
  if (id === null || id.client === own.client) return undefined;
  const line = lines.get(id.client);
  const next = line?.structs[line.next];
  return next !== undefined && next.id.clock <= id.clock ? line : undefined;
}

/** What has been taken since the last piece, as one update (version 1) without deletions. Effects: begins the next. */
function encodePiece(lines: ReadonlyMap<number, Line>): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const taken = [...lines.values()].filter(({ begun, next }) => next > begun);
  encoding.writeVarUint(restEncoder, taken.length);
  for (const line of taken) {
    encoding.writeVarUint(restEncoder, line.next - line.begun);
    encoder.writeClient(line.client);
    encoding.writeVarUint(restEncoder, line.structs[line.begun]?.id.clock ?? 0);
    for (let index = line.begun; index < line.next; index += 1) line.structs[index]?.write(encoder, 0);
    line.begun = line.next;
  }
  encoding.writeVarUint(restEncoder, 0);
  return encoder.toUint8Array();
}
