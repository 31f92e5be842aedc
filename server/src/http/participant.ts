/** Coming in by link or code, and what somebody inside a meet-up asks for. */
import { RuimteError } from '@ruimte/shared/errors';
import type { Command } from '@ruimte/shared/facilitation/commands';
import { may } from '@ruimte/shared/rights';
import { openSnapshot, summarise } from '../archive/snapshot.ts';
import { type Entrance, findPerson, joinMeetup } from '../meetup/meetups.ts';
import { changeForm } from '../meetup/change-form.ts';
import { carryOver } from '../meetup/carry-over.ts';
import { takeOutbox } from '../meetup/outbox.ts';
import { restoreNotes } from '../meetup/restore-notes.ts';
import { seatEverybody, seatPerson } from '../meetup/tables.ts';
import { linkView, shownRemover } from '../meetup/views.ts';
import type { Meetup } from '../meetup/meetup.ts';
import { addZone, removeZone, renewZone, returnZone } from '../meetup/zones.ts';
import type { BinRecord } from '../store/store.ts';
import { documentTicket } from './document-ticket.ts';
import { type Handlers, needPerson, needRight, needSession, type Services } from './handlers.ts';

type ParticipantEndpoints =
  'lookUp' | 'join' | 'ticket' | 'outbox' | 'command' | 'listSnapshots' | 'readPrevious' | 'readSnapshot';

export const participantHandlers: Pick<Handlers, ParticipantEndpoints> = {
  async lookUp(services, { request }) {
    const { meetup, role } = await enter(services, request, request.device);
    const known =
      request.device === undefined || role === 'wall' ? undefined : findPerson(meetup, request.device, role);
    return linkView(meetup, role, known ? { name: known.name, community: known.community } : null);
  },

  async join(services, { request }) {
    const { sessions, views, clock } = services;
    const { meetup, role } = await enter(services, request, request.device);
    const { status, id, linkGenerations } = meetup.record;
    if (role === 'participant' && status === 'prepared') {
      throw new RuimteError('meetupNotOpen', 'the meet-up has not been opened yet');
    }
    if (role === 'participant' && status === 'closed' && !findPerson(meetup, request.device, role)) {
      throw new RuimteError('meetupClosed', 'the meet-up has been closed');
    }
    const person = role === 'wall' ? undefined : await joinMeetup(meetup, role, request, clock.now());
    const secret = await sessions.start({
      role,
      meetup: id,
      participant: person?.id ?? null,
      linkGeneration: linkGenerations[role],
    });
    const started = needSession(await sessions.find(secret));
    return { session: secret, ...views.session(started, clock.now()) };
  },

  ticket(services, { request, session }) {
    const { meetup } = needRight(session, 'readBoard');
    const generation = meetup?.record.generation;
    if (request.document !== 'stage' && generation !== undefined && request.generation !== generation) {
      throw new RuimteError('oldGeneration', `generation ${request.generation}, now ${generation}`);
    }
    return documentTicket(services, session, request.document);
  },

  async outbox(services, { request, session }) {
    const { meetup, person } = needPerson(session, 'writeBoard');
    return { results: await takeOutbox(services, meetup, person, request.entries) };
  },

  async command(services, { request, session }) {
    const { meetup } = needPerson(session, 'lead');
    const { id, command } = request;
    const { clock } = services;
    switch (command.type) {
      case 'restoreNote':
      case 'restoreNotes': {
        const restored = await restoreNotes(services, meetup, (entry) => isMeant(meetup, command, entry));
        return { revision: meetup.stage.revision, now: clock.now(), restored };
      }
      case 'renamePerson':
      case 'shutOut': {
        const person = meetup.people.get(command.person);
        if (person === undefined) throw new RuimteError('notFound', 'no such person');
        if (command.type === 'shutOut') {
          await meetup.enqueue(() => meetup.putPerson({ ...person, shutOut: command.out }));
          if (command.out) services.sockets().closeWhere((other) => other.person?.id === person.id);
        } else {
          await meetup.enqueue(() => meetup.putPerson({ ...person, name: command.name }));
        }
        break;
      }
      case 'carryOver': {
        const laid = await carryOver(services, meetup, command.notes);
        return { revision: meetup.stage.revision, now: clock.now(), restored: laid };
      }
      case 'drawTables':
        await seatEverybody(services, meetup, id, command.tables);
        break;
      case 'setTable':
        await seatPerson(services, meetup, id, command.person, command.table);
        break;
      case 'addZone':
        await addZone(services, meetup, id, command);
        break;
      case 'changeZone':
        await renewZone(services, meetup, id, command);
        break;
      case 'removeZone':
        await removeZone(services, meetup, id, command.zone);
        break;
      case 'restoreZone':
        await returnZone(services, meetup, id, command.zone);
        break;
      case 'changeForm':
        await changeForm(services, meetup, id, command);
        break;
      default:
        return { revision: await meetup.command(id, command), now: clock.now() };
    }
    return { revision: meetup.stage.revision, now: clock.now() };
  },

  async readPrevious({ store }, { session }) {
    const { meetup } = needSession(session);
    const previous = meetup?.record.previous ?? null;
    const snapshot = previous === null ? undefined : await store.findSnapshot(previous.id);
    return snapshot === undefined ? null : openSnapshot(snapshot, []);
  },

  async listSnapshots({ store }, { session }) {
    const { record } = needSession(session);
    const all = await store.listSnapshots();
    if (may(record.role, 'readAllSnapshots')) return all.map(summarise);
    needRight(session, 'readOwnSnapshots');
    return all.filter(({ meetup }) => meetup === record.meetup).map(summarise);
  },

  async readSnapshot({ store }, { request, session }) {
    const { record } = needSession(session);
    if (!may(record.role, 'readAllSnapshots')) needRight(session, 'readOwnSnapshots');
    const snapshot = await store.findSnapshot(request.id);
    const own = snapshot?.meetup === record.meetup;
    if (snapshot === undefined || !(own || may(record.role, 'readAllSnapshots'))) {
      throw new RuimteError('notFound', 'no such snapshot');
    }
    return openSnapshot(snapshot, await store.listSupplement(snapshot.meetup));
  },
};

/** Whether a command brings this entry of the bin back. */
function isMeant(
  meetup: Meetup,
  command: Extract<Command, { type: 'restoreNote' | 'restoreNotes' }>,
  entry: BinRecord,
): boolean {
  const { note, removedAt } = entry;
  const removedBy = shownRemover(meetup, entry);
  if (command.type === 'restoreNote') return note.id === command.note;
  if ('author' in command) return note.author === command.author;
  const [from, until] = command.between ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return removedBy === command.removedBy && removedAt >= from && removedAt <= until;
}

/** The meet-up a link or code leads to; wrong codes slow unknown devices down. */
async function enter(
  { meetups, guesses }: Services,
  entrance: { readonly secret: string } | { readonly code: string },
  device: string | undefined,
): Promise<Entrance> {
  if ('secret' in entrance) {
    const found = meetups.findByLink(entrance.secret);
    if (found === undefined) throw new RuimteError('unknownLink', 'this link opens nothing');
    return found;
  }
  const known = device !== undefined && meetups.knowsDevice(device);
  const found = await guesses.guess(known, () => meetups.findByCode(entrance.code));
  if (found === undefined) throw new RuimteError('unknownCode', 'this code opens nothing');
  return found;
}
