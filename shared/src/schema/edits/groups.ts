/** The only writers of groups and links. Each is one transaction; who may is the caller's question and the gate's answer. */
import * as Y from 'yjs';
import type { GroupId, LinkId, NoteId, ZoneId } from '../../ids.ts';
import { LIMITS } from '../../limits.ts';
import { cleanLine, cutGraphemes } from '../../text.ts';
import { type Entity, type Origin, rootOf } from '../document.ts';
import type { Link } from '../group.ts';

/** The name of a group as it is kept: one line, at most 40 graphemes. It may be empty. */
export function groupName(typed: string): string {
  return cutGraphemes(cleanLine(typed), LIMITS.nameGraphemes);
}

/** Holds notes together under a name. Notes that are in another group leave it. An id that exists is left alone. */
export function addGroup(
  doc: Y.Doc,
  group: { readonly id: GroupId; readonly name: string; readonly zone: ZoneId },
  notes: readonly NoteId[],
  origin: Origin,
): void {
  const groups = rootOf(doc, 'groups');
  if (groups.has(group.id)) return;
  doc.transact(() => {
    const map: Entity = new Y.Map<unknown>([
      ['name', groupName(group.name)],
      ['zone', group.zone],
    ]);
    groups.set(group.id, map);
    setGroup(doc, notes, group.id, origin);
  }, origin);
}

/** Gives a group another name or another zone; its notes are moved by the caller. Missing groups are skipped. */
export function changeGroup(
  doc: Y.Doc,
  id: GroupId,
  change: { readonly name?: string; readonly zone?: ZoneId },
  origin: Origin,
): void {
  doc.transact(() => {
    const group = rootOf(doc, 'groups').get(id);
    if (!(group instanceof Y.Map)) return;
    const name = change.name === undefined ? undefined : groupName(change.name);
    if (name !== undefined && group.get('name') !== name) group.set('name', name);
    if (change.zone !== undefined && group.get('zone') !== change.zone) group.set('zone', change.zone);
  }, origin);
}

/** Lets the notes of a group go and takes its name away. The notes stay where they lie. */
export function removeGroup(doc: Y.Doc, id: GroupId, members: readonly NoteId[], origin: Origin): void {
  doc.transact(() => {
    setGroup(doc, members, '', origin);
    const groups = rootOf(doc, 'groups');
    if (groups.has(id)) groups.delete(id);
  }, origin);
}

/** Draws a line between two notes. An id that exists is left alone. */
export function addLink(doc: Y.Doc, link: Link, origin: Origin): void {
  const links = rootOf(doc, 'links');
  if (links.has(link.id)) return;
  doc.transact(() => {
    const map: Entity = new Y.Map<unknown>([
      ['from', link.from],
      ['to', link.to],
    ]);
    links.set(link.id, map);
  }, origin);
}

/** Takes lines away; missing ids are skipped. */
export function removeLinks(doc: Y.Doc, ids: readonly LinkId[], origin: Origin): void {
  const links = rootOf(doc, 'links');
  doc.transact(() => {
    for (const id of ids) if (links.has(id)) links.delete(id);
  }, origin);
}

/** Puts notes into a group, or takes them out of theirs when `group` is empty; one transaction. */
export function setGroup(doc: Y.Doc, ids: readonly NoteId[], group: GroupId | '', origin: Origin): void {
  const notes = rootOf(doc, 'notes');
  doc.transact(() => {
    for (const id of ids) {
      const note = notes.get(id);
      if (note instanceof Y.Map && (note.get('group') ?? '') !== group) note.set('group', group);
    }
  }, origin);
}
