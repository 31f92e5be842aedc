/** The three kinds of document of a meet-up and their room names on the wire. */
import { type BoardId, type ParticipantId, parseId } from '../ids.ts';

export type DocumentKind = 'board' | 'stage' | 'desk';

export type DocumentName =
  | { readonly kind: 'board'; readonly board: BoardId }
  | { readonly kind: 'stage'; readonly board: BoardId }
  | { readonly kind: 'desk'; readonly board: BoardId; readonly participant: ParticipantId };

/** The room name: `<board>`, `<board>/stage` or `<board>/desk/<participant>`. */
export function toRoomName(name: DocumentName): string {
  if (name.kind === 'board') return name.board;
  return name.kind === 'stage' ? `${name.board}/stage` : `${name.board}/desk/${name.participant}`;
}

/** The document a room name means; undefined when it is not one of the three forms. */
export function parseRoomName(room: string): DocumentName | undefined {
  if (room.length > 64) return undefined;
  const [first, second, third, rest] = room.split('/');
  const board = parseId<BoardId>(first);
  if (board === undefined || rest !== undefined) return undefined;
  if (second === undefined) return { kind: 'board', board };
  if (second === 'stage' && third === undefined) return { kind: 'stage', board };
  const participant = parseId<ParticipantId>(third);
  if (second !== 'desk' || participant === undefined) return undefined;
  return { kind: 'desk', board, participant };
}
