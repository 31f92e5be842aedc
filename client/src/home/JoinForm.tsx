/** The questions at the door: name, community, and a role one may skip. A facilitator is asked the name alone. */
import { type FormEvent, useState } from 'react';
import { lazyPart } from '../lazy-part.tsx';
import type { CommunityId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import type { ApiRequest, LinkView } from '@ruimte/shared/protocol/api';
import { codeOf, styleOf } from '@ruimte/shared/schema/community-style';
import { cleanLine, cutGraphemes } from '@ruimte/shared/text';
import { joinTexts } from '../i18n/join.ts';
import { useText } from '../i18n/use-text.ts';
import type { MeetupRole } from '../model/device.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { FieldError, TextInput } from '../ui/Field.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { RadioCards } from '../ui/RadioCards.tsx';
import { Stamp } from '../ui/Stamp.tsx';
import { useFirstError } from '../use-first-error.ts';

/** Optional, and the list of roles is a tenth of the page: it comes while the name is being typed. */
const RoleChips = lazyPart(
  () => import('./RoleChips.tsx').then((part) => part.default),
  <div className="join-roles-later" />,
);

/** What the form hands over. */
export type Person = Pick<ApiRequest<'join'>, 'name' | 'community' | 'newCommunity' | 'task'>;

interface JoinFormProps {
  readonly link: LinkView;
  readonly role: MeetupRole;
  readonly busy: boolean;
  /** The server's refusal in words. */
  readonly error: string | undefined;
  readonly firstName: string;
  readonly onJoin: (person: Person) => void;
}

/** The form; a meet-up that is closed says so instead, to participants. */
export function JoinForm({ link, role, busy, error, firstName, onJoin }: JoinFormProps) {
  const text = useText(joinTexts);
  const [name, setName] = useState(firstName);
  const [community, setCommunity] = useState<CommunityId | undefined>(undefined);
  const [newCommunity, setNewCommunity] = useState('');
  const [listed, setListed] = useState(link.communities.length > 0);
  const [task, setTask] = useState<string | undefined>(undefined);
  const [pressed, setPressed] = useState(false);
  const { form, check } = useFirstError();

  const asks = role === 'participant';
  const nameError = pressed && cleanLine(name) === '' ? text.nameMissing : undefined;
  const hasCommunity = listed ? community !== undefined : cleanLine(newCommunity) !== '';
  const communityError = pressed && asks && !hasCommunity ? text.communityMissing : undefined;

  if (asks && link.status === 'closed') {
    return (
      <>
        <PageTitle>{link.title}</PageTitle>
        <p>{text.closed}</p>
      </>
    );
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    check();
    if (cleanLine(name) === '' || (asks && !hasCommunity)) return;
    onJoin({
      name: cleanLine(name),
      community: asks && listed ? (community ?? '') : '',
      ...(asks && !listed ? { newCommunity: cleanLine(newCommunity) } : {}),
      ...(asks && task !== undefined ? { task } : {}),
    });
  }

  return (
    <form ref={form} className="join-form" onSubmit={submit} noValidate>
      <div>
        <PageTitle>{link.title}</PageTitle>
        <p className="join-sub">{asks ? text.almostThere(link.people) : text.asFacilitator}</p>
        {link.status === 'trying' && <p className="join-sub">{text.trying}</p>}
      </div>
      <TextInput
        label={text.name}
        value={name}
        onChange={(event) => setName(cutGraphemes(event.target.value, LIMITS.nameGraphemes))}
        autoComplete="nickname"
        error={nameError}
        required
      />
      {asks && (
        <>
          <div className="join-community">
            {listed ? (
              <RadioCards
                look="paper"
                legend={text.community}
                choices={link.communities
                  .filter((each) => each.mergedInto === undefined)
                  .map((each) => ({
                    value: each.id,
                    community: styleOf(each.number),
                    content: (
                      <>
                        <Stamp number={each.number} />
                        {codeOf(each)} {each.name}
                      </>
                    ),
                  }))}
                value={community}
                onChange={setCommunity}
              />
            ) : (
              <TextInput
                label={text.newCommunity}
                hint={link.communities.length === 0 ? text.noCommunities : undefined}
                value={newCommunity}
                onChange={(event) => setNewCommunity(cutGraphemes(event.target.value, LIMITS.nameGraphemes))}
              />
            )}
            <FieldError error={communityError} />
            {link.communities.length > 0 && (
              <button type="button" className="join-else" onClick={() => setListed(!listed)}>
                {listed ? text.notListed : text.chooseListed}
              </button>
            )}
          </div>
          <RoleChips task={task} onChange={setTask} />
        </>
      )}
      <div className="join-go">
        <FieldError error={error} />
        <Button type="submit" kind="primary" size="large" busy={busy}>
          {asks ? text.join : text.enter}
        </Button>
        {asks && <p>{text.seen[link.shows]}</p>}
      </div>
      {error !== undefined && <ButtonLink href="/">{text.toCode}</ButtonLink>}
    </form>
  );
}
