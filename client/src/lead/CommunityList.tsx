/** Communities while the meet-up runs: one more, another name, two into one. No numbers: who, not how many. */
import type { CommunityId } from '@ruimte/shared/ids';
import type { Community } from '@ruimte/shared/schema/community';
import { useId, useState } from 'react';
import { leadTexts } from '../i18n/lead.ts';
import { useText } from '../i18n/use-text.ts';
import { useAsk, useMeetup } from '../meetup/context.ts';
import { useBoardPart } from '../meetup/use-board-part.ts';
import { Button } from '../ui/Button.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';
import { InlineName } from './InlineName.tsx';
import { useLead } from './lead-context.tsx';

/** Folded away until it is needed. */
export function CommunityList() {
  const model = useMeetup();
  const text = useText(leadTexts);
  const { status } = useReadable(model.stage);
  const communities = useBoardPart('communities');
  const shown = [...communities.values()]
    .filter(({ mergedInto }) => mergedInto === undefined)
    .sort((a, b) => a.number - b.number);
  return (
    <details className="lead-section">
      <summary>
        <h3>{text.communities}</h3>
      </summary>
      <ul className="lead-people">
        {shown.map((community) => (
          <CommunityItem
            key={community.id}
            community={community}
            others={shown.filter(({ id }) => id !== community.id)}
          />
        ))}
      </ul>
      {status !== 'closed' && <AddCommunity />}
    </details>
  );
}

interface CommunityItemProps {
  readonly community: Community;
  readonly others: readonly Community[];
}

function CommunityItem({ community, others }: CommunityItemProps) {
  const [open, setOpen] = useState(false);
  return (
    <li className="lead-person">
      <button type="button" className="lead-person-row" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Badge number={community.number} size={20} />
        <span className="lead-person-name" dir="auto">
          {community.name}
        </span>
      </button>
      {open && <ChangeCommunity community={community} others={others} onDone={() => setOpen(false)} />}
    </li>
  );
}

function ChangeCommunity(props: CommunityItemProps & { readonly onDone: () => void }) {
  const { community, others, onDone } = props;
  const { id } = useMeetup().session.meetup;
  const ask = useAsk();
  const text = useText(leadTexts);
  const { attempt, busy } = useLead();
  const [into, setInto] = useState('');
  const selectId = useId();
  async function merge(): Promise<void> {
    const request = { id, community: community.id, mergeInto: into as CommunityId };
    if (await attempt(() => ask('updateCommunity', request))) onDone();
  }
  return (
    <div className="lead-person-more">
      <InlineName
        label={text.name}
        act={text.keepName}
        name={community.name}
        onKeep={(name) => attempt(() => ask('updateCommunity', { id, community: community.id, name }))}
        onDone={onDone}
      />
      {others.length > 0 && (
        <div className="field">
          <label htmlFor={selectId}>{text.mergeWith}</label>
          <select
            id={selectId}
            className="text-input"
            value={into}
            onChange={(event) => setInto(event.currentTarget.value)}
          >
            <option value="" />
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {other.name}
              </option>
            ))}
          </select>
          {into !== '' && (
            <>
              <p className="muted">{text.mergeHint}</p>
              <Button size="small" busy={busy} onClick={() => void merge()}>
                {text.merge}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}

function AddCommunity() {
  const { id } = useMeetup().session.meetup;
  const ask = useAsk();
  const text = useText(leadTexts);
  const { attempt } = useLead();
  return (
    <InlineName
      label={text.newCommunity}
      act={text.addCommunity}
      onKeep={(name) => attempt(() => ask('addCommunity', { id, name }))}
    />
  );
}
