/** Sessions: who a bearer token stands for, kept so that a restart signs nobody out. */
import { RuimteError } from '@ruimte/shared/errors';
import { createSecret, isRandomId } from '@ruimte/shared/ids';
import { hashSecret } from '../access/secrets.ts';
import type { Clock } from '../clock.ts';
import type { CommitLoop } from '../relay/commit-loop.ts';
import type { PersonRecord, SessionRecord, Store } from '../store/store.ts';
import type { Meetup } from './meetup.ts';
import type { Meetups } from './meetups.ts';

/** A session with what it belongs to. */
export interface Session {
  readonly record: SessionRecord;
  readonly meetup: Meetup | undefined;
  readonly person: PersonRecord | undefined;
}

export interface SessionsParts {
  readonly store: Store;
  readonly loop: CommitLoop;
  readonly clock: Clock;
  readonly meetups: Meetups;
}

export class Sessions {
  readonly #parts: SessionsParts;
  readonly #known = new Map<string, SessionRecord>();

  constructor(parts: SessionsParts) {
    this.#parts = parts;
  }

  /** Starts a session. @returns its secret, which is shown once and kept only as a hash. */
  async start(fields: Omit<SessionRecord, 'hash' | 'createdAt'>): Promise<string> {
    const secret = createSecret();
    const record: SessionRecord = { ...fields, hash: hashSecret(secret), createdAt: this.#parts.clock.now() };
    await this.#parts.loop.append([{ kind: 'session', session: record }]);
    this.#known.set(record.hash, record);
    return secret;
  }

  /** Ends a session for good. */
  async end(hash: string): Promise<void> {
    this.#known.delete(hash);
    await this.#parts.loop.append([{ kind: 'endSession', hash }]);
  }

  /**
   * The session of a bearer token; undefined when there is none.
   * @throws RuimteError `signInNeeded` when its link was renewed, `shutOut` when the person was shut out.
   */
  async find(secret: string | undefined): Promise<Session | undefined> {
    if (!isRandomId(secret)) return undefined;
    return this.findByHash(hashSecret(secret));
  }

  /** As {@link find}, by the hash a ticket carries. */
  async findByHash(hash: string): Promise<Session | undefined> {
    const record = this.#known.get(hash) ?? (await this.#parts.store.findSession(hash));
    if (record === undefined) return undefined;
    this.#known.set(hash, record);
    if (record.meetup === null) return { record, meetup: undefined, person: undefined };
    const meetup = this.#parts.meetups.find(record.meetup);
    if (meetup === undefined || record.role === 'organiser') return undefined;
    if (meetup.record.linkGenerations[record.role] !== record.linkGeneration) {
      throw new RuimteError('signInNeeded', 'the link of this session was renewed');
    }
    const person = record.participant === null ? undefined : meetup.people.get(record.participant);
    if (person?.shutOut) throw new RuimteError('shutOut', 'this person was shut out');
    return { record, meetup, person };
  }
}
