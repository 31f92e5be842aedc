/** Writing: choose a space, type, lay the note, and see what became of it. */
import './write-part.css';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { useEffect, useRef, useState } from 'react';
import { lazyPart } from '../lazy-part.tsx';
import { phoneTexts } from '../i18n/phone.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { SendIcon } from './Icons.tsx';
import { measureNote } from './note-length.ts';
import { type NoteState, stateOfSent } from './own-notes.ts';
import { SpacePicker } from './SpacePicker.tsx';
import { type ChosenSpace, spaceForNote, wordsOfSpace } from './spaces.ts';
import { useSpaces } from './use-spaces.ts';
import { WriteCard } from './WriteCard.tsx';

/** The list of own notes: a chunk of its own, asked for once the field is there to write in. */
const OwnNotes = lazyPart(() => import('./OwnNotes.tsx').then((part) => part.OwnNotes));

/** @param keyboard - an on-screen keyboard is open, so there is little room. */
export function WritePart({ keyboard }: { readonly keyboard: boolean }) {
  const { noWriting } = useWriting();
  const text = useText(phoneTexts);
  const { drafts } = useMeetup();
  const [hasWords, setHasWords] = useState(() => drafts.get('new') !== undefined);
  const notice = useRef<HTMLParagraphElement>(null);
  const shown = noWriting === undefined || hasWords;
  const wasShown = useRef(shown);
  useEffect(() => {
    // Whoever stood in the field when it went, finds the reason there.
    if (wasShown.current && !shown && document.activeElement === document.body) {
      notice.current?.focus({ preventScroll: true });
    }
    wasShown.current = shown;
  }, [shown]);
  return (
    <div className="write-part">
      <div role="status">
        {noWriting !== undefined && (
          <p className="write-notice" ref={notice} tabIndex={-1}>
            {text.noWriting[noWriting]}
            {hasWords && ` ${text.textStays}`}
          </p>
        )}
      </div>
      {shown && <WriteForm keyboard={keyboard} onWords={setHasWords} />}
      <OwnNotes />
    </div>
  );
}

function useWriting() {
  const model = useMeetup();
  const stage = useReadable(model.stage);
  return { noWriting: useReadable(model.noWriting), round: currentRound(model.session.meetup, stage)?.round };
}

interface WriteFormProps {
  readonly keyboard: boolean;
  /** Whether there are words in the field: they stay, also when writing stops. */
  readonly onWords: (hasWords: boolean) => void;
}

function WriteForm({ keyboard, onWords }: WriteFormProps) {
  const model = useMeetup();
  const text = useText(phoneTexts);
  const locale = useLocale();
  const spaces = useSpaces();
  const { noWriting, round } = useWriting();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState(() => model.drafts.get('new')?.text ?? '');
  const [chosen, setChosen] = useState<ChosenSpace | undefined>(() => {
    const zone = model.drafts.get('new')?.zone;
    return zone === undefined ? undefined : { zone, round: model.stage.get().round };
  });
  const [sent, setSent] = useState<{ readonly id: NoteId; readonly zone: ZoneId } | undefined>(undefined);
  const zone = spaceForNote(chosen, round, words !== '');
  const space = spaces.find(({ id }) => id === zone);
  const length = measureNote(words);

  function keep(next: string, at: ZoneId | undefined): void {
    setWords(next);
    onWords(next !== '');
    model.drafts.set('new', { text: next, ...(at === undefined ? {} : { zone: at }) });
  }
  function send(): void {
    field.current?.focus();
    if (space === undefined || length.empty || !length.fits) return;
    const added = model.actions.addNote({ zone: space.id, text: words });
    // The reason already stands on the page; the words stay.
    if (!added.ok) return;
    setSent({ id: added.id, zone: space.id });
    keep('', space.id);
  }
  let label = space === undefined ? text.card.sendNoSpace : text.card.send(space.title);
  if (noWriting !== undefined) label = text.card.cannotSend;

  return (
    <div className="write-form">
      <SpacePicker
        legend={text.chooseSpace}
        spaces={spaces}
        value={zone}
        folded={keyboard}
        onChange={(next) => {
          setChosen({ zone: next, round: model.stage.get().round });
          if (words !== '') keep(words, next);
        }}
      />
      {wordsOfSpace(model.session.meetup, zone, round?.show, locale).map((line) => (
        <p key={line} className="write-about">
          {line}
        </p>
      ))}
      <WriteCard
        field={field}
        label={space === undefined ? text.card.labelNoSpace : text.card.label(space.title)}
        words={words}
        length={length}
        onWords={(next) => {
          setSent(undefined);
          keep(next, zone);
        }}
        onSend={send}
      />
      <Button
        kind="primary"
        size="large"
        className="write-send"
        disabled={noWriting !== undefined || space === undefined || !length.fits}
        // The field keeps the focus, and with it the keyboard.
        onMouseDown={(event) => event.preventDefault()}
        onClick={send}
      >
        <SendIcon />
        {label}
      </Button>
      <SentState sent={sent} />
    </div>
  );
}

/** What became of the note that was laid last: saved only when it is durable. */
function SentState({ sent }: { readonly sent: { readonly id: NoteId; readonly zone: ZoneId } | undefined }) {
  const model = useMeetup();
  const text = useText(phoneTexts).card;
  const board = useReadable(model.board);
  const unsent = useReadable(model.unsent);
  // It may have been moved since.
  const zone = sent === undefined ? undefined : (board.notes.get(sent.id)?.zone ?? sent.zone);
  const space = useSpaces().find(({ id }) => id === zone);
  const state = sent === undefined ? undefined : stateOfSent(sent.id, board, unsent);
  const saved = text.saved(space?.title ?? '');
  const sentences: Readonly<Record<NoteState, string>> = {
    sending: text.sent,
    waiting: text.waiting,
    refused: text.refused,
    saved,
    late: saved,
  };
  return (
    <p className="write-sent" role="status" data-state={state}>
      {state !== undefined && sentences[state]}
    </p>
  );
}
