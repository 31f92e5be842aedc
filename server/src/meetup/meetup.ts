/**
 * One meet-up on the server: its record, people, stage and documents. Everything that changes it goes through one
 * queue, so that commands, joins and late notes are applied one after another, each kept as one batch.
 */
import type { Author } from '@ruimte/shared/alias';
import { RuimteError } from '@ruimte/shared/errors';
import type { Format } from '@ruimte/shared/content/format';
import { beginForm, formAlone } from '@ruimte/shared/facilitation/change-form';
import { applyCommand, type StageCommand } from '@ruimte/shared/facilitation/commands';
import { markingOf, whyNotWriteBoard } from '@ruimte/shared/facilitation/engine';
import type { CommandId, ParticipantId, SnapshotId, ZoneId } from '@ruimte/shared/ids';
import type { Shows } from '@ruimte/shared/protocol/api';
import { type DocumentName, toRoomName } from '@ruimte/shared/protocol/document-name';
import { setCommunity } from '@ruimte/shared/schema/edits/layout';
import { addNote } from '@ruimte/shared/schema/edits/notes';
import { rootOf } from '@ruimte/shared/schema/document';
import { readGoneZones } from '@ruimte/shared/schema/edits/gone-zones';
import { type Board, readBoard } from '@ruimte/shared/projection/board';
import type { Community } from '@ruimte/shared/schema/community';
import {
  FIRST_STAGE,
  readStage,
  type Stage,
  writeRosterEntry,
  writeStage,
  writeWritten,
} from '@ruimte/shared/schema/stage';
import type * as Y from 'yjs';
import { deriveAuthorSecret, type MasterKey } from '../access/secrets.ts';
import { takeSnapshot } from '../archive/snapshot.ts';
import type { Clock } from '../clock.ts';
import type { Room } from '../relay/room.ts';
import type { RoomPolicy } from '../relay/room-parts.ts';
import type { Rooms } from '../relay/rooms.ts';
import type { CommitLoop } from '../relay/commit-loop.ts';
import type { DocumentKey, MeetupRecord, PersonRecord, Store, StoreRecord } from '../store/store.ts';
import { layFormat } from './board-layout.ts';
import { notesOnDesk } from './desk-notes.ts';
import { Desks } from './desks.ts';
import { broughtBy, layStep, type Step } from './lay-step.ts';
import { roomPolicy } from './room-policy.ts';
import { bringBackZones, LOOK_AFTER_MS } from './strays.ts';

/** Another form, and what the board becomes with it. */
export interface NextForm {
  readonly format: Format;
  /** The zones that lie on the board afterwards. */
  readonly zones: ReadonlySet<ZoneId>;
  readonly lay: (doc: Y.Doc) => void;
}

export interface MeetupParts {
  readonly store: Store;
  readonly rooms: Rooms;
  readonly loop: CommitLoop;
  readonly clock: Clock;
  readonly key: MasterKey;
}

export class Meetup {
  readonly #parts: MeetupParts;
  #record: MeetupRecord;
  readonly #people: Map<ParticipantId, PersonRecord>;
  #stage: Stage;
  /** Server time at which participants could last write. */
  #lastWritableAt: number | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #desks: Desks;
  /** How much lies on desks is about to be told. */
  #tellsWritten = false;
  /** Notes in spaces that are gone are about to be looked for. */
  #looksForStrays = false;

