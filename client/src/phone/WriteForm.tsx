/** Laying a note: choose a space, and a place in it where that means something; type, and send. */
import type { ScaleValue } from '@ruimte/shared/projection/scale';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { useRef, useState } from 'react';
import { lazyPart } from '../lazy-part.tsx';
import { phoneTexts } from '../i18n/phone.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import type { TypedNote } from '../model/meetup-model.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { SendIcon } from './Icons.tsx';
import { measureNote } from './note-length.ts';
import { SpacePicker } from './SpacePicker.tsx';
import { type ChosenSpace, spaceForNote, wordsOfSpace } from './spaces.ts';
import { useSpaces } from './use-spaces.ts';
import { useMe, WriteCard } from './WriteCard.tsx';

/** Brought along before anything is laid: the line may be gone by then. */
const SentState = lazyPart(
  () => import('./SentState.tsx').then((part) => part.SentState),
  <p className="write-sent" role="status" />,
);
SentState.preload();

// Only some rounds and spaces need them.
const DeskLine = lazyPart(() => import('./DeskLine.tsx').then((part) => part.DeskLine));
const TableTurn = lazyPart(() => import('./TableTurn.tsx').then((part) => part.TableTurn));
const PlaceChoice = lazyPart(() => import('./PlaceChoice.tsx').then((part) => part.PlaceChoice));

/** Where in a space a note is to lie. */
interface Place {
  readonly zone: ZoneId;
  readonly value: Partial<ScaleValue>;
  readonly at: TypedNote['at'];
}

interface WriteFormProps {
  readonly keyboard: boolean;
  /** Whether there are words in the field: they stay, also when writing stops. */
  readonly onWords: (hasWords: boolean) => void;
}

export function WriteForm({ keyboard, onWords }: WriteFormProps) {
  const model = useMeetup();
  const text = useText(phoneTexts);
  const locale = useLocale();
  const spaces = useSpaces();
  const stage = useReadable(model.stage);
  const noWriting = useReadable(model.noWriting);
  const onDesk = useReadable(model.sheet) === 'desk';
  const { table } = useMe();
  const { meetup } = model.session;
  const round = currentRound(meetup, stage)?.round;
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState(() => model.drafts.get('new')?.text ?? '');
  /** The space the words in the field are meant for. */
  const [meant, setMeant] = useState(() => model.drafts.get('new')?.zone);
  const [chosen, setChosen] = useState<ChosenSpace | undefined>(
    () => meant && { zone: meant, round: model.stage.get().round, turn: undefined },
  );
  /** The space of the own table in this turn. */
  const [turnZone, setTurnZone] = useState<ZoneId | undefined>(undefined);
  const [place, setPlace] = useState<Place | undefined>(undefined);
  const [sent, setSent] = useState<{ readonly id: NoteId; readonly zone: ZoneId } | undefined>(undefined);
  const turns = round?.rotate !== undefined && table !== undefined;
  const zone = meant ?? spaceForNote(chosen, round, turns ? turnZone : undefined);
  const space = spaces.find(({ id }) => id === zone);
  const axes = meetup.zones.find(({ id }) => id === zone)?.axes;
  const at = place?.zone === zone ? place?.at : undefined;
  const length = measureNote(words);
  const placed = axes === undefined || at !== undefined;

  function keep(next: string, wanted: ZoneId | undefined): void {
    setWords(next);
    setMeant(next === '' ? undefined : wanted);
    onWords(next !== '');
    model.drafts.set('new', { text: next, ...(wanted === undefined ? {} : { zone: wanted }) });
  }
  function choose(next: ZoneId): void {
    setChosen({ zone: next, round: stage.round, turn: turnZone });
    if (words !== '') keep(words, next);
  }
  function send(): void {
    field.current?.focus();
    if (space === undefined || !placed || length.empty || !length.fits) return;
    const added = model.actions.addNote({
      zone: space.id,
      text: words,
      ...(axes === undefined || at === undefined ? {} : { at }),
    });
    // The reason already stands on the page; the words stay.
    if (!added.ok) return;
    setSent({ id: added.id, zone: space.id });
    setPlace(undefined);
    keep('', undefined);
  }
  let label = space === undefined ? text.card.sendNoSpace : text.card.send(space.title);
  if (space !== undefined && onDesk) label = text.card.sendDesk(space.title);
  if (!placed) label = text.card.sendNoPlace;
  if (noWriting !== undefined) label = text.card.cannotSend;

  return (
    <div className="write-form">
      {turns && <TableTurn table={table} kept={words === '' ? undefined : space} onZone={setTurnZone} />}
      <SpacePicker
        legend={text.chooseSpace}
        spaces={spaces}
        value={zone}
        folded={keyboard}
        onChange={choose}
      />
      {wordsOfSpace(meetup, zone, round?.show, locale).map((line) => (
        <p key={line} className="write-about">
          {line}
        </p>
      ))}
      {onDesk && <DeskLine />}
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
      {axes !== undefined && zone !== undefined && (
        <PlaceChoice
          key={zone}
          zone={zone}
          axes={axes}
          value={place?.zone === zone ? place.value : {}}
          onChange={(value, next) => setPlace({ zone, value, at: next })}
        />
      )}
      <Button
        kind="primary"
        size="large"
        className="write-send"
        disabled={noWriting !== undefined || space === undefined || !placed || !length.fits}
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
