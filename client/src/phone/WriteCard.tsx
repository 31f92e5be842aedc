/** The field to write in, which is the note itself: in the paper of the own community, with its stamp. */
import { communityOf } from '@ruimte/shared/projection/board';
import { styleOf } from '@ruimte/shared/schema/community-style';
import { type RefObject, useEffect, useId, useRef } from 'react';
import { phoneTexts } from '../i18n/phone.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { FieldError } from '../ui/Field.tsx';
import { Stamp } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';
import { isWorthSaying, type NoteLength } from './note-length.ts';

/** Who this person is in the meet-up, by the name the facilitator may have changed. */
export function useMe() {
  const model = useMeetup();
  const { participant, name, community } = model.session;
  const { communities } = useReadable(model.board);
  const roster = useReadable(model.roster);
  const entry = participant === null ? undefined : roster.get(participant);
  return {
    name: entry?.name || name,
    community: communityOf(communities, community),
    table: entry?.table,
  };
}

/** What a length says in words, and the sentence for one that does not fit. */
export function useLengthWords(length: NoteLength) {
  const text = useText(phoneTexts).card;
  const announce = useAnnounce();
  const before = useRef(length.left);
  const words = length.left >= 0 ? text.left(length.left) : text.over(-length.left);
  useEffect(() => {
    if (isWorthSaying(before.current, length.left)) announce(words);
    before.current = length.left;
  }, [length.left, words, announce]);
  let error: string | undefined;
  if (length.left < 0) error = text.tooLong(-length.left);
  else if (length.tooHeavy) error = text.tooHeavy;
  return { words, error };
}

interface WriteCardProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly words: string;
  readonly length: NoteLength;
  readonly onWords: (words: string) => void;
  /** Ctrl+Enter; Enter alone begins a new line. */
  readonly onSend: () => void;
}

/** Takes any length and cuts nothing: what is too long is said, and stays. */
export function WriteCard({ field, label, words, length, onWords, onSend }: WriteCardProps) {
  const id = useId();
  const { name, community } = useMe();
  const { shows } = useMeetup().session.meetup;
  const { words: counted, error } = useLengthWords(length);
  return (
    <div className="write-keep" data-keep-in-view="">
      <div className="write-card" data-community={community === undefined ? 0 : styleOf(community.number)}>
        <label className="visually-hidden" htmlFor={id}>
          {label}
        </label>
        <div className="write-grow" data-words={words}>
          <textarea
            ref={field}
            id={id}
            dir="auto"
            rows={2}
            value={words}
            aria-describedby={`${id}-count ${id}-error`}
            aria-invalid={error !== undefined || undefined}
            onChange={(event) => onWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              onSend();
            }}
          />
        </div>
        <div className="write-foot">
          {community !== undefined && <Stamp number={community.number} size={20} />}
          <span className="write-who">
            {[shows === 'names' && name, community?.name].filter(Boolean).join(', ')}
          </span>
          <span className="write-count num" id={`${id}-count`} data-over={error !== undefined || undefined}>
            {counted}
          </span>
        </div>
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}