  private constructor(
    parts: MeetupParts,
    record: MeetupRecord,
    people: readonly PersonRecord[],
    stage: Stage,
  ) {
    this.#parts = parts;
    this.#record = record;
    this.#people = new Map(people.map((person) => [person.id, person]));
    this.#stage = stage;
    this.#desks = new Desks({
      open: (person) => this.openDesk(person),
      people: () => this.#people.keys(),
      author: (person) => this.authorFor(person),
    });
  }

  /** Reads a meet-up's people and stage back. */
  static async load(parts: MeetupParts, record: MeetupRecord): Promise<Meetup> {
    const key = stageKey(record);
    const [people, doc] = await Promise.all([
      parts.store.listPeople(record.id),
      // No room yet: a server with a thousand meet-ups starts for the one that is held today.
      parts.rooms.read(key, 'stage'),
    ]);
    return new Meetup(parts, record, people, readStage(doc));
  }

  /** Makes the documents of a new meet-up: its board with zones and communities, and its stage. */
  static async create(parts: MeetupParts, record: MeetupRecord): Promise<Meetup> {
    const stage: Stage = { ...FIRST_STAGE, title: record.title, generation: record.generation };
    const meetup = new Meetup(parts, record, [], stage);
    const board = await meetup.openBoard();
    const room = await meetup.#openStage();
    await Promise.all([
      board.edit(
        (doc) => layFormat(doc, record.format, record.communities),
        [{ kind: 'meetup', meetup: record }],
      ),
      room.edit((doc) => writeStage(doc, stage)),
    ]);
    return meetup;
  }

  get record(): MeetupRecord {
    return this.#record;
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** Server time at which participants could last write, milliseconds; null when they never could. */
  get lastWritableAt(): number | null {
    return this.#lastWritableAt;
  }

  get people(): ReadonlyMap<ParticipantId, PersonRecord> {
    return this.#people;
  }

  /** Whether notes show communities alone: then nobody but their author can tell whose they are. */
  get hidesAuthors(): boolean {
    return this.#record.shows === 'communities';
  }

  /** How the notes of this person are signed. */
  authorFor(participant: ParticipantId): Author {
    if (!this.hidesAuthors) return { participant };
    return { participant, secret: deriveAuthorSecret(this.#parts.key, this.#record.id, participant) };
  }

  /** The document a name means at this moment: boards and desks move on with the generation, the stage does not. */
  keyOf(name: DocumentName): DocumentKey {
    if (name.kind === 'stage') return stageKey(this.#record);
    return `${toRoomName(name)}@${this.#record.generation}`;
  }

  /** The room of one of this meet-up's documents. */
  openRoom(name: DocumentName): Promise<Room> {
    return this.#parts.rooms.open(this.keyOf(name), name.kind, this.#policyFor(name));
  }

  /** The room of one of this meet-up's documents for a socket, which may join before all of it is there. */
  enterRoom(name: DocumentName): Promise<Room> {
    return this.#parts.rooms.enter(this.keyOf(name), name.kind, this.#policyFor(name));
  }

  /** The room of the board. */
  openBoard(): Promise<Room> {
    return this.openRoom({ kind: 'board', board: this.#record.board });
  }

  /** The room of one person's desk. */
  openDesk(participant: ParticipantId): Promise<Room> {
    return this.openRoom({ kind: 'desk', board: this.#record.board, participant });
  }

  #openStage(): Promise<Room> {
    return this.openRoom({ kind: 'stage', board: this.#record.board });
  }

  #policyFor(name: DocumentName): RoomPolicy {
    return roomPolicy(this, this.#parts.clock, name);
  }

  /** Tells everybody how much lies on desks, as soon as the changes before this one have been made. */
  wroteOnDesk(person: ParticipantId): void {
    this.#desks.changed(person);
    if (this.#tellsWritten) return;
    this.#tellsWritten = true;
    void this.enqueue(async () => {
      this.#tellsWritten = false;
      const written = await this.#desks.written();
      const room = await this.#openStage();
      if (this.#stage.sealed.length > 0) await room.edit((doc) => writeWritten(doc, written));
      // The next change tells it anew.
    }).catch(() => undefined);
  }

  /** Something was laid or moved: soon, whether it lies in a space that is gone. */
  lookForStrays(board: Y.Doc): void {
    if (this.#looksForStrays || readGoneZones(board).size === 0) return;
    this.#looksForStrays = true;
    setTimeout(() => {
      this.#looksForStrays = false;
      if (this.#stage.status === 'closed') return;
      // What failed is looked for again with the next change.
      void this.enqueue(async () => bringBackZones(await this.openBoard())).catch(() => undefined);
    }, LOOK_AFTER_MS).unref();
  }

  /** Runs one change after all earlier ones have finished. */
  enqueue<T>(change: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(change, change);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /**
   * Applies a facilitator's command, at most once per id.
   * @returns the revision of the stage after it.
   * @throws RuimteError with the reason when it does not apply.
   */
  command(id: CommandId, command: StageCommand): Promise<number> {
    return this.enqueue(async () => {
      const done = await this.#parts.store.findCommand(this.#record.id, id);
      if (done !== undefined) return done;
      const now = this.#parts.clock.now();
      if (command.type === 'close') {
        await this.#countNow();
        await bringBackZones(await this.openBoard());
      }
      const next = applyCommand(this.#record.format, this.#stage, command, now);
      if (next === this.#stage) return this.#stage.revision;
      const stage = { ...next, revision: this.#stage.revision + 1 };
      const remember: StoreRecord = {
        kind: 'command',
        meetup: this.#record.id,
        id,
        revision: stage.revision,
        at: now,
      };
      if (stage.generation !== this.#stage.generation) await this.#startAfresh(stage, [remember]);
      else if (command.type === 'close') await this.#close(stage, [remember]);
      else if (command.type === 'undoClose') await this.#undoClose(stage, [remember]);
      else await this.#leadOn(stage, [remember]);
      return stage.revision;
    });
  }

  /** What was marked in the round that runs belongs on the board before that round is left for good. */
  async #countNow(): Promise<void> {
    const { status, revision } = this.#stage;
    if (status !== 'open' || markingOf(this.#record.format, this.#stage) === undefined) return;
    await this.#leadOn({ ...this.#stage, counted: true, revision: revision + 1 }, []);
  }

  /**
   * Puts another form in force, with the board that belongs to it, in one batch.
   * @param plan - told the board as it is at that moment.
   * @throws RuimteError `staleRevision` while notes lie on desks: nobody would turn them over any more.
   */
  async putForm(plan: (board: Board) => NextForm, records: readonly StoreRecord[]): Promise<void> {
    if (this.#stage.status === 'open') await this.#countNow();
    const [room, stageRoom] = await Promise.all([this.openBoard(), this.#openStage()]);
    const desks = this.#stage.sealed.length === 0 ? [] : await this.#desks.openAll();
    // From here on in one turn: whatever arrives later is judged by the new form.
    if (desks.some((desk) => notesOnDesk(desk).length > 0)) {
      throw new RuimteError('staleRevision', 'notes lie on desks: reveal them first');
    }
    const { format, zones, lay } = plan(readBoard(room.doc));
    const laid = room.edit(lay);
    const there = rootOf(room.doc, 'zones');
    // A board that takes nothing at this moment says why, and the stage stays as it was.
    if (there.size !== zones.size || ![...zones].every((id) => there.has(id))) return laid;
    const applied = this.#apply(stageRoom, beginForm(this.#stage), records, { format });
    // No grace for words on their way: their space may be gone. They come by the outbox, or stay with their writer.
    this.#lastWritableAt = null;
    await Promise.all([laid, applied]);
  }

  /**
   * Puts the next stage in force, and lays on the board what it brings there: the notes of all desks where it reveals
   * them, the marks of the round that ends. All of it in one batch: a server that is killed has done everything or
   * nothing, and the same command again finishes it.
   */
  async #leadOn(after: Stage, records: readonly StoreRecord[]): Promise<void> {
    const step = (): Step => ({
      format: this.#record.format,
      before: this.#stage,
      after,
      lastWritableAt: this.#lastWritableAt,
      now: this.#parts.clock.now(),
    });
    const brought = broughtBy(step());
    if (brought === undefined) return this.#setStage(after, records);
    const [room, stageRoom] = await Promise.all([this.openBoard(), this.#openStage()]);
    const desks = brought.reveals || brought.counts !== undefined ? await this.#desks.openAll() : [];
    const { kept, isLaid, emptyDesks } = layStep(step(), brought, room, desks);
    // A board that takes nothing at this moment says why, and the desks and the stage stay as they were.
    if (!isLaid) return kept;
    const emptied = emptyDesks();
    if (brought.reveals) {
      this.#desks.emptied();
      this.lookForStrays(room.doc);
    }
    await Promise.all([kept, ...emptied, this.#apply(stageRoom, after, records)]);
  }

  /**
   * Puts a new stage in force and keeps it, with the meet-up's record where its status changed. One that cannot be kept
   * is taken back: nobody has seen it, and the same command given again has to work.
   */
  async #setStage(stage: Stage, records: readonly StoreRecord[] = []): Promise<void> {
    return this.#apply(await this.#openStage(), stage, records);
  }

  /** @param change - what else changes in the meet-up's record. */
  async #apply(
    room: Room,
    stage: Stage,
    records: readonly StoreRecord[],
    change: Partial<MeetupRecord> = {},
  ): Promise<void> {
    const record: MeetupRecord = {
      ...this.#record,
      ...change,
      status: stage.status,
      generation: stage.generation,
      closedAt: stage.closedAt,
    };
    const changed =
      record.status !== this.#record.status ||
      record.generation !== this.#record.generation ||
      record.format !== this.#record.format;
    const [before, recordBefore] = [this.#stage, this.#record];
    const kept = room.edit(
      (doc) => {
        writeStage(doc, stage);
        if (stage.sealed.length === 0) writeWritten(doc, new Map());
      },
      [...records, ...(changed ? [{ kind: 'meetup' as const, meetup: record }] : [])],
    );
    if (whyNotWriteBoard(record.format, before, 'participant') === undefined) {
      this.#lastWritableAt = this.#parts.clock.now();
    }
    this.#stage = stage;
    this.#record = record;
    try {
      await kept;
    } catch (error) {
      if (this.#stage === stage) this.#stage = before;
      if (this.#record === record) this.#record = recordBefore;
      throw error;
    }
  }

  /** Opening after trying: a new generation of the board, without what was tried. */
  async #startAfresh(opened: Stage, records: readonly StoreRecord[]): Promise<void> {
    // What was kept of forms that were tried goes with what was tried.
    const format = formAlone(this.#record.format);
    const stage = format === this.#record.format ? opened : { ...opened, form: opened.form + 1 };
    const board = { kind: 'board', board: this.#record.board } as const;
    const oldRoom = await this.openRoom(board);
    const newKey: DocumentKey = `${toRoomName(board)}@${stage.generation}`;
    const fresh = await this.#parts.rooms.open(newKey, 'board', this.#policyFor(board));
    const laid = fresh.edit((doc) => layFormat(doc, format, this.#record.communities));
    const desks = await this.#desks.openAll();
    const old = [oldRoom, ...desks.map((desk) => desk.room)];
    await Promise.all(old.map((each) => each.flush()));
    const stageRoom = await this.#openStage();
    const gone: readonly StoreRecord[] = [
      ...old.map(({ key }) => ({ kind: 'dropDocument' as const, document: key })),
      { kind: 'emptyBin', meetup: this.#record.id },
    ];
    await Promise.all([laid, this.#apply(stageRoom, stage, [...records, ...gone], { format })]);
    this.#desks.emptied();
    for (const { key } of old) this.#parts.rooms.end(key, 'oldGeneration');
  }

  /** Closing takes the snapshot in the same batch that closes: one is never without the other. */
  async #close(stage: Stage, records: readonly StoreRecord[]): Promise<void> {
    const room = await this.openBoard();
    const before = this.#stage;
    // From here on the gate takes nothing more, so the snapshot holds exactly what was taken.
    this.#stage = stage;
    const snapshot = takeSnapshot(
      { ...this.#record, closedAt: stage.closedAt },
      room.doc,
      this.#parts.clock.now(),
    );
    try {
      await room.flush();
      await this.#setStage(stage, [
        ...records,
        { kind: 'snapshot', snapshot },
        { kind: 'emptyBin', meetup: this.#record.id },
      ]);
    } catch (error) {
      this.#stage = before;
      throw error;
    }
  }

  /** Undoing a close takes its snapshot back, and lays what came in meanwhile on the board. */
  async #undoClose(stage: Stage, records: readonly StoreRecord[]): Promise<void> {
    const snapshots = await this.#parts.store.listSnapshots();
    const closing = snapshots.find(
      ({ meetup, takenAt }) => meetup === this.#record.id && takenAt >= (this.#stage.closedAt ?? 0),
    );
    const supplement = await this.#parts.store.listSupplement(this.#record.id);
    const drop: StoreRecord[] =
      closing === undefined ? [] : [{ kind: 'dropSnapshot', id: closing.id as SnapshotId }];
    const room = await this.openBoard();
    await Promise.all([
      this.#setStage(stage, [...records, ...drop]),
      room.edit((doc) => {
        for (const note of supplement) addNote(doc, { ...note, late: true }, 'server');
      }),
    ]);
  }

  /** Adds a person or changes what is known of them; the roster follows. */
  putPerson(person: PersonRecord, records: readonly StoreRecord[] = []): Promise<void> {
    return this.putPeople([person], records);
  }

  /**
   * The same for many at once, in one batch: everybody sees it at the same moment. What could not be kept is taken
   * back.
   */
  async putPeople(people: readonly PersonRecord[], records: readonly StoreRecord[] = []): Promise<void> {
    const room = await this.#openStage();
    const before = people.map(({ id }) => [id, this.#people.get(id)] as const);
    for (const person of people) this.#people.set(person.id, person);
    try {
      await room.edit(
        (doc) => {
          for (const { id, name, community, role, table, shutOut } of people) {
            const shown = this.hidesAuthors ? '' : name;
            const entry = { name: shown, community, role, ...(table > 0 ? { table } : {}) };
            writeRosterEntry(doc, id, shutOut ? undefined : entry);
          }
        },
        [...people.map((person) => ({ kind: 'person' as const, person })), ...records],
      );
    } catch (error) {
      for (const [id, person] of before) {
        if (person === undefined) this.#people.delete(id);
        else this.#people.set(id, person);
      }
      throw error;
    }
  }

  /** Puts a record in force while it is being kept; one that could not be kept is taken back. */
  async #withRecord(record: MeetupRecord, keep: () => Promise<void>): Promise<void> {
    const before = this.#record;
    this.#record = record;
    try {
      await keep();
    } catch (error) {
      if (this.#record === record) this.#record = before;
      throw error;
    }
  }

  /** Changes the meet-up's own record: title, date, links. */
  putRecord(change: Partial<MeetupRecord>): Promise<void> {
    const record = { ...this.#record, ...change };
    const retitled = record.title !== this.#record.title;
    const records: readonly StoreRecord[] = [{ kind: 'meetup', meetup: record }];
    return this.#withRecord(record, () => {
      if (!retitled) return this.#parts.loop.append(records);
      return this.#setStage(
        { ...this.#stage, title: record.title, revision: this.#stage.revision + 1 },
        records,
      );
    });
  }

  /** Chooses what is shown with notes; the roster follows, with or without names. */
  async putShows(shows: Shows): Promise<void> {
    const { shows: _before, ...rest } = this.#record;
    const record: MeetupRecord = shows === 'names' ? rest : { ...rest, shows };
    await this.#withRecord(record, () =>
      this.putPeople([...this.#people.values()], [{ kind: 'meetup', meetup: record }]),
    );
  }

  /** Adds or changes a community, on the board and in the record. */
  putCommunity(community: Community): Promise<void> {
    const others = this.#record.communities.filter(({ id }) => id !== community.id);
    const communities = [...others, community].sort((a, b) => a.number - b.number);
    return this.#putCommunities(communities, (doc) => setCommunity(doc, community));
  }

  /** Takes a community nobody uses off the board and the record. */
  dropCommunity(id: Community['id']): Promise<void> {
    const communities = this.#record.communities.filter((community) => community.id !== id);
    return this.#putCommunities(communities, (doc) => rootOf(doc, 'communities').delete(id));
  }

  #putCommunities(communities: readonly Community[], change: (doc: Y.Doc) => void): Promise<void> {
    const record = { ...this.#record, communities };
    return this.#withRecord(record, async () => {
      const room = await this.openBoard();
      await room.edit(change, [{ kind: 'meetup', meetup: record }]);
    });
  }
}

/** The stage of a meet-up is one document, whatever generation its board is of. */
function stageKey({ board }: MeetupRecord): DocumentKey {
  return `${toRoomName({ kind: 'stage', board })}@1`;
}
