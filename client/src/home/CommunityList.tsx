/** The communities of a meet-up: added, renamed, merged, removed with a way back. */
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Plus, X } from 'lucide-react';
import { LIMITS } from '@ruimte/shared/limits';
import { cleanLine } from '@ruimte/shared/text';
import { errorTexts } from '../i18n/errors.ts';
import { prepareTexts } from '../i18n/prepare.ts';
import { useText } from '../i18n/use-text.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { useToast } from '../ui/Toast.tsx';

/** A community as the list shows it. */
export interface ListedCommunity {
  /** Tells the rows apart: an id, or a place in a list that is not yet on the server. */
  readonly key: string;
  readonly name: string;
  readonly number: number;
}

interface CommunityListProps {
  readonly communities: readonly ListedCommunity[];
  readonly onAdd: (name: string) => void;
  readonly onRename: (key: string, name: string) => void;
  /** Removes it and returns how to take that back. */
  readonly onRemove: (key: string) => () => void;
  /** Only where people may already belong to one: gives all of it to another. */
  readonly onMerge?: (key: string, into: string) => void;
  /** No more fit. */
  readonly full: boolean;
}

/** The list with a field for a new one below it. */
export function CommunityList(props: CommunityListProps) {
  const { communities, onAdd, full } = props;
  const text = useText(prepareTexts);
  const errors = useText(errorTexts);
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);

  function add(event?: FormEvent): void {
    event?.preventDefault();
    const clean = cleanLine(name);
    if (clean !== '') onAdd(clean);
    setName('');
    field.current?.focus();
  }
  // The list is part of a larger form: Enter adds a community, it does not send the form.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) add(event as unknown as FormEvent);
  }

  return (
    <fieldset className="communities">
      <legend className="legend">{text.communities}</legend>
      {communities.length === 0 && <p className="muted">{text.noCommunities}</p>}
      <ul>
        {communities.map((community) => (
          <CommunityRow key={community.key} community={community} {...props} />
        ))}
      </ul>
      {full ? (
        <p>{errors.tooManyCommunities}</p>
      ) : (
        <div className="communities-add">
          <input
            ref={field}
            className="text-input"
            aria-label={text.newCommunity}
            placeholder={text.newCommunity}
            autoComplete="off"
            value={name}
            maxLength={LIMITS.nameGraphemes}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Button onClick={() => add()}>
            <Plus size={20} aria-hidden="true" />
            {text.add}
          </Button>
        </div>
      )}
      <p className="field-hint">{text.communitiesHint}</p>
    </fieldset>
  );
}

type CommunityRowProps = CommunityListProps & { readonly community: ListedCommunity };

function CommunityRow({ community, communities, onRename, onRemove, onMerge }: CommunityRowProps) {
  const text = useText(prepareTexts);
  const toast = useToast();
  const [name, setName] = useState(community.name);
  const [known, setKnown] = useState(community.name);
  // What the server made of a name takes the place of what was typed; the row itself stays, and so does focus.
  if (known !== community.name) {
    setKnown(community.name);
    setName(community.name);
  }
  const others = communities.filter((each) => each.key !== community.key);

  function rename(): void {
    const clean = cleanLine(name);
    if (clean === '') setName(community.name);
    else if (clean !== community.name) onRename(community.key, clean);
  }

  return (
    <li className="community-row">
      <Badge number={community.number} size={26} />
      <input
        className="text-input community-name"
        aria-label={text.rename(community.name)}
        value={name}
        maxLength={LIMITS.nameGraphemes}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          rename();
        }}
      />
      {onMerge !== undefined && others.length > 0 && (
        <select
          className="text-input community-merge"
          aria-label={text.merge(community.name)}
          value=""
          onChange={(event) => {
            const into = others.find((each) => each.key === event.target.value);
            if (into === undefined) return;
            onMerge(community.key, into.key);
            toast({ message: text.merged(community.name, into.name) });
          }}
        >
          <option value="">{text.mergeWith}</option>
          {others.map((each) => (
            <option key={each.key} value={each.key}>
              {each.name}
            </option>
          ))}
        </select>
      )}
      <IconButton
        label={text.remove(community.name)}
        onClick={() => {
          const undo = onRemove(community.key);
          toast({ message: text.removed(community.name), undo });
        }}
      >
        <X size={20} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
