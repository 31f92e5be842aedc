/** What the facilitator alone sees of the round that runs, as counts: written, ready, quiet. Never on the wall. */
import { useSyncExternalStore } from 'react';
import { commonTexts } from '../i18n/common.ts';
import { leadingTexts } from '../i18n/leading.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { PlacedRound } from '../meetup/rounds.ts';
import { useBoardPart } from '../meetup/use-board-part.ts';
import { useTick } from '../meetup/use-round-time.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';
import { fairTables } from './fair-tables.ts';
import { useLead } from './lead-context.tsx';
import { mainAction } from './main-action.ts';
import { quietIn } from './quiet.ts';
import { countReady } from './still-coming.ts';

/** Looking through ten thousand notes with each of them would cost more than it tells. */
const LOOK_MS = 2_000;

interface ProgressProps {
  readonly placed: PlacedRound;
}

/** Sentences and short lists; nothing in a round that neither writes nor marks. */
export function RoundProgress({ placed }: ProgressProps) {
  const model = useMeetup();
  const stage = useReadable(model.stage);
  const { round } = placed;
  const marks = round.vote !== undefined || round.rate === true;
  const onDesks = stage.sealed.includes(round.id);
  const writes = onDesks || round.write === 'open';
  if (!writes && !marks) return null;
  return (
    <div className="lead-progress">
      {round.rotate !== undefined && <SeatFirst />}
      {onDesks ? <OnDesks /> : <Secret placed={placed} />}
      {(writes || !stage.counted) && <Ready />}
      {writes && <QuietPlaces placed={placed} />}
    </div>
  );
}

/** Tables cannot go round where there are none: one press draws them. */
function SeatFirst() {
  const model = useMeetup();
  const text = useText(leadingTexts);
  const announce = useAnnounce();
  const { send, busy } = useLead();
  const people = [...useReadable(model.roster).values()].filter(({ role }) => role === 'participant');
  if (people.length === 0 || people.some(({ table }) => table !== undefined)) return null;
  const tables = fairTables(model, people.length);
  async function draw(): Promise<void> {
    if (await send({ type: 'drawTables', tables })) announce(text.tables.drawn);
  }
  return (
    <>
      <p>{text.seatFirst}</p>
      <Button size="small" busy={busy} onClick={() => void draw()}>
        {text.seatNow(tables)}
      </Button>
    </>
  );
}

/** What is secret until the round is closed, and that it has been. */
function Secret({ placed: { round } }: ProgressProps) {
  const text = useText(leadingTexts);
  const { counted } = useReadable(useMeetup().stage);
  const words = counted ? text.counted : text.secret;
  if (round.vote !== undefined) return <p>{words.dots}</p>;
  return round.rate === true ? <p>{words.ratings}</p> : null;
}

/** How much has been written per space; the empty space is not counted. */
function OnDesks() {
  const model = useMeetup();
  const text = useText(leadingTexts);
  const say = useLocalized();
  const written = useReadable(model.written);
  const stage = useReadable(model.stage);
  const zones = useBoardPart('zones');
  const counted = zones.filter(({ id, kind }) => kind !== 'empty' && written.has(id));
  return (
    <>
      <p>{text.secret.desk}</p>
      <p className="num">
        <b>{text.written([...written.values()].reduce((sum, notes) => sum + notes, 0))}</b>
      </p>
      {counted.length > 0 && (
        <ul className="lead-written num">
          {counted.map(({ id, tint, title }) => (
            <li key={id} data-zone={tint}>
              {say(title)} {written.get(id)}
            </li>
          ))}
        </ul>
      )}
      {mainAction(model.session.meetup, stage).kind !== 'turn' && <TurnNow />}
    </>
  );
}

/** Opens all desks without going to another round. */
export function TurnNow() {
  const text = useText(leadingTexts);
  const { send, busy } = useLead();
  return (
    <Button size="small" busy={busy} onClick={() => void send({ type: 'reveal' })}>
      {text.turnNow}
    </Button>
  );
}

/** How many people say they are ready. Two numbers, so that it is not drawn again with every movement of a cursor. */
function Ready() {
  const model = useMeetup();
  const text = useText(leadingTexts);
  const { round } = useReadable(model.stage);
  const roster = useReadable(model.roster);
  const ready = useSyncExternalStore(model.others.subscribe, () =>
    countReady(roster, model.others.get(), round),
  );
  const people = [...roster.values()].filter(({ role }) => role === 'participant').length;
  if (people === 0) return null;
  return <p className="num">{ready === people ? text.allReady : text.ready(ready, people)}</p>;
}

/** Folded to a count; unfolded it says which spaces and which communities. */
function QuietPlaces({ placed: { round } }: ProgressProps) {
  const model = useMeetup();
  const text = useText(leadingTexts);
  const common = useText(commonTexts);
  const say = useLocalized();
  const roster = useReadable(model.roster);
  const written = useReadable(model.written);
  const stage = useReadable(model.stage);
  useTick(true, LOOK_MS);
  const { zones, communities } = quietIn({ board: model.board.get(), roster, round, stage, written });
  if (zones.length === 0 && communities.length === 0) return null;
  return (
    <details className="lead-quiet">
      <summary className="num">{text.quiet(zones.length, communities.length)}</summary>
      <ul>
        {zones.map(({ id, tint, title }) => (
          <li key={id} data-zone={tint}>
            {say(title)}
          </li>
        ))}
        {communities.map(({ id, number, name }) => (
          <li key={id}>
            <Badge number={number} size={20} />
            <span dir="auto">{name || common.noCommunity}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
